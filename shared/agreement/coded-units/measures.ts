import type { Measure } from '../../statistics/measure.ts';
import { cohenKappa } from '../coefficients/cohen-kappa.ts';
import { gwetAc1 } from '../coefficients/gwet-ac1.ts';
import { krippendorffAlpha } from '../coefficients/krippendorff-alpha.ts';
import { percentAgreement } from '../coefficients/percent.ts';
import { meanPositiveAgreement } from '../coefficients/positive-agreement.ts';
import type { RatingMatrix } from '../coefficients/ratings.ts';

/** The coefficients every agreement table shows, each with its value or the reason why it has none. */
export type AgreementMeasures = {
  readonly percentAgreement: Measure;
  readonly cohenKappa: Measure;
  readonly krippendorffAlpha: Measure;
  readonly gwetAc1: Measure;
  /** F1 of the units coded; for more than two coders the mean over pairs. */
  readonly positiveAgreement: Measure;
};

/** All coefficients of one matrix of "code or not". */
export function agreementMeasures(matrix: RatingMatrix): AgreementMeasures {
  return {
    percentAgreement: percentAgreement(matrix),
    cohenKappa: cohenKappa(matrix),
    krippendorffAlpha: krippendorffAlpha(matrix),
    gwetAc1: gwetAc1(matrix),
    positiveAgreement: meanPositiveAgreement(matrix),
  };
}
