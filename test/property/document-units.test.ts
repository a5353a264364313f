import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  coveredUnits,
  coversCase,
  documentUnits,
  type DocumentUnitName,
} from '../../shared/analysis/document-units.ts';
import { windowMarks } from '../../shared/analysis/association/turn-window.ts';
import { unitedSpans } from '../../shared/analysis/spans.ts';
import { scopeNames } from '../../shared/analysis/unit-names.ts';
import { scopeSpans, type UnitSource } from '../../shared/analysis/unit-source.ts';
import type { Span } from '../../shared/domain/span.ts';
import { codePointOffsets } from '../../shared/text/offsets.ts';
import { codings, disjointSpans, positionsOf, span } from '../support/coded-document.ts';

const AXIS = 40;
const listed: readonly DocumentUnitName[] = ['turn', 'sentence', 'token', 'exchange', 'segment', 'document'];

const source: fc.Arbitrary<UnitSource> = fc
  .record({
    text: fc
      .array(fc.constantFrom('a', 'b', ' ', '.', '。', '字', '𠀋', '？', '\n'), { minLength: AXIS, maxLength: AXIS })
      .map((characters) => characters.join('')),
    language: fc.constantFrom('en', 'zh-Hans', 'ja'),
    turns: disjointSpans,
    roles: fc.array(fc.constantFrom('interviewer', 'respondent', 'other', null), { minLength: 12, maxLength: 12 }),
    segments: fc.array(span, { maxLength: 6 }),
  })
  .map(({ text, language, turns, roles, segments }) => ({
    length: AXIS,
    language,
    turns: turns.map((turn, place) => ({ ...turn, role: roles[place]! })),
    text: () => ({ text, offsets: codePointOffsets(text) }),
    segments,
  }));
const scope = fc.constantFrom(...scopeNames);
const rule = fc.constantFrom('any' as const, 'half' as const);

/** Position by position: what of each unit lies in scope, and how much of that is covered. */
function coveredByHand(spans: readonly Span[], inScope: ReadonlySet<number>, covered: ReadonlySet<number>, by: string) {
  return [...spans.entries()].flatMap(([place, unit]) => {
    const positions = [...positionsOf([unit])].filter((position) => inScope.has(position));
    const hit = positions.filter((position) => covered.has(position)).length;
    return (by === 'any' ? hit > 0 : 2 * hit >= positions.length) ? [place] : [];
  });
}

/** Turns of the whole text are units although labels between them are in scope; the rest counts what is in scope. */
function scopeOfUnit(from: UnitSource, unit: DocumentUnitName, within: (typeof scopeNames)[number]): Set<number> {
  return positionsOf(unit === 'turn' && within === 'text' ? from.turns : scopeSpans(from, within));
}

test.each(listed)('the sweep covers the units counting by hand covers: %s', (unit) => {
  fc.assert(
    fc.property(source, scope, rule, codings(3), (from, within, by, drawn) => {
      const units = documentUnits(from, unit, within);
      const inScope = scopeOfUnit(from, unit, within);
      for (const [place, { start, end }] of units.spans.entries()) {
        expect(start).toBeLessThan(end);
        if (place > 0) expect(start).toBeGreaterThanOrEqual(units.spans[place - 1]!.end);
        expect([...positionsOf([{ start, end }])].some((position) => inScope.has(position))).toBe(true);
      }
      for (const code of [0, 1, 2]) {
        const ofCode = drawn.filter((coding) => coding.code === code);
        const byHand = coveredByHand(units.spans, inScope, positionsOf(ofCode), by);
        expect(coveredUnits(units, unitedSpans(ofCode), by)).toEqual(byHand);
      }
    }),
    { numRuns: 60 },
  );
});

test('characters are runs of the scope, whatever its length', () => {
  fc.assert(
    fc.property(source, scope, (from, within) => {
      expect(positionsOf(documentUnits(from, 'character', within).spans)).toEqual(
        positionsOf(scopeSpans(from, within)),
      );
    }),
  );
});

test('a window carries what any of its turns carries', () => {
  fc.assert(
    fc.property(source, scope, rule, codings(2), fc.integer({ min: 1, max: 5 }), (from, within, by, drawn, size) => {
      const units = documentUnits(from, 'turn', within);
      const [first, second] = [0, 1].map((code) =>
        coveredUnits(units, unitedSpans(drawn.filter((coding) => coding.code === code)), by),
      );
      const marks = windowMarks({ units: units.spans.length, first: first!, second: second! }, size);
      const windows = units.spans.length === 0 ? 0 : Math.max(1, units.spans.length - size + 1);
      expect(marks.units).toBe(windows);
      expect(marks.first).toEqual(
        Array.from({ length: windows }, (_, place) => place).filter((place) =>
          first!.some((turn) => turn >= place && turn < place + size),
        ),
      );
    }),
    { numRuns: 60 },
  );
});

test('a case is all that is in scope of its documents', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(source, codings(1)), { minLength: 1, maxLength: 3 }),
      scope,
      rule,
      (parts, within, by) => {
        let size = 0;
        let hit = 0;
        for (const [from, drawn] of parts) {
          const inScope = positionsOf(scopeSpans(from, within));
          size += inScope.size;
          hit += [...positionsOf(drawn)].filter((position) => inScope.has(position)).length;
        }
        const covers = parts.map(([from, drawn]) => ({
          units: documentUnits(from, 'document', within),
          united: unitedSpans(drawn),
        }));
        expect(coversCase(covers, by)).toBe(by === 'any' ? hit > 0 : size > 0 && 2 * hit >= size);
      },
    ),
    { numRuns: 60 },
  );
});
