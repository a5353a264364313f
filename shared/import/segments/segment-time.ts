const clockFields = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})(?:[.,](\d{1,9}))?(?::\d{1,3})?$/;
const plainNumber = /^\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/;

/** Recordings are shorter; a larger number is a moment of the calendar or a count of something else. */
const longestRecording = 1000 * 60 * 60;

/** A place in a recording, or null for what can be none: not a number, negative, endless, or beyond a thousand hours. */
export function placeInRecording(seconds: number | null): number | null {
  return seconds !== null && seconds >= 0 && seconds <= longestRecording ? seconds : null;
}

/**
 * Seconds for a time as tables write it: `1:02:03`, `02:03`, `00:02:03,450`, `12.5`, `12.5s`, `300ms`; hours may pass 99, a count of frames behind a third
 * colon is left aside. A full-width colon counts as a colon. Null for anything else (a date, a word, nothing).
 */
export function segmentTime(written: string): number | null {
  const plain = written
    .normalize('NFKC')
    .trim()
    .replace(/^\[(.*)\]$/u, '$1');
  const clock = clockFields.exec(plain);
  if (clock !== null) {
    const [, hours = '0', minutes, seconds, fraction] = clock;
    return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds) + Number(`0.${fraction ?? '0'}`);
  }
  const unit = /\s*(ms|s|sec|secs|seconds?|毫秒|ミリ秒|秒)$/iu.exec(plain);
  const digits = unit === null ? plain : plain.slice(0, unit.index);
  if (!plainNumber.test(digits)) return null;
  const number = Number(digits.replace(',', '.'));
  if (!Number.isFinite(number)) return null;
  return /^(?:ms|毫秒|ミリ秒)$/iu.test(unit?.[1] ?? '') ? number / 1000 : number;
}

/**
 * Whether bare numbers are milliseconds: all whole, and the typical segment would last longer than 200 seconds were they seconds.
 */
export function areMilliseconds(starts: readonly number[]): boolean {
  if (starts.length === 0 || starts.some((start) => !Number.isInteger(start))) return false;
  const gaps = starts
    .slice(1)
    .map((start, place) => start - starts[place]!)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  const typical = gaps[Math.floor(gaps.length / 2)];
  return typical === undefined ? starts[0]! >= 10_000 : typical > 200;
}
