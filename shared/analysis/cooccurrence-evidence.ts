import type { Span } from '../domain/span.ts';
import type { CodeMarks } from './association/pair-tests.ts';
import { unitedByCode } from './code-cover.ts';
import type { CooccurrenceInput } from './cooccurrence.ts';
import { type CountedUnit, documentsByCase, markedUnits, type UnitDocument, unitsGiven } from './marked-units.ts';
import { intersectedSpans } from './spans.ts';
import { type CodedSpan, visitOverlaps } from './sweep.ts';
import { eligibleUnits } from './units.ts';

type Cell = 'both' | 'onlyFirst' | 'onlySecond' | 'neither';

/** Two codings that share text, and the part they share (within the scope, which may cut it into pieces). */
export type OverlapEvidence<C extends CodedSpan> = {
  readonly first: C;
  readonly second: C;
  readonly shared: readonly Span[];
};

/** Where the numbers of one pair come from in one document (its place in the input). */
export type PairEvidence<C extends CodedSpan> = {
  readonly document: number;
  /**
   * The units behind n11, n10, n01 and n00, a window from its first to its last unit; all empty for `overlap`. Where
   * cases are the units: for `both` what either code covers in this document of a case that carries both, else nothing.
   */
  readonly both: readonly Span[];
  readonly onlyFirst: readonly Span[];
  readonly onlySecond: readonly Span[];
  readonly neither: readonly Span[];
  /** The pairs behind overlapPairs, in text order; united, their shared parts are the sharedCharacters. */
  readonly overlaps: readonly OverlapEvidence<C>[];
};

type Cells = Record<Cell, Span[]>;

const noCells = (): Cells => ({ both: [], onlyFirst: [], onlySecond: [], neither: [] });

/** The units of each document by what they carry of the two codes. */
function unitCells(documents: readonly UnitDocument[], unit: CountedUnit, a: number, b: number): Cells[] {
  const ofPair = documents.map((document) => ({
    ...document,
    codings: document.codings.filter(({ code }) => code === a || code === b),
  }));
  const marks = markedUnits(ofPair, unit);
  if (unit.kind === 'case') {
    return caseCells(ofPair, marks[0]!, a, b);
  }
  return ofPair.map((document, place) => {
    const { units, places } = marks[place]!;
    const { spans } = unitsGiven(document);
    const [first, second] = [new Set(places.get(a)), new Set(places.get(b))];
    const cells = noCells();
    for (let at = 0; at < units; at += 1) {
      const last = unit.kind === 'window' ? Math.min(spans.length, at + unit.size) - 1 : at;
      const cell = first.has(at) ? (second.has(at) ? 'both' : 'onlyFirst') : second.has(at) ? 'onlySecond' : 'neither';
      cells[cell].push({ start: spans[at]!.start, end: spans[last]!.end });
    }
    return cells;
  });
}

function caseCells(documents: readonly UnitDocument[], { places }: CodeMarks, a: number, b: number): Cells[] {
  const cells = documents.map(noCells);
  const [first, second] = [new Set(places.get(a)), new Set(places.get(b))];
  const counted = documentsByCase(documents).filter((members) =>
    members.some((place) => unitsGiven(documents[place]!).spans.length > 0),
  );
  for (const [at, members] of counted.entries()) {
    if (!first.has(at) || !second.has(at)) {
      continue;
    }
    for (const place of members) {
      cells[place]!.both.push(...unitedByCode(documents[place]!.codings).flatMap(({ united }) => united));
    }
  }
  return cells;
}

/**
 * The passages behind every number of the pair (a, b), for the same input: one entry for each document that has
 * units or overlaps to show. The lengths of the lists add up to the counts of `cooccurrence` (but for cases).
 */
export function cooccurrenceEvidence<C extends CodedSpan>(
  input: CooccurrenceInput<C>,
  a: number,
  b: number,
): PairEvidence<C>[] {
  const { unit } = input;
  const ofUnits = unit.kind === 'overlap' ? null : unitCells(input.documents, unit, a, b);
  return input.documents.flatMap((document, place) => {
    const ofPair = document.codings.filter(({ code }) => code === a || code === b);
    const scope = document.scope === undefined ? undefined : eligibleUnits(document.scope);
    const overlaps: OverlapEvidence<C>[] = [];
    visitOverlaps(ofPair, (earlier, later) => {
      if (earlier.code !== later.code) {
        const shared = { start: later.start, end: Math.min(earlier.end, later.end) };
        const inScope = scope === undefined ? [shared] : intersectedSpans([shared], scope);
        if (inScope.length > 0) {
          const [first, second] = earlier.code === a ? [earlier, later] : [later, earlier];
          overlaps.push({ first, second, shared: inScope });
        }
      }
    });
    const cells = ofUnits?.[place] ?? noCells();
    const shows = overlaps.length > 0 || Object.values(cells).some((units) => units.length > 0);
    return shows ? [{ document: place, ...cells, overlaps }] : [];
  });
}
