import { describe, expect, test } from 'vitest';
import { agreementByCode, type AgreementByCode } from '../../../shared/agreement/coded-units/code-agreement.ts';
import type { AgreementDocument } from '../../../shared/agreement/coded-units/document-tally.ts';
import { passagesOfCode } from '../../../shared/agreement/coded-units/code-passages.ts';
import { cohenKappa } from '../../../shared/agreement/coefficients/cohen-kappa.ts';
import { pooledRatings } from '../../../shared/agreement/coefficients/ratings.ts';
import { measureValue } from '../../../shared/statistics/measure.ts';
import { readStudyFile, readStudySample } from '../../support/study-sample.ts';

type CodeReference = {
  readonly A: number;
  readonly B: number;
  readonly both: number;
  readonly units: number;
  readonly percent: number;
  readonly kappa: number | null;
  readonly A_codings: number;
  readonly B_codings: number;
};
type Reference = {
  readonly documents: Readonly<Record<string, { readonly code_points: number; readonly pooled_kappa: number }>>;
  readonly codes: Readonly<Record<string, CodeReference>>;
  readonly pooled: {
    readonly A: number;
    readonly B: number;
    readonly both: number;
    readonly units: number;
    readonly percent: number;
    readonly kappa: number;
  };
  readonly used_codes: number;
};

const reference = JSON.parse(readStudyFile('agreement_reference.json')) as Reference;
const sample = readStudySample();
const coders = ['A', 'B'] as const;

const documents: AgreementDocument[] = sample.documents.map(({ name, length }) => ({
  units: [{ start: 0, end: length }],
  codings: coders.flatMap((coder, place) =>
    sample.codingsOf(coder, name).map(({ code, start, end }) => ({ coder: place, code, start, end })),
  ),
  done: [0, 1],
}));

function onCharacters(chosen: readonly AgreementDocument[]): AgreementByCode {
  return agreementByCode({ documents: chosen, coders: 2, codes: sample.codes.length, unit: { kind: 'character' } });
}

describe('the sample study, every code point of the text a unit', () => {
  const result = onCharacters(documents);

  test('has 13,169 units and lists the reference codes', () => {
    expect(result.n).toBe(13_169);
    expect(result.codes.map(({ code }) => sample.codes[code])).toEqual(Object.keys(reference.codes).sort());
    expect(result.codes.filter((code) => code.used)).toHaveLength(reference.used_codes);
    expect(result.codingsOutsideUnits).toBe(0);
    expect(result.codingsNotCompared).toBe(0);
  });

  test.each(Object.entries(reference.codes))('%s', (name, wanted) => {
    const code = result.codes[sample.codes.indexOf(name)]!;
    expect({
      A: code.coded[0],
      B: code.coded[1],
      both: code.both,
      units: code.n,
      A_codings: code.codings[0],
      B_codings: code.codings[1],
    }).toEqual({
      A: wanted.A,
      B: wanted.B,
      both: wanted.both,
      units: wanted.units,
      A_codings: wanted.A_codings,
      B_codings: wanted.B_codings,
    });
    expect(measureValue(code.measures.percentAgreement)).toBeCloseTo(wanted.percent, 6);
    expect(measureValue(code.measures.cohenKappa)!.toFixed(6)).toBe(wanted.kappa!.toFixed(6));
  });

  test('pools all codes into one table', () => {
    const { pooled } = result.overall;
    expect([pooled.coded[0], pooled.coded[1], pooled.both, pooled.n]).toEqual([
      reference.pooled.A,
      reference.pooled.B,
      reference.pooled.both,
      reference.pooled.units,
    ]);
    expect(measureValue(pooled.measures.percentAgreement)).toBeCloseTo(reference.pooled.percent, 6);
    expect(measureValue(pooled.measures.cohenKappa)!.toFixed(6)).toBe('0.677892');
  });

  test.each(Object.entries(reference.documents))('%s alone', (name, wanted) => {
    const place = sample.documents.findIndex((document) => document.name === name);
    const alone = onCharacters([documents[place]!]);
    expect(alone.n).toBe(wanted.code_points);
    // Over the codes of the whole study, also those that this document lacks.
    const pooled = cohenKappa(pooledRatings(alone.codes.map(({ ratings }) => ratings)));
    expect(measureValue(pooled)).toBeCloseTo(wanted.pooled_kappa, 6);
  });

  test('every count opens passages of that many characters', () => {
    for (const { code, both, coded } of result.codes) {
      const { agreed, disputed } = passagesOfCode(documents, { coders: 2, unit: { kind: 'character' } }, code);
      const lengthOf = (coder: number): number =>
        disputed.filter((passage) => passage.coded.includes(coder)).reduce((sum, { units }) => sum + units, 0);
      expect(agreed.reduce((sum, { units }) => sum + units, 0)).toBe(both);
      expect([lengthOf(0), lengthOf(1)]).toEqual([coded[0]! - both, coded[1]! - both]);
    }
  });
});
