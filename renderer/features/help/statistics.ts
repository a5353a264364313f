/** By statistic, the page of `docs/methods` that has its formula and source, and the heading there. */
export const methodsOf = {
  percentAgreement: ['agreement.md', 'Percent agreement'],
  cohenKappa: ['agreement.md', "Cohen's κ and weighted κ"],
  krippendorffAlpha: ['agreement.md', "Krippendorff's α"],
  gwetAc1: ['agreement.md', "Gwet's AC1 and AC2"],
  positiveAgreement: ['agreement.md', 'Positive agreement (F1)'],
  agreementInterval: ['agreement.md', 'Bootstrap'],
  jaccard: ['cooccurrence.md', 'Jaccard'],
  ochiai: ['cooccurrence.md', 'Ochiai'],
  logOdds: ['cooccurrence.md', 'Log odds ratio'],
  ofFirst: ['cooccurrence.md', 'Conditional shares'],
  ofSecond: ['cooccurrence.md', 'Conditional shares'],
  lift: ['cooccurrence.md', 'Lift'],
  ppmi: ['cooccurrence.md', 'PMI, PPMI and NPMI'],
  npmi: ['cooccurrence.md', 'PMI, PPMI and NPMI'],
  phi: ['cooccurrence.md', 'φ'],
  expected: ['cooccurrence.md', 'Permutation within documents'],
  permutationP: ['cooccurrence.md', 'Permutation within documents'],
  q: ['cooccurrence.md', 'Benjamini–Hochberg and Holm'],
  fisher: ['cooccurrence.md', "Fisher's exact test"],
  atlasC: ['cooccurrence.md', "ATLAS.ti's c"],
  cochranQ: ['comparison.md', "Cochran's Q"],
  friedman: ['comparison.md', "Friedman's test"],
  kendallW: ['comparison.md', "Kendall's W"],
  mcNemar: ['comparison.md', "McNemar's test"],
  holm: ['cooccurrence.md', 'Benjamini–Hochberg and Holm'],
  conover: ['comparison.md', "Conover's comparisons"],
  chiSquare: ['comparison.md', "Pearson's χ²"],
  cramerV: ['comparison.md', "Cramér's V"],
  permutationChi: ['comparison.md', 'Permutation χ²'],
  fisherFreemanHalton: ['comparison.md', 'Fisher–Freeman–Halton'],
  mean: ['survey.md', 'n, mean, standard deviation, median'],
  sd: ['survey.md', 'n, mean, standard deviation, median'],
  median: ['survey.md', 'n, mean, standard deviation, median'],
  spearman: ['survey.md', 'Correlations'],
  pearson: ['survey.md', 'Correlations'],
  correlationP: ['survey.md', 'Correlations'],
} as const satisfies Readonly<Record<string, readonly [page: string, heading: string]>>;

/** A statistic that is shown somewhere; `help.NAME` explains it in two sentences, `help.NAME.name` is its name. */
export type StatisticName = keyof typeof methodsOf;

/** Whether a column of a table is a statistic that has help. */
export function isStatistic(column: string): column is StatisticName {
  return Object.hasOwn(methodsOf, column);
}
