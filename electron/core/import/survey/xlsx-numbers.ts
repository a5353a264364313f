/** Number formats that Excel has built in and that show a day. */
const dayFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const msPerDay = 86_400_000;

/** Whether a number format shows a day: built in, or a code with years, days, or months (an m beside hours or seconds is minutes). */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return dayFormats.has(id);
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
  return /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs[]/i.test(bare));
}

/**
 * A serial number as ISO 8601: the day, and the time where there is any. The 1900 system counts a 29 February 1900 that never
 * was (ECMA-376 part 1, 18.17.4.1). Null for numbers that are no day of the calendar.
 */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null;
  const from1900 = serial < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const at = Math.round(((is1904 ? Date.UTC(1904, 0, 1) : from1900) + serial * msPerDay) / 1000) * 1000;
  const text = new Date(at).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

/** A number as a person would write it: the shortest digits that mean the same, never with an exponent. */
export function plainNumber(text: string): string {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return text;
  const shortest = String(number);
  return /e/i.test(shortest)
    ? number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : shortest;
}
