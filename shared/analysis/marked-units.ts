import type { Span } from '../domain/span.ts';
import type { CodeMarks } from './association/pair-tests.ts';
import { windowCount, windowsWith } from './association/turn-window.ts';
import { type CodeCover, unitedByCode } from './code-cover.ts';
import { coveredUnits, coversCase, type DocumentUnits, plainUnits } from './document-units.ts';
import type { CodedSpan } from './sweep.ts';
import type { MembershipRule } from './units.ts';

/**
 * What a unit is: one of those listed with the document, a run of `size` neighbours among them, or everything that is
 * listed of the documents of one case together (of one document, where its case is its own).
 */
export type CountedUnit =
  | { readonly kind: 'segment'; readonly rule: MembershipRule }
  | { readonly kind: 'window'; readonly rule: MembershipRule; readonly size: number }
  | { readonly kind: 'case'; readonly rule: MembershipRule };

/** One document whose units are counted: spans alone are units with all their positions. */
export type UnitDocument<C extends CodedSpan = CodedSpan> = {
  readonly units?: readonly Span[] | DocumentUnits;
  /** Documents with the same one are one case; without it a document is a case of its own. */
  readonly group?: number;
  readonly codings: readonly C[];
};

/**
 * The units of a document.
 *
 * @throws RangeError if it has none given, or out of order.
 */
export function unitsGiven({ units }: UnitDocument): DocumentUnits {
  if (units === undefined) {
    throw new RangeError('co-occurrence by unit needs the units of every document');
  }
  return 'spans' in units ? units : plainUnits(units);
}

/** The documents of each case, in the order of the first of each. */
export function documentsByCase(documents: readonly UnitDocument[]): number[][] {
  const cases = new Map<string, number[]>();
  for (const [place, { group }] of documents.entries()) {
    const key = group === undefined ? `document ${place}` : `case ${group}`;
    const known = cases.get(key);
    if (known) {
      known.push(place);
    } else {
      cases.set(key, [place]);
    }
  }
  return [...cases.values()];
}

function placesByCode(covers: readonly CodeCover[], of: (cover: CodeCover) => number[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const cover of covers) {
    const found = of(cover);
    if (found.length > 0) {
      places.set(cover.code, found);
    }
  }
  return places;
}

/** One unit for each case; cases without anything to count are no units. */
function markedCases(documents: readonly UnitDocument[], rule: MembershipRule): CodeMarks {
  const places = new Map<number, number[]>();
  let units = 0;
  for (const members of documentsByCase(documents)) {
    const parts = members.map((place) => ({
      units: unitsGiven(documents[place]!),
      covers: unitedByCode(documents[place]!.codings),
    }));
    if (parts.every((part) => part.units.spans.length === 0)) {
      continue;
    }
    for (const code of new Set(parts.flatMap(({ covers }) => covers.map((cover) => cover.code)))) {
      const covered = parts.map((part) => ({
        units: part.units,
        united: part.covers.find((cover) => cover.code === code)?.united ?? [],
      }));
      if (coversCase(covered, rule)) {
        places.set(code, [...(places.get(code) ?? []), units]);
      }
    }
    units += 1;
  }
  return { units, places };
}

/**
 * Which units carry which codes: one entry for each document, in order, or a single one for all cases, which then are
 * the units. O(m log m) for m codings of a document.
 */
export function markedUnits(documents: readonly UnitDocument[], unit: CountedUnit): CodeMarks[] {
  if (unit.kind === 'case') {
    return [markedCases(documents, unit.rule)];
  }
  return documents.map((document) => {
    const units = unitsGiven(document);
    const count = units.spans.length;
    const covers = unitedByCode(document.codings);
    const marks = placesByCode(covers, ({ united }) => coveredUnits(units, united, unit.rule));
    if (unit.kind === 'segment') {
      return { units: count, places: marks };
    }
    const windows = windowCount(count, unit.size);
    return {
      units: windows,
      places: new Map([...marks].map(([code, places]) => [code, windowsWith(places, windows, unit.size)])),
    };
  });
}

/** Adds to `counts[a * codeCount + b]`, a ≤ b, in how many units both are; on the diagonal in how many units one is. */
export function countTogether({ units, places }: CodeMarks, codeCount: number, counts: Int32Array): void {
  const codes: number[][] = Array.from({ length: units }, () => []);
  for (const [code, marked] of [...places].sort(([a], [b]) => a - b)) {
    for (const place of marked) {
      codes[place]!.push(code);
    }
  }
  for (const here of codes) {
    for (let i = 0; i < here.length; i += 1) {
      for (let j = i; j < here.length; j += 1) {
        counts[here[i]! * codeCount + here[j]!]! += 1;
      }
    }
  }
}
