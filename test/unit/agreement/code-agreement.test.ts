import { describe, expect, test } from 'vitest';
import { agreementByCode, type AgreementByCode } from '../../../shared/agreement/coded-units/code-agreement.ts';
import { passagesOfCode } from '../../../shared/agreement/coded-units/code-passages.ts';
import type { AgreementDocument, CoderCoding } from '../../../shared/agreement/coded-units/document-tally.ts';

const turns = [
  { start: 0, end: 10 },
  { start: 10, end: 20 },
  { start: 20, end: 30 },
  { start: 40, end: 50 },
];

function coding(coder: number, code: number, start: number, end: number): CoderCoding {
  return { coder, code, start, end };
}

function byTurn(documents: readonly AgreementDocument[], coders = 2, codes = 1): AgreementByCode {
  return agreementByCode({ documents, coders, codes, unit: { kind: 'segment', rule: 'any' } });
}

describe('two coders on turns', () => {
  test('counts both, one and none', () => {
    const codings = [coding(0, 0, 0, 12), coding(1, 0, 11, 22)];
    const { codes, n } = byTurn([{ units: turns, codings, done: [0, 1] }]);
    expect(n).toBe(4);
    expect(codes[0]).toMatchObject({ coded: [2, 2], both: 1, table: { n11: 1, n10: 1, n01: 1, n00: 1 } });
    expect(codes[0]!.measures).toEqual({
      percentAgreement: { value: 0.5 },
      positiveAgreement: { value: 0.5 },
      cohenKappa: { value: 0, observed: 0.5, expected: 0.5 },
      krippendorffAlpha: { value: 0.125, observedDisagreement: 0.5, expectedDisagreement: 4 / 7, pairableValues: 8 },
      gwetAc1: { value: 0, observed: 0.5, expected: 0.5 },
    });
    expect(codes[0]!.measures.positiveAgreement).toEqual({ value: 0.5 });
  });

  test("unites a coder's own overlapping codings, but counts them as two codings", () => {
    const codings = [coding(0, 0, 0, 6), coding(0, 0, 4, 9), coding(1, 0, 0, 9)];
    const document = { units: [{ start: 0, end: 20 }], codings, done: [0, 1] };
    const { codes } = agreementByCode({ documents: [document], coders: 2, codes: 1, unit: { kind: 'character' } });
    expect(codes[0]).toMatchObject({ coded: [9, 9], both: 9, codings: [2, 1], measures: { cohenKappa: { value: 1 } } });
  });

  test('reports codings that no unit holds', () => {
    const codings = [coding(0, 0, 30, 40), coding(0, 0, 29, 31), coding(1, 0, 60, 70)];
    const result = byTurn([{ units: turns, codings, done: [0, 1] }]);
    expect(result.codingsOutsideUnits).toBe(2);
    expect(result.codes[0]).toMatchObject({ used: true, coded: [1, 0] });
  });
});

describe('a coder who is not done', () => {
  const document = { units: turns, codings: [coding(0, 0, 0, 5), coding(1, 0, 0, 5)] };

  test('makes a document of two coders no ground for comparison', () => {
    const result = byTurn([
      { ...document, done: [0, 1] },
      { ...document, done: [0] },
      { ...document, done: [] },
    ]);
    expect(result.documents).toEqual([0]);
    expect(result.n).toBe(4);
    expect(result.codingsNotCompared).toBe(4);
    expect(result.codes[0]!.codings).toEqual([1, 1]);
  });

  test('leaves nothing to compare when it is so everywhere', () => {
    const result = byTurn([{ ...document, done: [1] }]);
    expect(result.documents).toEqual([]);
    const none = { undefined: 'no_units' };
    expect(result.codes[0]!.measures).toEqual({
      percentAgreement: none,
      positiveAgreement: none,
      cohenKappa: none,
      krippendorffAlpha: none,
      gwetAc1: none,
    });
    expect(result.overall.pooled.measures.cohenKappa).toEqual({ undefined: 'no_units' });
    expect(result.overall.macro.cohenKappa).toEqual({
      mean: { undefined: 'no_units' },
      definedCount: 0,
      undefinedCount: 0,
    });
  });

  test('is missing, not "not coded", beside two who are', () => {
    const codings = [coding(0, 0, 0, 5), coding(1, 0, 0, 5), coding(2, 0, 25, 45)];
    const { codes, n, codingsNotCompared } = byTurn([{ units: turns, codings, done: [0, 1] }], 3);
    expect(n).toBe(4);
    expect(codingsNotCompared).toBe(1);
    expect(codes[0]).toMatchObject({ coded: [1, 1, null], both: 1, table: null });
    expect(codes[0]!.measures.percentAgreement).toEqual({ value: 1 });
    expect(codes[0]!.measures.krippendorffAlpha).toMatchObject({ value: 1, pairableValues: 8 });
    expect(codes[0]!.ratings.rows.every(({ ratings }) => ratings[2] === null)).toBe(true);
  });
});

