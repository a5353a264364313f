import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cooccurrenceEvidence } from '../../../shared/analysis/cooccurrence-evidence.ts';
import { cooccurrence } from '../../../shared/analysis/cooccurrence.ts';
import type { CodedSpan } from '../../../shared/analysis/sweep.ts';
import { measureValue } from '../../../shared/statistics/measure.ts';

const turns = [
  { start: 0, end: 10 },
  { start: 10, end: 20 },
  { start: 20, end: 30 },
];
const byTurn = { kind: 'segment', rule: 'any' } as const;

function coding(code: number, start: number, end: number): CodedSpan {
  return { code, start, end };
}

describe('co-occurrence', () => {
  test('in one turn without sharing text: the turn counts, no overlap', () => {
    const codings = [coding(0, 0, 5), coding(1, 5, 9)];
    const { n, pairs } = cooccurrence({ documents: [{ units: turns, codings }], codeCount: 2, unit: byTurn });
    expect(n).toBe(3);
    expect(pairs).toEqual([
      { a: 0, b: 1, n11: 1, n10: 0, n01: 0, n00: 2, jaccard: { value: 1 }, overlapPairs: 0, sharedCharacters: 0 },
    ]);
  });

  test('splitting a coding changes the pairs, not the turns or the shared characters', () => {
    const whole = [coding(0, 0, 8), coding(1, 2, 8)];
    const split = [coding(0, 0, 4), coding(0, 4, 8), coding(1, 2, 8)];
    const of = (codings: CodedSpan[]) =>
      cooccurrence({ documents: [{ units: turns, codings }], codeCount: 2, unit: byTurn }).pairs[0]!;
    expect([of(whole).overlapPairs, of(split).overlapPairs]).toEqual([1, 2]);
    expect({ ...of(split), overlapPairs: 1 }).toEqual(of(whole));
  });

  test('lists every pair of used codes, also those that never meet, and no unused code', () => {
    const codings = [coding(0, 0, 5), coding(2, 12, 15), coding(3, 22, 25)];
    const { pairs, occurrences } = cooccurrence({
      documents: [{ units: turns, codings }],
      codeCount: 5,
      unit: byTurn,
    });
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 2],
      [0, 3],
      [2, 3],
    ]);
    expect(pairs.map(({ jaccard }) => jaccard)).toEqual([{ value: 0 }, { value: 0 }, { value: 0 }]);
    expect(occurrences.map(({ code, units }) => [code, units])).toEqual([
      [0, 1],
      [2, 1],
      [3, 1],
    ]);
  });

  test('has no Jaccard, and says why, when both codes lie outside every unit', () => {
    const codings = [coding(0, 30, 35), coding(1, 31, 35)];
    const { pairs } = cooccurrence({ documents: [{ units: turns, codings }], codeCount: 2, unit: byTurn });
    expect(pairs[0]).toMatchObject({ n11: 0, n00: 3, jaccard: { undefined: 'never_used' }, overlapPairs: 1 });
  });

  test('a scope that cuts a shared passage in two leaves one pair of codings', () => {
    const scope = [
      { start: 0, end: 10 },
      { start: 20, end: 30 },
    ];
    const codings = [coding(0, 5, 25), coding(1, 8, 22), coding(1, 12, 18)];
    const input = { documents: [{ scope, codings }], codeCount: 2, unit: { kind: 'overlap' } } as const;
    expect(cooccurrence(input).pairs[0]).toMatchObject({ overlapPairs: 1, sharedCharacters: 4, n11: null });
    expect(cooccurrenceEvidence(input, 0, 1)[0]!.overlaps).toEqual([
      {
        first: codings[0],
        second: codings[1],
        shared: [
          { start: 8, end: 10 },
          { start: 20, end: 22 },
        ],
      },
    ]);
  });

  test('needs units to count segments', () => {
    expect(() => cooccurrence({ documents: [{ codings: [] }], codeCount: 1, unit: byTurn })).toThrow(RangeError);
  });

  test('nothing coded gives no pair', () => {
    expect(cooccurrence({ documents: [{ units: turns, codings: [] }], codeCount: 2, unit: byTurn })).toMatchObject({
      n: 3,
      occurrences: [],
      pairs: [],
    });
  });
});

