import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { intervalDifference, ordinalDifference, ratioDifference } from '../../../shared/agreement/alpha-differences.ts';
import { brennanPrediger } from '../../../shared/agreement/brennan-prediger.ts';
import { agreementByCode } from '../../../shared/agreement/code-agreement.ts';
import { cohenKappa, cohenKappaMaximum } from '../../../shared/agreement/cohen-kappa.ts';
import { congerKappa } from '../../../shared/agreement/conger-kappa.ts';
import { fleissKappa } from '../../../shared/agreement/fleiss-kappa.ts';
import { gwetAc1 } from '../../../shared/agreement/gwet-ac1.ts';
import { gwetAc2 } from '../../../shared/agreement/gwet-ac2.ts';
import { holsti } from '../../../shared/agreement/holsti.ts';
import { krippendorffAlpha, type SquaredDifference } from '../../../shared/agreement/krippendorff-alpha.ts';
import { lightKappa, pairwiseKappas } from '../../../shared/agreement/light-kappa.ts';
import { percentAgreement } from '../../../shared/agreement/percent.ts';
import {
  pairableRatings,
  type RatingMatrix,
  ratingMatrix,
  ratingsOfCounts,
  ratingsOfTable,
} from '../../../shared/agreement/ratings.ts';
import { scottPi } from '../../../shared/agreement/scott-pi.ts';
import { weightedKappa } from '../../../shared/agreement/weighted-kappa.ts';
import { type AgreementWeights, agreementWeights, type WeightScheme } from '../../../shared/agreement/weights.ts';
import type { ChanceCorrected, Measure } from '../../../shared/statistics/measure.ts';

type Category = number | string;
type Vector = {
  readonly id: string;
  readonly coefficient: string;
  readonly data: {
    readonly kind: string;
    readonly units?: readonly (readonly (Category | null)[])[] | null;
    readonly table?: readonly (readonly number[])[];
    readonly counts?: readonly (readonly number[])[];
    readonly labels?: readonly Category[];
    readonly text?: string;
    readonly unit?: string;
    readonly coder1?: readonly (readonly [number, number])[];
    readonly coder2?: readonly (readonly [number, number])[];
    readonly rule?: 'any' | 'half';
  };
  readonly params: {
    readonly weights?: WeightScheme;
    readonly categories?: number | readonly Category[];
    readonly metric?: 'nominal' | 'ordinal' | 'interval' | 'ratio';
  };
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: Readonly<Record<string, number>>;
};

const { vectors } = JSON.parse(
  readFileSync(new URL('../../golden/agreement/vectors.json', import.meta.url), 'utf8'),
) as { readonly vectors: readonly Vector[] };

/** Coefficients of later parts: implementing one means taking it off this list. */
const LATER = new Set([
  'alpha_u_1995',
  'fleiss_kappa_null_test',
  'fleiss_kappa_per_category',
  'gamma',
  'gamma_cat_observed_disorder',
  'gamma_observed_disorder',
  'gamma_positional_dissimilarity',
  'gamma_replay',
  'krippendorff_alpha_bootstrap_krippendorff',
  'krippendorff_alpha_bootstrap_units',
  'krippendorff_alpha_jackknife',
  'krippendorff_alpha_per_category',
  'krippendorff_alpha_set',
  'pairwise_span_f1',
  'percent_all_agree',
  'u_alpha_family_2016',
]);

/** Numbers of later parts within coefficients that are there: standard errors and intervals. */
const LATER_KEYS = new Set(['se', 'ci95', 'se_null', 'se_gwet']);

const byValue = (a: Category, b: Category): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));

function categoriesOf({ data, params }: Vector): readonly Category[] {
  if (typeof params.categories === 'object') {
    return params.categories;
  }
  if (data.kind === 'units') {
    const present = (data.units ?? []).flat().filter((value) => value !== null);
    return [...new Set(present)].sort(byValue);
  }
  const size = data.table?.length ?? data.counts?.[0]?.length ?? 0;
  return data.labels ?? Array.from({ length: size }, (_, place) => place + 1);
}