describe('cases without a value', () => {
  const document = (codings: CoderCoding[]): AgreementDocument => ({ units: turns, codings, done: [0, 1] });

  test('a code nobody used: no kappa, no alpha, no F1; AC1 of two categories is 1', () => {
    const { codes, overall } = byTurn([document([coding(0, 1, 0, 5)])], 2, 2);
    expect(codes[0]).toMatchObject({
      used: false,
      measures: {
        percentAgreement: { value: 1 },
        cohenKappa: { undefined: 'no_variation' },
        krippendorffAlpha: { undefined: 'no_variation' },
        gwetAc1: { value: 1 },
      },
    });
    expect(overall.pooled.n).toBe(4);
  });

  test('a code everybody used everywhere varies as little', () => {
    const { codes } = byTurn([document([coding(0, 0, 0, 50), coding(1, 0, 0, 50)])]);
    expect(codes[0]!.measures.cohenKappa).toEqual({ undefined: 'no_variation' });
    expect(codes[0]!.measures.positiveAgreement).toEqual({ value: 1 });
  });

  test('a code only one coder used has kappa 0', () => {
    const { codes } = byTurn([document([coding(0, 0, 0, 5)])]);
    expect(codes[0]!.measures.cohenKappa).toMatchObject({ value: 0 });
  });

  test('the macro mean leaves undefined codes out and counts them', () => {
    const codings = [coding(0, 0, 0, 5), coding(1, 0, 0, 5), coding(0, 1, 0, 50), coding(1, 1, 0, 50)];
    const { overall } = byTurn([document(codings)], 2, 3);
    expect(overall.macro.cohenKappa).toEqual({ mean: { value: 1 }, definedCount: 1, undefinedCount: 1 });
    expect(overall.macro.percentAgreement).toEqual({ mean: { value: 1 }, definedCount: 2, undefinedCount: 0 });
  });

  test('Cohen is for two coders', () => {
    const { codes } = byTurn([{ units: turns, codings: [coding(2, 0, 0, 5)], done: [0, 1, 2] }], 3);
    expect(codes[0]!.measures.cohenKappa).toEqual({ undefined: 'two_coders_only' });
    expect(codes[0]!.measures.positiveAgreement).toEqual({ value: expect.any(Number) });
  });

  test('a coder who was not chosen is refused', () => {
    expect(() => byTurn([document([coding(2, 0, 0, 5)])])).toThrow(RangeError);
  });
});

test('chance alone gives kappa 0: 1000 characters, each coder codes 900, both 810', () => {
  const codings = [coding(0, 0, 0, 900), coding(1, 0, 90, 990)];
  const documents = [{ units: [{ start: 0, end: 1000 }], codings, done: [0, 1] }];
  const { codes } = agreementByCode({ documents, coders: 2, codes: 1, unit: { kind: 'character' } });
  expect(codes[0]).toMatchObject({ coded: [900, 900], both: 810, measures: { cohenKappa: { value: 0 } } });
});

test('the passages name who coded and who did not', () => {
  const codings = [coding(0, 0, 0, 12), coding(1, 0, 8, 15), coding(2, 0, 8, 12)];
  const document = { units: [{ start: 0, end: 20 }], codings, done: [2, 0, 1] };
  expect(passagesOfCode([document], { coders: 3, unit: { kind: 'character' } }, 0)).toEqual({
    agreed: [{ document: 0, start: 8, end: 12, coded: [0, 1, 2], notCoded: [], units: 4 }],
    disputed: [
      { document: 0, start: 0, end: 8, coded: [0], notCoded: [1, 2], units: 8 },
      { document: 0, start: 12, end: 15, coded: [1], notCoded: [0, 2], units: 3 },
    ],
  });
});

test('the cost does not depend on the length of the text', () => {
  const long = 55_000_000;
  const codings = [coding(0, 0, 0, long / 2), coding(1, 0, 0, long / 2)];
  const documents = [{ units: [{ start: 0, end: long }], codings, done: [0, 1] }];
  const { codes, n } = agreementByCode({ documents, coders: 2, codes: 1, unit: { kind: 'character' } });
  expect(n).toBe(long);
  expect(codes[0]!.ratings.rows).toHaveLength(2);
  expect(codes[0]!.measures.krippendorffAlpha).toMatchObject({ value: 1 });
});
