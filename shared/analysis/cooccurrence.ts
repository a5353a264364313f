import type { Span } from '../domain/span.ts';
import type { Measure } from '../statistics/measure.ts';
import { unitedByCode } from './code-cover.ts';
import { type CountedUnit, countTogether, markedUnits, type UnitDocument } from './marked-units.ts';
import { positionWithin, totalLength } from './spans.ts';
import { type CodedSpan, countOverlaps, visitOverlaps } from './sweep.ts';
import { eligibleUnits } from './units.ts';

/**
 * One document of one coder, positions in code points.
 *
 * - `units`, `group`: what is counted (turns …) and which case the document belongs to; ignored for `overlap`.
 * - `scope`: if given, sorted and disjoint spans outside which nothing counts as shared by two codings.
 * - `codings`: in any order; the coder's own overlapping codings are allowed.
 */
export type CooccurrenceDocument<C extends CodedSpan = CodedSpan> = UnitDocument<C> & {
  readonly scope?: readonly Span[];
};

/** 2×2 counts over units, or `overlap`: no units; only codings that share text. */
export type CooccurrenceUnit = CountedUnit | { readonly kind: 'overlap' };

export type CooccurrenceInput<C extends CodedSpan = CodedSpan> = {
  readonly documents: readonly CooccurrenceDocument<C>[];
  /** Codes are numbered 0 … codeCount − 1; pairs come in that order. */
  readonly codeCount: number;
  readonly unit: CooccurrenceUnit;
};

/** One pair of codes, a < b. The four cells add up to n; they are null for the `overlap` unit. */
export type CodePair = {
  readonly a: number;
  readonly b: number;
  readonly n11: number | null;
  readonly n10: number | null;
  readonly n01: number | null;
  readonly n00: number | null;
  /** n11 / (n11 + n10 + n01) over units; over code points for the `overlap` unit. Undefined if neither code is there. */
  readonly jaccard: Measure;
  /** Pairs of codings, one with each code, that share at least one code point (of the scope). */
  readonly overlapPairs: number;
  /** Code points (of the scope) that carry both codes. */
  readonly sharedCharacters: number;
};

/** How often one code occurs: codings, code points covered (of the scope), units (null for the `overlap` unit). */
export type CodeOccurrence = {
  readonly code: number;
  readonly codings: number;
  readonly characters: number;
  readonly units: number | null;
};

export type Cooccurrence = {
  readonly unit: CooccurrenceUnit;
  /** All eligible units, coded or not; null for the `overlap` unit. */
  readonly n: number | null;
  /** The codes with at least one coding, ascending. */
  readonly occurrences: readonly CodeOccurrence[];
  /** Every two used codes, zero or not. */
  readonly pairs: readonly CodePair[];
};

/** The codings on the axis of the scope, so that what they share there is what they share in scope. */
function codingsInScope(document: CooccurrenceDocument): readonly CodedSpan[] {
  if (document.scope === undefined) {
    return document.codings;
  }
  const within = positionWithin(eligibleUnits(document.scope));
  return document.codings.map(({ code, start, end }) => ({ code, start: within(start), end: within(end) }));
}

function ratio(part: number, whole: number): Measure {
  return whole > 0 ? { value: part / whole } : { undefined: 'never_used' };
}

/**
 * What occurs with what in the codings of one coder.
 *
 * Unit counts (n11 … n00) are the 2×2 table over all eligible units; overlapPairs and sharedCharacters count
 * shared text, where adjacency is not overlap. Jaccard 1912: shared / (shared + only one). The diagonal and the lower
 * triangle are not listed: the relation is symmetric. Cost O(m log m) for m codings of a document, plus codes per
 * unit squared.
 *
 * @throws RangeError for units out of order, or missing where they are counted.
 */
export function cooccurrence(input: CooccurrenceInput): Cooccurrence {
  const { codeCount, unit } = input;
  // Matrices hold a pair at [a * codeCount + b] with a < b, and the single code at [a * codeCount + a].
  const units = new Int32Array(codeCount * codeCount);
  const characters = new Float64Array(codeCount * codeCount);
  const overlaps = new Int32Array(codeCount * codeCount);
  const codings = new Int32Array(codeCount);
  let n = 0;

  for (const document of input.documents) {
    for (const { code } of document.codings) {
      codings[code]! += 1;
    }
    const spans = codingsInScope(document);
    countOverlaps(spans, codeCount, overlaps);

    const codes = unitedByCode(spans);
    for (const { code, united } of codes) {
      characters[code * codeCount + code]! += totalLength(united);
    }
    const covered = codes.flatMap(({ code, united }) => united.map(({ start, end }) => ({ code, start, end })));
    visitOverlaps(covered, (one, other, shared) => {
      characters[Math.min(one.code, other.code) * codeCount + Math.max(one.code, other.code)]! += shared;
    });
  }
  if (unit.kind !== 'overlap') {
    for (const marks of markedUnits(input.documents, unit)) {
      n += marks.units;
      countTogether(marks, codeCount, units);
    }
  }

  const used = [...codings.keys()].filter((code) => codings[code]! > 0);
  const pairOf = (a: number, b: number): CodePair => {
    const overlapPairs = overlaps[a * codeCount + b]!;
    const sharedCharacters = characters[a * codeCount + b]!;
    if (unit.kind === 'overlap') {
      const either = characters[a * codeCount + a]! + characters[b * codeCount + b]! - sharedCharacters;
      const jaccard = ratio(sharedCharacters, either);
      return { a, b, n11: null, n10: null, n01: null, n00: null, jaccard, overlapPairs, sharedCharacters };
    }
    const n11 = units[a * codeCount + b]!;
    const n10 = units[a * codeCount + a]! - n11;
    const n01 = units[b * codeCount + b]! - n11;
    const jaccard = ratio(n11, n11 + n10 + n01);
    return { a, b, n11, n10, n01, n00: n - n11 - n10 - n01, jaccard, overlapPairs, sharedCharacters };
  };
  return {
    unit,
    n: unit.kind === 'overlap' ? null : n,
    occurrences: used.map((code) => ({
      code,
      codings: codings[code]!,
      characters: characters[code * codeCount + code]!,
      units: unit.kind === 'overlap' ? null : units[code * codeCount + code]!,
    })),
    pairs: used.flatMap((a, place) => used.slice(place + 1).map((b) => pairOf(a, b))),
  };
}
