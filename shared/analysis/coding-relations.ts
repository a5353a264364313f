import type { Span } from '../domain/span.ts';
import { spanRelation } from './association/span-relation.ts';
import { firstEndingAfter } from './spans.ts';
import { type CodedSpan, visitOverlaps } from './sweep.ts';

/**
 * How a coding of a first code lies to one of a second:
 *
 * - `equal`: the very same ends. `within`: inside it, not equal. `encloses`: the other way round.
 * - `overlaps`: each has something the other has not.
 * - `precedes`, `follows`: nothing shared, and it begins in one of the next d turns after the other's last, or the other
 *   way round; within one turn, later in it (d = 0).
 */
export const codingRelations = ['equal', 'within', 'encloses', 'overlaps', 'precedes', 'follows'] as const;
export type CodingRelation = (typeof codingRelations)[number];

/** Whether the relation of b to a is that of a to b: the order of the codes says nothing. */
export function isSymmetric(relation: CodingRelation): boolean {
  return relation === 'equal' || relation === 'overlaps';
}

export type RelationDocument<C extends CodedSpan = CodedSpan> = {
  /** In order and disjoint; only for `precedes` and `follows`. */
  readonly turns: readonly Span[];
  readonly codings: readonly C[];
};

export type RelationQuestion = { readonly relation: CodingRelation; readonly distance: number };

const sharing = {
  equal: 'equal',
  a_within_b: 'within',
  b_within_a: 'encloses',
  a_overlaps_b_from_left: 'overlaps',
  a_overlaps_b_from_right: 'overlaps',
} as const;

/** The turn a span begins in and the last one it touches; what lies outside turns is between two of them. */
function turnsOf(turns: readonly Span[], { start, end }: Span): { first: number; last: number } {
  const next = firstEndingAfter(turns, start);
  const first = next < turns.length && turns[next]!.start <= start ? next : next - 0.5;
  const after = firstEndingAfter(turns, end - 1);
  const last = after < turns.length && turns[after]!.start < end ? after : after - 1;
  return { first, last: Math.max(first, last) };
}

/** Calls `visit` with every pair of codings of different codes in one document where the first precedes the second. */
function visitPreceding<C extends CodedSpan>(
  { turns, codings }: RelationDocument<C>,
  distance: number,
  visit: (earlier: C, later: C) => void,
): void {
  const placed = codings
    .filter(({ start, end }) => start < end)
    .map((coding) => ({ coding, ...turnsOf(turns, coding) }))
    .sort((a, b) => a.coding.start - b.coding.start);
  const starts = placed.map(({ coding }) => coding.start);
  for (const earlier of placed) {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! < earlier.coding.end) low = middle + 1;
      else high = middle;
    }
    for (let place = low; place < placed.length; place += 1) {
      const later = placed[place]!;
      if (later.first > earlier.last + distance) break;
      if (later.coding.code !== earlier.coding.code) visit(earlier.coding, later.coding);
    }
  }
}

/**
 * Calls `visit` with every ordered pair of codings of different codes in one document that stand in the relation; for a
 * symmetric relation once for each pair, the lower code first. O(n log n + pairs).
 */
export function visitRelated<C extends CodedSpan>(
  document: RelationDocument<C>,
  { relation, distance }: RelationQuestion,
  visit: (first: C, second: C) => void,
): void {
  if (relation === 'precedes' || relation === 'follows') {
    visitPreceding(document, distance, (earlier, later) =>
      relation === 'precedes' ? visit(earlier, later) : visit(later, earlier),
    );
    return;
  }
  visitOverlaps(document.codings, (one, other) => {
    if (one.code === other.code) return;
    const [a, b] = one.code < other.code ? [one, other] : [other, one];
    const found = sharing[spanRelation(a, b) as keyof typeof sharing];
    if (found === relation) visit(a, b);
    else if (found === 'within' && relation === 'encloses') visit(b, a);
    else if (found === 'encloses' && relation === 'within') visit(b, a);
  });
}

/** Related pairs of codings for every two codes: `first` to `second`, most first in the order of the codes. */
export function relatedPairs(
  documents: readonly RelationDocument[],
  codeCount: number,
  question: RelationQuestion,
): { readonly first: number; readonly second: number; readonly count: number }[] {
  const counts = new Int32Array(codeCount * codeCount);
  for (const document of documents) {
    visitRelated(document, question, (first, second) => {
      counts[first.code * codeCount + second.code]! += 1;
    });
  }
  return [...counts.entries()].flatMap(([place, count]) =>
    count > 0 ? [{ first: Math.floor(place / codeCount), second: place % codeCount, count }] : [],
  );
}