type PairwiseVector = {
  readonly id: 'pairwise.60x6';
  readonly data: { readonly segments: readonly (readonly number[])[]; readonly codes: readonly string[] };
  readonly expected: {
    readonly n_segments: number;
    readonly pairs: readonly {
      readonly code1: string;
      readonly code2: string;
      readonly n11: number;
      readonly n10: number;
      readonly n01: number;
      readonly n00: number;
      readonly jaccard: number;
    }[];
  };
};
type SpansVector = {
  readonly id: 'spans.cooccurrence';
  readonly data: {
    readonly documents: readonly { readonly id: string; readonly paragraphs: readonly (readonly [number, number])[] }[];
    readonly spans: readonly {
      readonly doc: string;
      readonly code: string;
      readonly start: number;
      readonly end: number;
    }[];
  };
  readonly expected: {
    readonly pairs: readonly {
      readonly code1: string;
      readonly code2: string;
      readonly n1: number;
      readonly n2: number;
      readonly overlapping_pairs: number;
      readonly chars_both: number;
      readonly chars_code1: number;
      readonly chars_code2: number;
      readonly char_jaccard: number;
      readonly paragraphs_both: number;
      readonly paragraphs_either: number;
      readonly paragraphs_total: number;
    }[];
  };
};

describe('co-occurrence vectors', () => {
  const { vectors } = JSON.parse(
    readFileSync(new URL('../../golden/agreement/cooccurrence-vectors.json', import.meta.url), 'utf8'),
  ) as { readonly vectors: readonly (PairwiseVector | SpansVector)[] };

  test('60 segments × 6 codes', () => {
    const { data, expected } = vectors.find((vector): vector is PairwiseVector => vector.id === 'pairwise.60x6')!;
    const codings = data.segments.flatMap((line, place) =>
      line.flatMap((present, code) => (present === 1 ? [coding(code, place, place + 1)] : [])),
    );
    const units = data.segments.map((_, place) => ({ start: place, end: place + 1 }));
    const result = cooccurrence({
      documents: [{ units, codings }],
      codeCount: data.codes.length,
      unit: byTurn,
    });
    expect(result.n).toBe(expected.n_segments);
    expect(result.pairs).toHaveLength(expected.pairs.length);
    for (const [place, wanted] of expected.pairs.entries()) {
      const { a, b, n11, n10, n01, n00, jaccard } = result.pairs[place]!;
      expect({ code1: data.codes[a], code2: data.codes[b], n11, n10, n01, n00 }).toMatchObject({
        code1: wanted.code1,
        code2: wanted.code2,
        n11: wanted.n11,
        n10: wanted.n10,
        n01: wanted.n01,
        n00: wanted.n00,
      });
      expect(measureValue(jaccard)).toBeCloseTo(wanted.jaccard, 9);
    }
  });

  test('19 spans in three documents', () => {
    const { data, expected } = vectors.find((vector): vector is SpansVector => vector.id === 'spans.cooccurrence')!;
    const codes = ['A', 'B', 'C'];
    const documents = data.documents.map(({ id, paragraphs }) => ({
      units: paragraphs.map(([start, end]) => ({ start, end })),
      codings: data.spans
        .filter((span) => span.doc === id)
        .map(({ code, start, end }) => coding(codes.indexOf(code), start, end)),
    }));
    const paragraphs = cooccurrence({ documents, codeCount: 3, unit: byTurn });
    const text = cooccurrence({ documents, codeCount: 3, unit: { kind: 'overlap' } });
    const computed = paragraphs.pairs.map(({ a, b, n11, n10, n01, overlapPairs, sharedCharacters }, place) => ({
      code1: codes[a],
      code2: codes[b],
      n1: text.occurrences[a]!.codings,
      n2: text.occurrences[b]!.codings,
      overlapping_pairs: overlapPairs,
      chars_both: sharedCharacters,
      chars_code1: text.occurrences[a]!.characters,
      chars_code2: text.occurrences[b]!.characters,
      paragraphs_both: n11,
      paragraphs_either: n11! + n10! + n01!,
      paragraphs_total: paragraphs.n,
      char_jaccard: measureValue(text.pairs[place]!.jaccard),
    }));
    expect(computed).toHaveLength(expected.pairs.length);
    for (const [place, { char_jaccard, ...counts }] of computed.entries()) {
      expect(expected.pairs[place]).toMatchObject(counts);
      expect(char_jaccard).toBeCloseTo(expected.pairs[place]!.char_jaccard, 9);
    }
  });
});
