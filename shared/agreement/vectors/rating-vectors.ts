import type { ErrorEstimate } from '../../statistics/standard-error.ts';
import { allAgree } from '../coefficients/all-agree.ts';
import { krippendorffError } from '../coefficients/alpha-error.ts';
import { brennanPrediger } from '../coefficients/brennan-prediger.ts';
import { categoryAlphas, fleissCategoryKappas } from '../coefficients/category-kappas.ts';
import { cohenKappa, cohenKappaMaximum } from '../coefficients/cohen-kappa.ts';
import { congerKappa } from '../coefficients/conger-kappa.ts';
import { fleissKappa } from '../coefficients/fleiss-kappa.ts';
import { gwetAc1 } from '../coefficients/gwet-ac1.ts';
import { gwetAc2 } from '../coefficients/gwet-ac2.ts';
import { holsti } from '../coefficients/holsti.ts';
import { krippendorffAlpha } from '../coefficients/krippendorff-alpha.ts';
import { lightKappa, pairwiseKappas } from '../coefficients/light-kappa.ts';
import { cohenNullError, fleissNullError, type NullError } from '../coefficients/null-errors.ts';
import { percentAgreement } from '../coefficients/percent.ts';
import { pairableRatings, type RatingMatrix } from '../coefficients/ratings.ts';
import { scottPi } from '../coefficients/scott-pi.ts';
import { jaccardDistance, masiDistance, setAlpha } from '../coefficients/set-alpha.ts';
import {
  brennanPredigerTableError,
  cohenTableError,
  gwetTableError,
  percentTableError,
  scottTableError,
} from '../coefficients/table-errors.ts';
import {
  brennanPredigerError,
  cohenError,
  congerError,
  fleissError,
  gwetError,
  percentError,
  scottError,
} from '../coefficients/unit-errors.ts';
import { weightedKappa } from '../coefficients/weighted-kappa.ts';
import type { AgreementWeights } from '../coefficients/weights.ts';
import { correctedFigures, errorFigures, measureFigures, valueOrNull } from './figures.ts';
import { categoriesOf, differenceOf, ratingsOf, valuesOf, weightsOf } from './rating-input.ts';
import type { Figures, Vector } from './vector.ts';

/** A table of two coders has its errors from the table, everything else from the units. */
function errorOf(
  vector: Vector,
  fromTable: (matrix: RatingMatrix, weights: AgreementWeights) => ErrorEstimate,
  fromUnits: (matrix: RatingMatrix, weights: AgreementWeights) => ErrorEstimate,
): Figures {
  const form = vector.data.kind === 'table' ? fromTable : fromUnits;
  return errorFigures(form(ratingsOf(vector), weightsOf(vector)));
}

function nullFigures(error: NullError): Figures {
  return 'standardError' in error ? { se_null: error.standardError, z: error.z } : { se_null: null, z: null };
}

function percentFigures(vector: Vector): Figures {
  const measure = measureFigures(percentAgreement(ratingsOf(vector), weightsOf(vector)));
  return { ...measure, pa: measure['value'], pe: 0, ...errorOf(vector, percentTableError, percentError) };
}

/** Whether other than identity weights are asked for: without, kappa is computed in counts and exact at its limits. */
function isWeighted({ params }: Vector): boolean {
  const weights = params['weights'];
  return weights !== undefined && weights !== 'identity';
}

function cohenFigures(vector: Vector): Figures {
  const ratings = ratingsOf(vector);
  const best = cohenKappaMaximum(ratings);
  return {
    ...correctedFigures(isWeighted(vector) ? weightedKappa(ratings, weightsOf(vector)) : cohenKappa(ratings)),
    ...('value' in best ? { kappa_max: best.value, po_max: best.observed } : { kappa_max: null, po_max: null }),
    ...nullFigures(cohenNullError(ratings)),
    ...errorOf(vector, cohenTableError, cohenError),
  };
}

function alphaFigures(vector: Vector): Figures {
  const ratings = ratingsOf(vector);
  const difference = differenceOf(vector);
  const alpha = krippendorffAlpha(ratings, difference);
  if ('undefined' in alpha) {
    return measureFigures(alpha);
  }
  const n = alpha.pairableValues;
  const { se, ci95 } = errorFigures(krippendorffError(ratings, difference));
  return {
    value: alpha.value,
    Do: alpha.observedDisagreement,
    De: alpha.expectedDisagreement,
    n_pairable: n,
    // The same number in Gwet's form: agreement with the small-sample term, chance agreement without it.
    pa: 1 - (alpha.observedDisagreement * (n - 1)) / n,
    pe: 1 - (alpha.expectedDisagreement * (n - 1)) / n,
    value_without_single_rated: valueOrNull(krippendorffAlpha(pairableRatings(ratings), difference)),
    se_gwet: se,
    se,
    ci95,
  };
}

