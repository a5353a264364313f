import { describe, expect, test } from 'vitest';
import type { AgreementResult } from '../../../shared/contract/methods/agreement.ts';
import { asId } from '../../../shared/domain/ids.ts';
import { agreementCsv } from '../../../renderer/features/agreement/agreement-csv.ts';
import {
  agreementRows,
  measuresFor,
  placeByLines,
  rowsInOrder,
  weakestRows,
} from '../../../renderer/features/agreement/agreement-rows.ts';

const measures = (alpha: number | null) => ({
  percentAgreement: { value: 0.9 },
  cohenKappa: alpha === null ? { undefined: 'no_variation' } : { value: alpha },
  krippendorffAlpha: alpha === null ? { undefined: 'no_variation' } : { value: alpha },
  gwetAc1: { value: 0.95 },
  positiveAgreement: { value: 0.6 },
});
const spans = { exact: { value: 0.2 }, overlap: { value: 0.7 }, iou: { value: 0.5 } };
const counts = {
  counts: [10, 20],
  both: 5,
  prevalence: { value: 0.015 },
  table: { n11: 5, n10: 5, n01: 15, n00: 975 },
};

const coders = ['A', 'B'].map((name) => ({ id: asId<'coder'>(name), name }));

function resultOf(alphas: Readonly<Record<string, number | null>>): AgreementResult {
  return {
    unit: 'character',
    scope: 'text',
    rule: 'any',
    children: 'apart',
    n: 1000,
    coders,
    documents: [{ id: asId<'document'>('d'), name: 's01.txt' }],
    notDone: [],
    outside: 0,
    codes: Object.entries(alphas).map(([code, alpha]) => ({
      code: asId<'code'>(code),
      ...counts,
      measures: measures(alpha),
      spans,
    })),
    unused: [],
    overall: {
      pooled: { n: 3000, ...counts, ...measures(0.5), spans },
      macro: {
        ...measures(0.4),
        defined: { percentAgreement: 3, cohenKappa: 2, krippendorffAlpha: 2, gwetAc1: 3, positiveAgreement: 3 },
      },
    },
  };
}

const named = (code: string, order: number, codings: Record<string, number> = { A: 9, B: 9 }) =>
  [
    asId<'code'>(code),
    {
      id: asId<'code'>(code),
      name: code,
      lang: 'en',
      fileName: `theme / ${code}`,
      color: '#49c1e9',
      mark: 'solid',
      retired: false,
      order,
      codings,
    },
  ] as const;

const names = new Map([named('c', 0), named('b', 1, { A: 9, B: 4 }), named('a', 2)]);
const byCode = (a: string, b: string): number => a.localeCompare(b);

describe('agreement rows', () => {
  const rows = agreementRows(resultOf({ a: 0.2, b: null, c: 0.9 }), names);

  test('stand in the order of the codebook and know who coded too little', () => {
    expect(rows.map((row) => [row.named.name, row.isThin])).toEqual([
      ['c', false],
      ['b', true],
      ['a', false],
    ]);
  });

  test('weakest first, those not defined last', () => {
    const ordered = rowsInOrder(rows, { column: 'krippendorffAlpha', direction: 'ascending' }, byCode);
    expect(ordered.map((row) => row.named.name)).toEqual(['a', 'c', 'b']);
  });

  test('sort by a coder and by name', () => {
    const byName = rowsInOrder(rows, { column: 'code', direction: 'ascending' }, byCode);
    expect(byName.map((row) => row.named.name)).toEqual(['a', 'b', 'c']);
    expect(rowsInOrder(rows, { column: 'coder:1', direction: 'descending' }, byCode)).toHaveLength(3);
  });

  test('the weakest are named only where there is something to compare', () => {
    expect(weakestRows(rows)).toEqual([]);
    const three = agreementRows(resultOf({ a: 0.2, b: 0.1, c: 0.9 }), names);
    expect(weakestRows(three).map(({ row }) => row.named.name)).toEqual(['b', 'a']);
    const oneSided = three.map((row) => (row.named.name === 'b' ? { ...row, counts: [10, 0] } : row));
    expect(weakestRows(oneSided)).toEqual([]);
  });

  test('a coder who judged nothing makes no code thin or one-sided', () => {
    const three = {
      ...resultOf({ a: 0.2, b: 0.1, c: 0.9 }),
      coders: [...coders, { id: asId<'coder'>('C'), name: 'C' }],
    };
    const codes = three.codes.map((code) => ({ ...code, counts: [10, 20, null] }));
    const missing = agreementRows({ ...three, codes }, names);
    expect(missing.map(({ isThin }) => isThin)).toEqual([false, true, false]);
    expect(weakestRows(missing)).toHaveLength(2);
  });

  test('go into CSV raw, with the reason where there is no figure', () => {
    const none = { interval: { undefined: 'too_few_units' }, undefinedResamples: 0, below667: null, below80: null };
    const noneOfAll = {
      percentAgreement: none,
      cohenKappa: none,
      krippendorffAlpha: none,
      gwetAc1: none,
      positiveAgreement: none,
    };
    const intervals = {
      revision: 7,
      revisedAt: '2026-03-01T09:30:00.000Z',
      level: 0.95,
      resampling: 'documents' as const,
      elements: 6,
      drawn: { resamples: 2000, seed: 1, generator: 'xoshiro128**' },
      codes: [
        {
          code: rows[1]!.code,
          measures: { ...noneOfAll, krippendorffAlpha: { ...none, interval: { low: -0.1, high: 0.4 } } },
        },
      ],
      pooled: noneOfAll,
      macro: noneOfAll,
    };
    const csv = agreementCsv(resultOf({ a: 1 / 3, b: null }), intervals, rows.slice(1), {
      project: 'Study',
      revision: 7,
      revisedAt: '2026-03-01T09:30:00.000Z',
      synthetic: true,
    });
    const lines = csv.split('\r\n');
    expect(lines).toContain('# data: synthetic sample');
    expect(lines).toContain('# N: 1000');
    expect(lines).toContain('# revision: 7');
    expect(lines).toContain('# revised: 2026-03-01T09:30:00.000Z');
    expect(lines).toContain(
      'theme / b,10,20,5,0.9,,,0.95,0.6,cohen_kappa: no_variation; krippendorff_alpha: no_variation,-0.1,0.4',
    );
    expect(lines).toContain(
      '# intervals: 95 % of alpha, percentile bootstrap over 6 documents, 2000 resamples, seed 1 (xoshiro128**)',
    );
    expect(lines).toContain('"(all codes, pooled)",,,,0.9,0.5,0.5,0.95,0.6,,,');
  });
});

test('the customary lines belong to what stands above them', () => {
  expect([0.666, 0.667, 0.799, 0.8].map(placeByLines)).toEqual(['below', 'between', 'between', 'above']);
});

test('Cohen’s κ is shown of two coders only', () => {
  expect(measuresFor(2)).toContain('cohenKappa');
  expect(measuresFor(3)).toEqual(['percentAgreement', 'krippendorffAlpha', 'gwetAc1', 'positiveAgreement']);
});
