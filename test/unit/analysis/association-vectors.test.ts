import { expect, test } from 'vitest';
import { atlasC } from '../../../shared/analysis/association/atlas-c.ts';
import { conditionalOddsRatio } from '../../../shared/analysis/association/conditional-odds-ratio.ts';
import { dice } from '../../../shared/analysis/association/dice.ts';
import { fisherExact } from '../../../shared/analysis/association/fisher-exact.ts';
import { inclusion } from '../../../shared/analysis/association/inclusion.ts';
import { jaccard } from '../../../shared/analysis/association/jaccard.ts';
import { lift } from '../../../shared/analysis/association/lift.ts';
import { haldaneLogOdds, logOdds } from '../../../shared/analysis/association/log-odds.ts';
import { ochiai } from '../../../shared/analysis/association/ochiai.ts';
import { phi } from '../../../shared/analysis/association/phi.ts';
import {
  normalizedInformation,
  pointwiseInformation,
  positiveInformation,
} from '../../../shared/analysis/association/pointwise-information.ts';
import {
  adjacentPairs,
  nearPairs,
  overlappingPairs,
  relationCounts,
  spansTouched,
} from '../../../shared/analysis/association/relation-counts.ts';
import { twoByTwoOf } from '../../../shared/analysis/association/unit-marks.ts';
import { yuleQ } from '../../../shared/analysis/association/yule-q.ts';
import { pearsonChiSquare, yatesChiSquare } from '../../../shared/analysis/comparison/chi-square.ts';
import { intersectedSpans, totalLength, unitedSpans } from '../../../shared/analysis/spans.ts';
import { coveredSegments } from '../../../shared/analysis/units.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { benjaminiHochberg, holm } from '../../../shared/statistics/adjusted-p.ts';
import { expectFigures, type Figures, goldenVector, valueOf } from './golden-vectors.ts';

type VectorOf<D, E> = { data: D; expected: E; toleranceOf: (key: string) => number };

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
    const yates = yatesChiSquare(table);
    if ('undefined' in haldane || 'undefined' in chi || 'undefined' in yates) {
      throw new Error(`${code1} ${code2} has no table`);
    }
    const computed: Figures = {
      ...table,
      jaccard: valueOf(jaccard(table)),
      dice: valueOf(dice(table)),
      ochiai: valueOf(ochiai(table)),
      overlap_coef: valueOf(inclusion(table)),
      lift: valueOf(lift(table)),
      pmi_log2: valueOf(pointwiseInformation(table)),
      ppmi_log2: valueOf(positiveInformation(table)),
      npmi: valueOf(normalizedInformation(table)),
      phi: valueOf(phi(table)),
      chisq: chi.statistic,
      chisq_p: chi.p,
      chisq_yates: yates.statistic,
      chisq_yates_p: yates.p,
      log_odds_haldane: haldane.value,
      log_odds_haldane_ci: [haldane.interval.low, haldane.interval.high],
      log_odds: valueOf(plain),
      log_odds_se: 'undefined' in plain ? null : plain.standardError,
      fisher_two_sided: fisher[place]!.twoSided,
      fisher_greater: fisher[place]!.greater,
      yule_q: valueOf(yuleQ(table)),
      fisher_BH: q.values[place]!,
      fisher_holm: adjusted.values[place]!,
      odds_ratio_conditional_mle: valueOf(conditionalOddsRatio(table)),
    };
    expectFigures(computed, numbers, toleranceOf);
  }
});

test('spans.cooccurrence: relations, pairs, characters, paragraphs and documents', () => {
  type Pair = {
    code1: string;
    code2: string;
    relations: Record<string, number>;
    [figure: string]: unknown;
  };
  const { data, expected, toleranceOf } = goldenVector('spans.cooccurrence') as VectorOf<
    {
      documents: { id: string; paragraphs: [number, number][] }[];
      spans: (Span & { doc: string; code: string })[];
    },
    { pairs: Pair[] }
  >;
  expect(expected.pairs).toHaveLength(3);
  for (const { code1, code2, relations, ...figures } of expected.pairs) {
    const sums: Record<string, number> = {};
    const add = (key: string, value: number): void => {
      sums[key] = (sums[key] ?? 0) + value;
    };
    const relationSums: Record<string, number> = {};
    for (const { id, paragraphs } of data.documents) {
      const a = data.spans.filter(({ doc, code }) => doc === id && code === code1);
      const b = data.spans.filter(({ doc, code }) => doc === id && code === code2);
      const counts = relationCounts(a, b);
      for (const [relation, count] of Object.entries(counts)) {
        relationSums[relation] = (relationSums[relation] ?? 0) + count;
      }
      const unitedA = unitedSpans(a);
      const unitedB = unitedSpans(b);
      const both = intersectedSpans(unitedA, unitedB);
      const segments = paragraphs.map(([start, end]) => ({ start, end }));
      const marks = {
        units: segments.length,
        first: coveredSegments(segments, unitedA, 'any'),
        second: coveredSegments(segments, unitedB, 'any'),
      };
      const { n11, n10, n01, n00 } = twoByTwoOf([marks]);
      const near = nearPairs(a, b, 20);
      add('n1', a.length);
      add('n2', b.length);
      add('overlapping_pairs', overlappingPairs(counts));
      add('adjacent_pairs_gap0', adjacentPairs(a, b));
      add('code1_precedes_code2_within_20', near.firstPrecedes);
      add('code1_follows_code2_within_20', near.firstFollows);
      add('chars_both', totalLength(both));
      add('chars_code1', totalLength(unitedA));
      add('chars_code2', totalLength(unitedB));
      add('intersection_runs', both.length);
      add('paragraphs_both', n11);
      add('paragraphs_either', n11 + n10 + n01);
      add('paragraphs_total', n11 + n10 + n01 + n00);
      add('documents_both', a.length > 0 && b.length > 0 ? 1 : 0);
      add('code1_segments_touched', spansTouched(a, b));
      add('code2_segments_touched', spansTouched(b, a));
    }
    const c = atlasC({ first: sums['n1']!, second: sums['n2']!, overlapping: sums['overlapping_pairs']! });
    const { chars_both, chars_code1, chars_code2 } = sums;
    const computed: Figures = {
      ...sums,
      c_coefficient_pairs: valueOf(c),
      char_jaccard: chars_both! / (chars_code1! + chars_code2! - chars_both!),
    };
    expectFigures(computed, figures as Figures, toleranceOf);
    const counted = Object.entries(relationSums).filter(([, count]) => count > 0);
    expect(Object.fromEntries(counted)).toEqual(relations);
  }
});

test.each(['c_coefficient.manual', 'c_coefficient.out_of_range'])('%s: not cut off at 1', (id) => {
  const { data, expected } = goldenVector(id) as VectorOf<{ n1: number; n2: number; n12: number }, { c: number }>;
  const c = atlasC({ first: data.n1, second: data.n2, overlapping: data.n12 });
  expect(valueOf(c)).toBeCloseTo(expected.c, 9);
});