function setFigures({ data, params }: Vector): Figures {
  const named = JSON.stringify(params['delta'] ?? params['distance'] ?? params['metric'] ?? 'jaccard');
  const distance = /masi|J\s*\*\s*M|Passonneau/i.test(named) ? masiDistance : jaccardDistance;
  const units = (data.units ?? []) as readonly (readonly (readonly string[] | null)[])[];
  const alpha = setAlpha(
    units.map((unit) => unit.map((codes) => (codes === null ? null : new Set(codes)))),
    distance,
  );
  return 'value' in alpha
    ? {
        value: alpha.value,
        Do: alpha.observedDisagreement,
        De: alpha.expectedDisagreement,
        n_pairable: alpha.pairableValues,
      }
    : measureFigures(alpha);
}

function byCategory(vector: Vector, measures: readonly Parameters<typeof valueOrNull>[0][]): Figures {
  const categories = categoriesOf(vector);
  return { values: Object.fromEntries(measures.map((measure, place) => [categories[place]!, valueOrNull(measure)])) };
}

/** `value_tolerance_1` and the like: ratings no further apart than that agree. */
function allAgreeFigures(vector: Vector): Figures {
  const ratings = ratingsOf(vector);
  const tolerant = Object.keys(vector.expected).flatMap((key) => {
    const tolerance = /^value_tolerance_(\d+(?:\.\d+)?)$/.exec(key)?.[1];
    return tolerance === undefined ? [] : [[key, valueOrNull(allAgree(ratings, valuesOf(vector), Number(tolerance)))]];
  });
  return { ...measureFigures(allAgree(ratings)), ...(Object.fromEntries(tolerant) as Figures) };
}

function allFigures(vector: Vector): Figures {
  const ratings = ratingsOf(vector);
  const errors = [
    cohenError(ratings),
    scottError(ratings),
    fleissError(ratings),
    krippendorffError(ratings),
    gwetError(ratings),
    brennanPredigerError(ratings),
  ].flatMap((error) => ('standardError' in error ? [error.standardError] : []));
  return {
    cohen_kappa: valueOrNull(cohenKappa(ratings)),
    scott_pi: valueOrNull(scottPi(ratings)),
    fleiss_kappa: valueOrNull(fleissKappa(ratings)),
    krippendorff_alpha: valueOrNull(krippendorffAlpha(ratings)),
    gwet_ac1: valueOrNull(gwetAc1(ratings)),
    brennan_prediger: valueOrNull(brennanPrediger(ratings)),
    conger_kappa: valueOrNull(congerKappa(ratings)),
    percent_agreement: valueOrNull(percentAgreement(ratings)),
    // The largest of the errors: meant for data where all are the same, 0.
    se: errors.length > 0 ? Math.max(...errors) : null,
  };
}

/** Coefficients of ratings of units. */
export const ratingVectors: Readonly<Record<string, (vector: Vector) => Figures>> = {
  all: allFigures,
  brennan_prediger: (vector) => ({
    ...correctedFigures(brennanPrediger(ratingsOf(vector), weightsOf(vector))),
    ...errorOf(vector, brennanPredigerTableError, brennanPredigerError),
  }),
  cohen_kappa: cohenFigures,
  conger_kappa: (vector) => ({
    ...correctedFigures(congerKappa(ratingsOf(vector), weightsOf(vector))),
    ...errorFigures(congerError(ratingsOf(vector), weightsOf(vector))),
  }),
  fleiss_kappa: (vector) => ({
    ...correctedFigures(fleissKappa(ratingsOf(vector), weightsOf(vector))),
    ...errorFigures(fleissError(ratingsOf(vector), weightsOf(vector))),
  }),
  fleiss_kappa_null_test: (vector) => ({
    ...correctedFigures(fleissKappa(ratingsOf(vector))),
    ...nullFigures(fleissNullError(ratingsOf(vector))),
  }),
  fleiss_kappa_per_category: (vector) => byCategory(vector, fleissCategoryKappas(ratingsOf(vector))),
  gwet_ac1: (vector) => ({
    ...correctedFigures(gwetAc2(ratingsOf(vector), weightsOf(vector))),
    ...errorOf(vector, gwetTableError, gwetError),
  }),
  gwet_ac2: (vector) => ({
    ...correctedFigures(gwetAc2(ratingsOf(vector), weightsOf(vector))),
    ...errorOf(vector, gwetTableError, gwetError),
  }),
  holsti: (vector) => measureFigures(holsti(ratingsOf(vector))),
  krippendorff_alpha: alphaFigures,
  krippendorff_alpha_per_category: (vector) => byCategory(vector, categoryAlphas(ratingsOf(vector))),
  krippendorff_alpha_set: setFigures,
  light_kappa: (vector) => ({
    ...measureFigures(lightKappa(ratingsOf(vector))),
    pairwise: pairwiseKappas(ratingsOf(vector)).map(valueOrNull),
  }),
  percent_agreement: percentFigures,
  percent_all_agree: allAgreeFigures,
  scott_pi: (vector) => ({
    ...correctedFigures(scottPi(ratingsOf(vector), weightsOf(vector))),
    ...errorOf(vector, scottTableError, scottError),
  }),
  weighted_kappa: (vector) => ({
    ...correctedFigures(weightedKappa(ratingsOf(vector), weightsOf(vector))),
    ...errorOf(vector, cohenTableError, cohenError),
  }),
};
