/** What a number of a workbook is shown as: itself, a day, a time, or digits in fixed places (`00000` for a postcode). */
export type NumberFormat =
  | { readonly kind: 'number' | 'day' | 'time' | 'duration' }
  | { readonly kind: 'digits'; readonly places: string };

/** Number formats that Excel has built in and that show a day, or a time of the day or of a watch. */
const dayFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const timeFormats = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 47]);
const hoursFormat = 46;
const msPerDay = 86_400_000;

/** What a number format shows: built in, or a code with years, days, or months (an m beside hours or seconds is minutes). */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    if (id === hoursFormat) return { kind: 'duration' };
    return { kind: dayFormats.has(id) ? 'day' : timeFormats.has(id) ? 'time' : 'number' };
  }
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
  if (/[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs[]/i.test(bare))) return { kind: 'day' };
  if (/\[[hms]+\]/i.test(bare)) return { kind: 'duration' };
  if (/[hs]/i.test(bare.replaceAll(/general/gi, ''))) return { kind: 'time' };
  const places = digitPlaces(code);
  return places === null ? { kind: 'number' } : { kind: 'digits', places };
}

/** `000\-00\-0000` as `000-00-0000`; null for a code of other than two places or more that are always filled, and signs between them. */
function digitPlaces(code: string): string | null {
  const places = code.split(';')[0]!.replaceAll(/"([^"\d]*)"|\\(\D)/g, '$1$2');
  return /^[0 ()/-]+$/.test(places) && (places.match(/0/g)?.length ?? 0) > 1 ? places : null;
}

/** A number as its format shows it, as far as that tells what it is: a day or time as ISO 8601 writes it, zeros that lead, else plain digits. */
export function shownNumber(value: string, format: NumberFormat, is1904: boolean): string {
  const number = Number(value);
  const shown =
    format.kind === 'digits'
      ? filledPlaces(value, format.places)
      : format.kind === 'day' || (format.kind === 'time' && number >= 1)
        ? dayOfSerial(number, is1904)
        : format.kind === 'number'
          ? null
          : clockOfSerial(number);
  return shown ?? plainNumber(value);
}

/** Digits in their places from the last, zeros before them, those that have none at the front. Null for what is no whole number from 0. */
function filledPlaces(value: string, places: string): string | null {
  const text = plainNumber(value);
  if (!/^\d+$/.test(text)) return null;
  let left = text;
  const filled = Array.from(places).reduceRight((behind, place) => {
    if (place !== '0') return place + behind;
    const digit = left.at(-1) ?? '0';
    left = left.slice(0, -1);
    return digit + behind;
  }, '');
  return left + filled;
}

/**
 * A serial number as ISO 8601: the day, and the time where there is any. The 1900 system counts a 29 February 1900 that never
 * was (ECMA-376 part 1, 18.17.4.1). Null for numbers that are no day of the calendar.
 */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null;
  const from1900 = serial < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const at = Math.round(((is1904 ? Date.UTC(1904, 0, 1) : from1900) + serial * msPerDay) / 1000) * 1000;
  return isoDay(new Date(at).toISOString());
}

/** An ISO 8601 time stamp without a time that says nothing. */
export function isoDay(stamp: string): string {
  return stamp.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace(/(T\d\d:\d\d:\d\d)\.0+Z$/, '$1');
}

/** A part of a day, or hours beyond it, as `hh:mm:ss`, with thousandths where there are any. */
function clockOfSerial(serial: number): string | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null;
  const total = Math.round(serial * msPerDay);
  const two = (count: number): string => String(count).padStart(2, '0');
  const thousandths = total % 1000;
  return [
    `${two(Math.floor(total / 3_600_000))}:${two(Math.floor(total / 60_000) % 60)}:${two(Math.floor(total / 1000) % 60)}`,
    ...(thousandths === 0 ? [] : [String(thousandths).padStart(3, '0')]),
  ].join('.');
}

/** A number as a person would write it: the shortest digits that mean the same, never with an exponent, and none of more digits than a number holds cut short. */
export function plainNumber(text: string): string {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || /^-?\d{16,}(?:\.\d+)?$/.test(text)) return text;
  const [digits, exponent] = String(number).split('e');
  return exponent === undefined ? digits! : withoutExponent(digits!, Number(exponent));
}

/** `1.5` and −7 as `0.00000015`. */
function withoutExponent(digits: string, exponent: number): string {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits)!;
  const all = whole! + fraction;
  const point = whole!.length + exponent;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`;
  return sign! + all.padEnd(point, '0');
}
