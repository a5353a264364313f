import { expect, test } from 'vitest';
import { atlasC } from '../../../shared/analysis/association/atlas-c.ts';
import { fisherExact } from '../../../shared/analysis/association/fisher-exact.ts';
import { lift } from '../../../shared/analysis/association/lift.ts';
import { haldaneLogOdds, logOdds } from '../../../shared/analysis/association/log-odds.ts';
import { ochiai } from '../../../shared/analysis/association/ochiai.ts';
import { phi } from '../../../shared/analysis/association/phi.ts';
import {
  normalizedInformation,
  pointwiseInformation,
  positiveInformation,
} from '../../../shared/analysis/association/pointwise-information.ts';
import { type SpanRelation, spanRelation } from '../../../shared/analysis/association/span-relation.ts';
import { twoByTwoOf } from '../../../shared/analysis/association/unit-marks.ts';
import { pearsonChiSquare } from '../../../shared/analysis/comparison/chi-square.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { benjaminiHochberg, holm } from '../../../shared/statistics/adjusted-p.ts';
import { expectFigures, type Figures, goldenVector, reportedOf, valueOf } from './golden-vectors.ts';

type VectorOf<D, E> = { data: D; expected: E; toleranceOf: (key: string) => number };

/** Of a pair in the vectors, but not among what Verbatim reports. */
const unreported = ['dice', 'overlap_coef', 'yule_q', 'odds_ratio_conditional_mle', 'chisq_yates', 'chisq_yates_p'];

test('pairwise.60x6: every measure of every pair', () => {
  type Pair = Figures & { code1: string; code2: string };
  const { data, expected, toleranceOf } = goldenVector('pairwise.60x6') as VectorOf<
    { codes: string[]; segments: number[][] },
    { n_segments: number; pairs: Pair[] }
  >;
  const placesOf = (code: string): number[] =>
    data.segments.flatMap((row, place) => (row[data.codes.indexOf(code)] === 1 ? [place] : []));
  const tables = expected.pairs.map(({ code1, code2 }) =>
    twoByTwoOf([{ units: data.segments.length, first: placesOf(code1), second: placesOf(code2) }]),
  );
  const fisher = tables.map((table) => {
    const test = fisherExact(table);
    return 'undefined' in test ? { twoSided: Number.NaN, greater: Number.NaN } : test;
  });
  const q = benjaminiHochberg(fisher.map(({ twoSided }) => twoSided));
  const adjusted = holm(fisher.map(({ twoSided }) => twoSided));
  expect([expected.n_segments, q.m, adjusted.m]).toEqual([data.segments.length, 15, 15]);

  for (const [place, { code1, code2, ...numbers }] of expected.pairs.entries()) {
    const table = tables[place]!;
    const haldane = haldaneLogOdds(table);
    const plain = logOdds(table);
    const contingency = [
      [table.n11, table.n10],
      [table.n01, table.n00],
    ];
    const chi = pearsonChiSquare(contingency);
    if ('undefined' in haldane || 'undefined' in chi) {
      throw new Error(`${code1} ${code2} has no table`);
    }
    const computed: Figures = {
      ...table,
      ochiai: valueOf(ochiai(table)),
      lift: valueOf(lift(table)),
      pmi_log2: valueOf(pointwiseInformation(table)),
      ppmi_log2: valueOf(positiveInformation(table)),
      npmi: valueOf(normalizedInformation(table)),
      phi: valueOf(phi(table)),
      chisq: chi.statistic,
      chisq_p: chi.p,
      log_odds_haldane: haldane.value,
      log_odds_haldane_ci: [haldane.interval.low, haldane.interval.high],
      log_odds: valueOf(plain),
      log_odds_se: 'undefined' in plain ? null : plain.standardError,
      fisher_two_sided: fisher[place]!.twoSided,
      fisher_greater: fisher[place]!.greater,
      fisher_BH: q.values[place]!,
      fisher_holm: adjusted.values[place]!,
    };
    // Jaccard is counted with the pairs: `cooccurrence.test.ts` holds it to the same vector.
    expectFigures(computed, reportedOf(numbers, [...unreported, 'jaccard']), toleranceOf);
  }
});

test('spans.cooccurrence: how every two spans lie to each other, and c', () => {
  type Pair = {
    code1: string;
    code2: string;
    relations: Record<string, number>;
    n1: number;
    n2: number;
    overlapping_pairs: number;
    c_coefficient_pairs: number;
  };
  const { data, expected } = goldenVector('spans.cooccurrence') as VectorOf<
    { spans: (Span & { doc: string; code: string })[] },
    { pairs: Pair[] }
  >;
  expect(expected.pairs).toHaveLength(3);
  for (const { code1, code2, relations, ...pair } of expected.pairs) {
    const [first, second] = [code1, code2].map((wanted) => data.spans.filter(({ code }) => code === wanted));
    const found: Partial<Record<SpanRelation, number>> = {};
    for (const one of first!)
      for (const other of second!.filter(({ doc }) => doc === one.doc)) {
        const relation = spanRelation(one, other);
        found[relation] = (found[relation] ?? 0) + 1;
      }
    expect(found).toEqual(relations);
    const c = atlasC({ first: pair.n1, second: pair.n2, overlapping: pair.overlapping_pairs });
    expect(valueOf(c)).toBeCloseTo(pair.c_coefficient_pairs, 9);
  }
});

test.each(['c_coefficient.manual', 'c_coefficient.out_of_range'])('%s: not cut off at 1', (id) => {
  const { data, expected } = goldenVector(id) as VectorOf<{ n1: number; n2: number; n12: number }, { c: number }>;
  const c = atlasC({ first: data.n1, second: data.n2, overlapping: data.n12 });
  expect(valueOf(c)).toBeCloseTo(expected.c, 9);
});
