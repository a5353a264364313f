import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreementByCode, type AgreementInput } from '../../shared/agreement/coded-units/code-agreement.ts';
import { passagesOfCode } from '../../shared/agreement/coded-units/code-passages.ts';
import { agreementMeasures } from '../../shared/agreement/coded-units/measures.ts';
import { ratingMatrix } from '../../shared/agreement/coefficients/ratings.ts';
import type { UnitRule } from '../../shared/analysis/units.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { Measure } from '../../shared/statistics/measure.ts';
import { codings, disjointSpans, positionsOf, takes } from '../support/coded-document.ts';

const CODES = 3;
const unit: fc.Arbitrary<UnitRule> = fc.constantFrom(
  { kind: 'character' },
  { kind: 'segment', rule: 'any' },
  { kind: 'segment', rule: 'half' },
);

function inputOf(coders: number): fc.Arbitrary<AgreementInput> {
  const document = fc.record({
    units: disjointSpans,
    codings: codings(CODES, coders),
    done: fc.subarray(Array.from({ length: coders }, (_, coder) => coder)),
  });
  return fc.record({
    documents: fc.array(document, { minLength: 1, maxLength: 3 }),
    coders: fc.constant(coders),
    codes: fc.constant(CODES),
    unit,
  });
}
const input = fc.integer({ min: 2, max: 4 }).chain(inputOf);

/** One row of ratings per unit, each position or segment looked at on its own. */
function unitByUnit({ documents, coders, unit }: AgreementInput, code: number): (number | null)[][] {
  return documents.flatMap(({ units, codings, done }) => {
    if (new Set(done).size < 2) {
      return [];
    }
    const covered = Array.from({ length: coders }, (_, coder) =>
      positionsOf(codings.filter((coding) => coding.code === code && coding.coder === coder)),
    );
    const judged = (coded: (positions: ReadonlySet<number>) => boolean): (number | null)[] =>
      covered.map((positions, coder) => (done.includes(coder) ? (coded(positions) ? 1 : 0) : null));
    const rule = unit.kind === 'segment' ? unit.rule : 'any';
    return unit.kind === 'segment'
      ? units.map((segment) => judged((positions) => takes(positions, segment, rule)))
      : [...positionsOf(units)].map((position) => judged((positions) => positions.has(position)));
  });
}

function expectSame(computed: Measure, wanted: Measure): void {
  if ('value' in computed && 'value' in wanted) {
    expect(computed.value).toBeCloseTo(wanted.value, 10);
  } else {
    expect(computed).toEqual(wanted);
  }
}

test('run-length counting gives what judging unit by unit gives', () => {
  fc.assert(
    fc.property(input, (drawn) => {
      const { codes, n } = agreementByCode(drawn);
      for (const { code, measures, coded, both } of codes) {
        const rows = unitByUnit(drawn, code);
        expect(n).toBe(rows.length);
        expect(coded.map((count) => count ?? 0)).toEqual(
          coded.map((_, coder) => rows.filter((row) => row[coder] === 1).length),
        );
        expect(both).toBe(rows.filter((row) => row.every((rating) => rating !== 0)).length);
        const matrix = ratingMatrix(rows, [0, 1]);
        const wanted = agreementMeasures({ ...matrix, coders: drawn.coders });
        expectSame(measures.percentAgreement, wanted.percentAgreement);
        expectSame(measures.cohenKappa, wanted.cohenKappa);
        expectSame(measures.krippendorffAlpha, wanted.krippendorffAlpha);
        expectSame(measures.gwetAc1, wanted.gwetAc1);
      }
    }),
  );
});

test('the order of the coders and of the documents does not matter', () => {
  fc.assert(
    fc.property(input, (drawn) => {
      const last = drawn.coders - 1;
      const turned = agreementByCode({
        ...drawn,
        documents: drawn.documents.toReversed().map(({ units, codings, done }) => ({
          units,
          codings: codings
            .toReversed()
            .map(({ code, coder, start, end }) => ({ coder: last - coder, code, start, end })),
          done: done.map((coder) => last - coder),
        })),
      });
      const straight = agreementByCode(drawn);
      for (const [code, { measures, coded }] of straight.codes.entries()) {
        expect(turned.codes[code]!.coded.toReversed()).toEqual(coded);
        expectSame(turned.codes[code]!.measures.percentAgreement, measures.percentAgreement);
        expectSame(turned.codes[code]!.measures.cohenKappa, measures.cohenKappa);
        expectSame(turned.codes[code]!.measures.krippendorffAlpha, measures.krippendorffAlpha);
        expectSame(turned.codes[code]!.measures.gwetAc1, measures.gwetAc1);
      }
    }),
  );
});

test('splitting every coding in two adjacent ones changes nothing but the number of codings', () => {
  const halves = <C extends Span>(coding: C): C[] => {
    const middle = Math.floor((coding.start + coding.end) / 2);
    return [
      { ...coding, end: middle },
      { ...coding, start: middle },
    ].filter(({ start, end }) => start < end);
  };
  fc.assert(
    fc.property(input, (drawn) => {
      const split = agreementByCode({
        ...drawn,
        documents: drawn.documents.map((one) => ({ ...one, codings: one.codings.flatMap(halves) })),
      });
      const whole = agreementByCode(drawn);
      expect(split.codes.map(({ table, coded, both, measures }) => ({ table, coded, both, measures }))).toEqual(
        whole.codes.map(({ table, coded, both, measures }) => ({ table, coded, both, measures })),
      );
    }),
  );
});

test('the passages of a code add up to its counts', () => {
  fc.assert(
    fc.property(input, (drawn) => {
      for (const { code, both, coded } of agreementByCode(drawn).codes) {
        const { agreed, disputed } = passagesOfCode(drawn.documents, drawn, code);
        const unitsOf = (passages: readonly { readonly units: number }[]): number =>
          passages.reduce((sum, { units }) => sum + units, 0);
        expect(unitsOf(agreed)).toBe(both);
        for (const [coder, units] of coded.entries()) {
          expect(unitsOf([...agreed, ...disputed].filter((passage) => passage.coded.includes(coder)))).toBe(units ?? 0);
        }
      }
    }),
  );
});