function ratingsOf(vector: Vector): RatingMatrix {
  const { data } = vector;
  if (data.kind === 'table') {
    return ratingsOfTable(data.table ?? []);
  }
  return data.kind === 'counts'
    ? ratingsOfCounts(data.counts ?? [])
    : ratingMatrix(data.units ?? [], categoriesOf(vector));
}

/** Numeric categories use their values, named ones their ranks. */
function valuesOf(vector: Vector): readonly number[] {
  return categoriesOf(vector).map((category, place) => (typeof category === 'number' ? category : place + 1));
}

function weightsOf(vector: Vector): AgreementWeights {
  return agreementWeights(vector.params.weights ?? 'identity', valuesOf(vector));
}

type Computed = Readonly<Record<string, unknown>>;

function ofMeasure(measure: Measure): Computed {
  return 'value' in measure ? { value: measure.value } : { value: null, reason: measure.undefined };
}

function ofCorrected(measure: ChanceCorrected): Computed {
  return 'value' in measure ? { value: measure.value, pa: measure.observed, pe: measure.expected } : ofMeasure(measure);
}

function alphaOf(vector: Vector): Computed {
  const differences: Record<string, SquaredDifference> = {
    ordinal: ordinalDifference,
    interval: intervalDifference(valuesOf(vector)),
    ratio: ratioDifference(valuesOf(vector)),
  };
  const ratings = ratingsOf(vector);
  const difference = differences[vector.params.metric ?? 'nominal'];
  const alpha = krippendorffAlpha(ratings, difference);
  if ('undefined' in alpha) {
    return ofMeasure(alpha);
  }
  const n = alpha.pairableValues;
  const withoutSingles = krippendorffAlpha(pairableRatings(ratings), difference);
  return {
    value: alpha.value,
    Do: alpha.observedDisagreement,
    De: alpha.expectedDisagreement,
    n_pairable: n,
    // The same number in Gwet's form: agreement with the small-sample term, chance agreement without it.
    pa: 1 - (alpha.observedDisagreement * (n - 1)) / n,
    pe: 1 - (alpha.expectedDisagreement * (n - 1)) / n,
    value_without_single_rated: ofMeasure(withoutSingles).value,
  };
}

function cohenOf(vector: Vector): Computed {
  const best = cohenKappaMaximum(ratingsOf(vector));
  const maximum = 'value' in best ? { kappa_max: best.value, po_max: best.observed } : {};
  return { ...ofCorrected(cohenKappa(ratingsOf(vector))), ...maximum };
}

function spanAgreementOf({ data }: Vector): Computed {
  const units = (data.units ?? [[0, Array.from(data.text ?? '').length]]) as readonly (readonly [number, number])[];
  const codings = [data.coder1 ?? [], data.coder2 ?? []].flatMap((spans, coder) =>
    spans.map(([start, end]) => ({ coder, code: 0, start, end })),
  );
  const { codes } = agreementByCode({
    documents: [{ units: units.map(([start, end]) => ({ start, end })), codings, done: [0, 1] }],
    coders: 2,
    codes: 1,
    unit: data.unit === 'character' ? { kind: 'character' } : { kind: 'segment', rule: data.rule ?? 'any' },
  });
  const { measures, positiveAgreement, table } = codes[0]!;
  return {
    table: [
      [table!.n00, table!.n01],
      [table!.n10, table!.n11],
    ],
    percent_agreement: ofMeasure(measures.percentAgreement).value,
    cohen_kappa: ofMeasure(measures.cohenKappa).value,
    alpha: ofMeasure(measures.krippendorffAlpha).value,
    gwet_ac1: ofMeasure(measures.gwetAc1).value,
    positive_agreement_F1: ofMeasure(positiveAgreement).value,
  };
}

