import type { LowKappa } from '../agreement/coded-units/low-kappa.ts';
import type { AgreementIntervals, AgreementResult } from '../contract/methods/agreement.ts';
import { coefficientText, countText, percentInSentence } from './figures.ts';
import { type ReportWords, undefinedReason } from './report-words.ts';
import { joinedSentences, namesInText } from './sentences.ts';

/** Why κ is low where the percentage is high, in words. */
export function lowKappaText(t: ReportWords, { percent, kappa, chance, prevalence, both, single }: LowKappa): string {
  return t('agreement.two.answer', {
    percent: percentInSentence(percent),
    kappa: coefficientText(kappa),
    chance: percentInSentence(chance),
    prevalence: percentInSentence(prevalence),
    both: countText(both),
    single: countText(single),
  });
}

type Measured = AgreementResult['overall']['pooled'];

export type AgreementFacts = {
  readonly agreement: AgreementResult & { readonly revision: number };
  readonly intervals: AgreementIntervals | null;
  readonly synthetic: boolean;
  readonly version: string;
  /** The frozen round the figures are of. */
  readonly round?: { readonly name: string } | null;
};

function figure(t: ReportWords, measure: Measured['krippendorffAlpha']): string {
  return 'value' in measure
    ? coefficientText(measure.value)
    : `${t('results.undefined')} (${undefinedReason(t, measure.undefined)})`;
}

function intervalsMade(t: ReportWords, { resampling, elements, drawn }: AgreementIntervals): string {
  return drawn === null
    ? t('agreement.methods.jackknife', { documents: elements })
    : t('agreement.methods.bootstrap', {
        resampling,
        resamples: drawn.resamples,
        seed: drawn.seed,
        generator: drawn.generator,
      });
}

/** All a methods section has to say of these figures: unit, rule, scope, coders, coefficients, intervals, seed, version. */
export function agreementMethodsText(
  { t, language }: { readonly t: ReportWords; readonly language: string },
  { agreement, intervals, synthetic, version, round = null }: AgreementFacts,
): string {
  const { pooled, macro } = agreement.overall;
  const limits =
    intervals && 'low' in intervals.pooled.krippendorffAlpha.interval
      ? intervals.pooled.krippendorffAlpha.interval
      : null;
  return joinedSentences(language, [
    t('agreement.methods.what', {
      coders: namesInText(
        language,
        agreement.coders.map(({ name }) => name),
      ),
      units: t('results.units.counted', { n: agreement.n, unit: agreement.unit }),
      scope: agreement.scope,
      documents: agreement.documents.length,
    }),
    round ? t('agreement.methods.round', { round: round.name }) : '',
    t(agreement.unit === 'character' ? 'agreement.methods.rule.character' : 'agreement.methods.rule.segment', {
      rule: agreement.rule,
    }),
    t('agreement.methods.counting', { children: agreement.children }),
    t('agreement.methods.pooled', {
      codes: agreement.codes.length,
      percent:
        'value' in pooled.percentAgreement
          ? percentInSentence(pooled.percentAgreement.value)
          : figure(t, pooled.percentAgreement),
      alpha: figure(t, pooled.krippendorffAlpha),
      interval: limits
        ? t('agreement.methods.interval', { low: coefficientText(limits.low), high: coefficientText(limits.high) })
        : '',
      kappa: agreement.coders.length === 2 ? figure(t, pooled.cohenKappa) : 'none',
      ac1: figure(t, pooled.gwetAc1),
    }),
    t('agreement.methods.macro', { alpha: figure(t, macro.krippendorffAlpha), codes: macro.defined.krippendorffAlpha }),
    intervals ? intervalsMade(t, intervals) : '',
    t('agreement.methods.program', { version, revision: agreement.revision }),
    synthetic ? t('agreement.methods.synthetic') : '',
  ]);
}
