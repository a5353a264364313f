/** Where the rows of a long list stand. */
export type RowPlaces = {
  readonly count: number;
  /** Top of a row, in rem from the first row; of the row behind the last one: the height of all. */
  readonly topOf: (row: number) => number;
};

/** Rows from `first` up to, not with, `last`. */
export type RowRange = { readonly first: number; readonly last: number };

/** What is drawn of a list, in order: rows, and the room of those between them that are not. */
export type RowPart =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'gap'; readonly first: number; readonly height: number };

/** Up to this many rows are all drawn. */
export const allDrawn = 60;
/** Rows are drawn in steps of so many, and one step beyond either edge: scrolling by a row draws nothing anew. */
const step = 10;

/** Rows all of the same height, in rem. */
export function evenRows(count: number, height: number): RowPlaces {
  return { count, topOf: (row) => row * height };
}

/** Rows each of its own height, in rem. */
export function unevenRows(heights: readonly number[]): RowPlaces {
  const tops = [0];
  for (const height of heights) tops.push(tops.at(-1)! + height);
  return { count: heights.length, topOf: (row) => tops[row]! };
}

/** The row that stands at a height, in rem from the first row; the last one below all. */
function rowAt({ count, topOf }: RowPlaces, height: number): number {
  let [low, high] = [0, Math.max(0, count - 1)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (topOf(middle) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The rows to draw while those between two heights are seen. */
export function rangeInSight(places: RowPlaces, top: number, bottom: number): RowRange {
  const { count } = places;
  if (count <= allDrawn) return { first: 0, last: count };
  const first = (Math.floor(rowAt(places, top) / step) - 1) * step;
  const last = (Math.ceil((rowAt(places, bottom) + 1) / step) + 1) * step;
  return { first: Math.max(0, first), last: Math.min(count, last) };
}

/** The parts of a list of which a range is drawn and, wherever they stand, some rows more. */
export function rowParts({ count, topOf }: RowPlaces, range: RowRange, kept: readonly number[] = []): RowPart[] {
  const first = Math.min(range.first, count);
  const last = Math.min(range.last, count);
  const apart = [...new Set(kept)].filter((row) => row >= 0 && row < count).toSorted((a, b) => a - b);
  const rows = [
    ...apart.filter((row) => row < first),
    ...Array.from({ length: last - first }, (_, at) => first + at),
    ...apart.filter((row) => row >= last),
  ];
  const parts: RowPart[] = [];
  let next = 0;
  const leaveTo = (row: number): void => {
    if (next < row) parts.push({ kind: 'gap', first: next, height: topOf(row) - topOf(next) });
    next = row + 1;
  };
  for (const row of rows) {
    leaveTo(row);
    parts.push({ kind: 'row', row });
  }
  leaveTo(count);
  return parts;
}