function percentOf(vector: Vector): Computed {
  const { data } = vector;
  if (data.kind === 'cell_counts') {
    const { both, one_only, neither } = data as unknown as { both: number; one_only: number; neither: number };
    return ofMeasure(
      percentAgreement(
        ratingsOfTable([
          [neither, one_only],
          [0, both],
        ]),
      ),
    );
  }
  const measure = ofMeasure(percentAgreement(ratingsOf(vector)));
  return { ...measure, pa: measure.value, pe: 0 };
}

const compute: Readonly<Record<string, (vector: Vector) => Computed>> = {
  all: (vector) => {
    const ratings = ratingsOf(vector);
    return {
      cohen_kappa: ofMeasure(cohenKappa(ratings)).value,
      scott_pi: ofMeasure(scottPi(ratings)).value,
      fleiss_kappa: ofMeasure(fleissKappa(ratings)).value,
      krippendorff_alpha: ofMeasure(krippendorffAlpha(ratings)).value,
      gwet_ac1: ofMeasure(gwetAc1(ratings)).value,
      brennan_prediger: ofMeasure(brennanPrediger(ratings)).value,
    };
  },
  brennan_prediger: (vector) => ofCorrected(brennanPrediger(ratingsOf(vector), weightsOf(vector))),
  cohen_kappa: cohenOf,
  conger_kappa: (vector) => ofCorrected(congerKappa(ratingsOf(vector), weightsOf(vector))),
  fleiss_kappa: (vector) => ofCorrected(fleissKappa(ratingsOf(vector), weightsOf(vector))),
  gwet_ac1: (vector) => ofCorrected(gwetAc1(ratingsOf(vector))),
  gwet_ac2: (vector) => ofCorrected(gwetAc2(ratingsOf(vector), weightsOf(vector))),
  holsti: (vector) => ofMeasure(holsti(ratingsOf(vector))),
  krippendorff_alpha: alphaOf,
  light_kappa: (vector) => ({
    ...ofMeasure(lightKappa(ratingsOf(vector))),
    pairwise: pairwiseKappas(ratingsOf(vector)).map((kappa) => ofMeasure(kappa).value),
  }),
  percent_agreement: percentOf,
  scott_pi: (vector) => ofCorrected(scottPi(ratingsOf(vector))),
  span_binary_agreement: spanAgreementOf,
  weighted_kappa: (vector) => ofCorrected(weightedKappa(ratingsOf(vector), weightsOf(vector))),
};

/** Whether a computed value is the expected one within the tolerance, element by element. */
function isNear(computed: unknown, wanted: unknown, tolerance: number): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(computed) &&
      computed.length === wanted.length &&
      wanted.every((value, place) => isNear(computed[place], value, tolerance))
    );
  }
  return typeof wanted === 'number'
    ? typeof computed === 'number' && Math.abs(computed - wanted) <= tolerance
    : computed === wanted;
}

function misses(vector: Vector): string[] {
  const computed = compute[vector.coefficient]!(vector);
  return Object.entries(vector.expected)
    .filter(([key]) => !LATER_KEYS.has(key))
    .filter(([key, wanted]) => {
      const tolerance = vector.tolerance[key] ?? vector.tolerance['default'] ?? 1e-9;
      return !isNear(computed[key], wanted, tolerance);
    })
    .map(([key, wanted]) => `${key}: ${JSON.stringify(computed[key])}, expected ${JSON.stringify(wanted)}`);
}

describe('agreement vectors', () => {
  const now = vectors.filter((vector) => !LATER.has(vector.coefficient));

  test.each(now.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
    expect(Object.keys(vector.expected).some((key) => !LATER_KEYS.has(key))).toBe(true);
    expect(misses(vector)).toEqual([]);
  });

  test('the list of what comes later names only coefficients that have vectors and are not computed yet', () => {
    const known = new Set(vectors.map((vector) => vector.coefficient));
    expect([...LATER].filter((name) => !known.has(name) || name in compute)).toEqual([]);
    expect(now.length).toBeGreaterThan(300);
  });
});
