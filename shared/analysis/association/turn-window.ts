import type { UnitMarks } from './unit-marks.ts';

/**
 * How many windows of `size` neighbouring units there are: a document of 1 … `size` units is one window, an empty one has
 * none.
 *
 * @throws RangeError unless the size is a whole number of at least 1.
 */
export function windowCount(units: number, size: number): number {
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`a window holds at least one unit, not ${size}`);
  }
  return units === 0 ? 0 : Math.max(1, units - size + 1);
}

/** Places of the windows that hold one of the places; window w holds the units w … w + size − 1. */
export function windowsWith(places: readonly number[], windows: number, size: number): number[] {
  const found: number[] = [];
  let next = 0;
  for (const place of places) {
    const last = Math.min(place, windows - 1);
    for (next = Math.max(next, place - size + 1, 0); next <= last; next += 1) {
      found.push(next);
    }
  }
  return found;
}

/**
 * The same document with windows for units: every run of `size` neighbouring units is one window, carrying what any of
 * its units carries. Windows overlap, so they are not independent. Size 1 changes nothing.
 *
 * @throws RangeError unless the size is a whole number of at least 1.
 */
export function windowMarks({ units, first, second }: UnitMarks, size: number): UnitMarks {
  const windows = windowCount(units, size);
  return { units: windows, first: windowsWith(first, windows, size), second: windowsWith(second, windows, size) };
}
