const clock = '\\d{1,3}[:：](?:\\d{1,2}[:：]\\d{1,2}|\\d{2})(?:[.,]\\d{1,3})?';
// Messengers write the day before the hour, and half a day behind it.
const day = '(?:\\d{1,4}[/.年-]\\d{1,2}[/.月-]\\d{1,4}日?[,，]?\\s+)?';
// Meetings read aloud to the blind.
const spelled =
  '\\d{1,3} ?(?:hours?|minutes?|seconds?|小时|小時|分钟|分鐘|分|秒|時間|Stunden?|Minuten?|Sekunden?|heures?|secondes?)';
const range = `${day}${clock}(?:\\s?[AaPp]\\.?[Mm]\\.?)?(?:\\s*(?:-->|-|–|—|~|〜|～|→|to|至)\\s*${clock})?`;

/** Regular expression source of a time in words: `1 hour 2 minutes 3 seconds`, `2 分 3 秒`. */
export const spelledTime = `${spelled}(?: ${spelled}){0,2}`;

/** Regular expression source of a time without brackets, or a range of two: `00:01:23`, `1:05`, `00:05.250 - 00:09.100`. */
export const bareTime = range;
/** Source of a time in brackets or hashes: `[00:01:23]`, `（01:05）`, `{0:05}`, `#00:00:05-3#`. */
export const markedTime = `(?:[\\[(（【{<]\\s*${range}\\s*[\\])）】}>]|#${clock}(?:-\\d)?#)`;

const firstClock = /(\d{1,3})[:：](\d{1,2})(?:[:：](\d{1,2}))?(?:([.,])(\d{1,3})|-(\d)#)?/;

/**
 * Seconds from the beginning for a written time, with or without brackets; the first of a range. Two fields are minutes and
 * seconds, three begin with hours; a fraction may follow a point, a comma, or (`#00:00:05-3#`) a hyphen; units may be words. Null if none stands there.
 */
export function secondsOfTime(written: string): number | null {
  const match = firstClock.exec(written);
  if (match === null) return secondsOfWords(written);
  const [, first, second, third, , fraction, tenths] = match;
  const whole =
    third === undefined
      ? Number(first) * 60 + Number(second)
      : (Number(first) * 60 + Number(second)) * 60 + Number(third);
  const part = fraction ?? tenths;
  return part === undefined ? whole : whole + Number(`0.${part}`);
}

function secondsOfWords(written: string): number | null {
  const amounts = [...written.matchAll(/(\d{1,3}) ?(\D+)/gu)].map(
    ([, amount, unit]) => Number(amount) * lengthOf(unit!),
  );
  return amounts.length === 0 || amounts.some(Number.isNaN) ? null : amounts.reduce((sum, each) => sum + each, 0);
}

function lengthOf(unit: string): number {
  if (/^(?:hour|小[时時]|時間|Stunde|heure)/u.test(unit)) return 3600;
  if (/^(?:minute|分|Minute)/u.test(unit)) return 60;
  return /^(?:second|秒|Sekunde)/u.test(unit) ? 1 : Number.NaN;
}
