const clock = '\\d{1,3}[:：](?:\\d{1,2}[:：]\\d{1,2}|\\d{2})(?:[.,]\\d{1,3})?';
// Messengers write the day before the hour, and half a day behind it.
const day = '(?:\\d{1,4}[/.年-]\\d{1,2}[/.月-]\\d{1,4}日?[,，]?\\s+)?';
const range = `${day}${clock}(?:\\s?[AaPp]\\.?[Mm]\\.?)?(?:\\s*(?:-->|-|–|—|~|〜|～|→|to|至)\\s*${clock})?`;

/** Regular expression source of a time without brackets, or a range of two: `00:01:23`, `1:05`, `00:05.250 - 00:09.100`. */
export const bareTime = range;
/** Source of a time in brackets or hashes: `[00:01:23]`, `（01:05）`, `{0:05}`, `#00:00:05-3#`. */
export const markedTime = `(?:[\\[(（【{<]\\s*${range}\\s*[\\])）】}>]|#${clock}(?:-\\d)?#)`;

const firstClock = /(\d{1,3})[:：](\d{1,2})(?:[:：](\d{1,2}))?(?:([.,])(\d{1,3})|-(\d)#)?/;

/**
 * Seconds from the beginning for a written time, with or without brackets; the first of a range. Two fields are minutes and
 * seconds, three begin with hours; a fraction may follow a point, a comma, or (`#00:00:05-3#`) a hyphen. Null if none stands there.
 */
export function secondsOfTime(written: string): number | null {
  const match = firstClock.exec(written);
  if (match === null) return null;
  const [, first, second, third, , fraction, tenths] = match;
  const whole =
    third === undefined
      ? Number(first) * 60 + Number(second)
      : (Number(first) * 60 + Number(second)) * 60 + Number(third);
  const part = fraction ?? tenths;
  return part === undefined ? whole : whole + Number(`0.${part}`);
}
