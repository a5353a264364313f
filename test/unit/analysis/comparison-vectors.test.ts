import { expect, test } from 'vitest';
import { DEFAULT_DRAWS } from '../../../shared/analysis/association/permutation-test.ts';
import { likelihoodRatio, pearsonChiSquare } from '../../../shared/analysis/comparison/chi-square.ts';
import { cochranQ, exactCochranP } from '../../../shared/analysis/comparison/cochran-q.ts';
import { conover } from '../../../shared/analysis/comparison/conover.ts';
import { biasCorrectedV, cramersV } from '../../../shared/analysis/comparison/cramers-v.ts';
import { drawnTableP } from '../../../shared/analysis/comparison/drawn-table-test.ts';
import { exactTableP } from '../../../shared/analysis/comparison/exact-table-test.ts';
import { exactFriedmanP, friedman, kendallW } from '../../../shared/analysis/comparison/friedman.ts';
import { mcNemarPairs } from '../../../shared/analysis/comparison/mcnemar.ts';
import { drawnRowP } from '../../../shared/analysis/comparison/row-permutation.ts';
import { signedRank } from '../../../shared/analysis/comparison/signed-rank.ts';
import { defined, expectFigures, type Figures, goldenVector, resultOf, valueOf, VECTOR_IDS } from './golden-vectors.ts';

const EXACT = 'chisq_permutation_p_exact';

test.each(VECTOR_IDS.filter((id) => id.startsWith('table.')))(
  '%s',
  (id) => {
    const { data, expected, toleranceOf } = goldenVector(id);
    const { table } = data as { table: number[][] };
    const {
      expected: expectedCells,
      std_resid,
      pearson_resid,
      ...figures
    } = expected as Record<string, number> & {
      [cells in 'expected' | 'std_resid' | 'pearson_resid']: number[][];
    };
    const chi = defined(pearsonChiSquare(table));
    const g = defined(likelihoodRatio(table));
    const drawn = defined(resultOf(drawnTableP(table, 'chi_square', { draws: DEFAULT_DRAWS, seed: 1 })));
    const computed: Figures = {
      n: chi.n,
      chisq: chi.statistic,
      df: chi.degreesOfFreedom,
      p: chi.p,
      cramers_v: valueOf(cramersV(table)),
      cramers_v_vcd: valueOf(cramersV(table)),
      cramers_v_bias_corrected: valueOf(biasCorrectedV(table)),
      G: g.statistic,
      G_p: g.p,
      fisher_freeman_halton_p: valueOf(exactTableP(table, 'probability')),
      min_expected: chi.cochran.leastExpected,
      chisq_permutation_p_mc_200000: drawn.p,
      ...(EXACT in figures ? { [EXACT]: valueOf(exactTableP(table, 'chi_square')) } : {}),
    };
    expectFigures(computed, figures, toleranceOf);
    expectFigures(
      {
        expected: chi.expected.flat(),
        std_resid: chi.adjustedResiduals.flat(),
        pearson_resid: chi.pearsonResiduals.flat(),
      },
      { expected: expectedCells.flat(), std_resid: std_resid.flat(), pearson_resid: pearson_resid.flat() },
      toleranceOf,
    );
  },
  60_000,
);

test('repeated.binary.15x4', () => {
  const { data, expected, toleranceOf } = goldenVector('repeated.binary.15x4');
  const { matrix } = data as { matrix: number[][] };
  const { mcnemar, ...figures } = expected as Record<string, number | number[]> & { mcnemar: Record<string, number>[] };
  const q = defined(cochranQ(matrix));
  const ranked = defined(friedman(matrix));
  const computed: Figures = {
    Q: q.statistic,
    Q_friedman: ranked.statistic,
    Q_coin: q.statistic,
    df: q.degreesOfFreedom,
    p: q.p,
    p_perm_mc200k: defined(resultOf(drawnRowP(matrix, { draws: 40_000, seed: 1 }))).p,
    p_perm_exact: valueOf(exactCochranP(matrix)),
    kendalls_w_equiv: q.etaSquared,
    col_totals: [...q.columnTotals],
  };
  expectFigures(computed, figures, toleranceOf);
  expect(valueOf(kendallW(matrix))).toBeCloseTo(q.etaSquared, 12);

  const pairs = mcNemarPairs(matrix);
  expect(pairs).toHaveLength(mcnemar.length);
  for (const [place, pair] of pairs.entries()) {
    const plain = defined(pair.chiSquare);
    const corrected = defined(pair.corrected);
    const found: Figures = {
      i: pair.i + 1,
      j: pair.j + 1,
      b: pair.onlyFirst,
      c: pair.onlySecond,
      exact_p: pair.exactP,
      midp: pair.midP,
      chisq: plain.statistic,
      chisq_p: plain.p,
      chisq_cc: corrected.statistic,
      chisq_cc_p: corrected.p,
      holm: pair.holmP,
    };
    expectFigures(found, mcnemar[place]!, toleranceOf);
  }
});

test('repeated.counts.12x4', () => {
  const { data, expected, toleranceOf } = goldenVector('repeated.counts.12x4');
  const { matrix } = data as { matrix: number[][] };
  type Pairs = Record<string, number>[];
  const {
    conover: pairs,
    wilcoxon_signed_rank_normal_no_cc: wilcoxon,
    ...figures
  } = expected as Record<string, number | number[]> & { conover: Pairs; wilcoxon_signed_rank_normal_no_cc: Pairs };
  const test = defined(friedman(matrix));
  const f = defined(test.imanDavenport);
  const post = defined(conover(matrix));
  const computed: Figures = {
    chisq: test.statistic,
    df: test.degreesOfFreedom,
    p: test.p,
    rank_sums: [...test.rankSums],
    kendalls_w: valueOf(kendallW(matrix)),
    iman_davenport_F: f.statistic,
    iman_davenport_p: f.p,
    conover_df: post.degreesOfFreedom,
    p_perm_exact: valueOf(exactFriedmanP(matrix)),
  };
  expectFigures(computed, figures, toleranceOf);
  // The tolerances are absolute; this holds small p-values to their digits.
  expect(f.p / (figures['iman_davenport_p'] as number)).toBeCloseTo(1, 9);

  expect([post.pairs.length, wilcoxon.length]).toEqual([pairs.length, 6]);
  for (const [place, { i, j, t, p, holmP }] of post.pairs.entries()) {
    expectFigures({ i: i + 1, j: j + 1, t, p, holm: holmP }, pairs[place]!, () => toleranceOf('conover'));
    expect(p / pairs[place]!['p']!).toBeCloseTo(1, 9);
    const column = (k: number): number[] => matrix.map((row) => row[k]!);
    const signed = defined(signedRank(column(i), column(j)));
    expectFigures({ i: i + 1, j: j + 1, V: signed.v, p: signed.p }, wilcoxon[place]!, toleranceOf);
  }
});

test('no vector is left out', () => {
  const elsewhere = ['pairwise.60x6', 'spans.cooccurrence', 'c_coefficient.manual', 'c_coefficient.out_of_range'];
  const here = VECTOR_IDS.filter((id) => id.startsWith('table.') || id.startsWith('repeated.'));
  expect(here).toHaveLength(7);
  expect([...here, ...elsewhere].sort()).toEqual(VECTOR_IDS.toSorted());
});
