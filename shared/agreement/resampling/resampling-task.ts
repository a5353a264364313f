import type { Limits, NoIntervalReason } from '../../statistics/interval.ts';
import type { BootstrapSummary, JackknifeEstimate } from '../../statistics/resampling.ts';
import {
  agreementBootstrap,
  agreementJackknife,
  type ByScope,
  type Resampled,
  type ResamplingSettings,
} from './agreement-resampling.ts';

/** Resample documents or units, or leave out one document after the other. */
export type ResamplingTask = Resampled &
  ResamplingSettings & { readonly resampling: 'documents' | 'units' | 'jackknife' };

/** An interval with what else the resamples say; the jackknife has no resamples to say it. */
export type Estimate = {
  readonly interval: Limits | { readonly undefined: NoIntervalReason };
  readonly undefinedResamples: number;
  readonly below667: number | null;
  readonly below80: number | null;
};

export type ResamplingAnswer = ByScope<Estimate> & { readonly generator: string | null };

/** Intervals of every coefficient; yields the resamples done. */
export function* resampledAgreement(task: ResamplingTask): Generator<number, ResamplingAnswer> {
  if (task.resampling === 'jackknife') {
    return { ...mapped(agreementJackknife(task), ofJackknife), generator: null };
  }
  const { record, ...result } = yield* agreementBootstrap(task, task.resampling, task);
  return { ...mapped(result, ofBootstrap), generator: record.generator };
}

function ofBootstrap({ interval, undefined: undefinedResamples, below667, below80 }: BootstrapSummary): Estimate {
  return { interval, undefinedResamples, below667, below80 };
}

function ofJackknife(estimate: JackknifeEstimate): Estimate {
  const interval = 'interval' in estimate ? estimate.interval : { undefined: estimate.undefined };
  return { interval, undefinedResamples: 0, below667: null, below80: null };
}

function mapped<A, B>({ codes, pooled, macro, elements }: ByScope<A>, map: (one: A) => B): ByScope<B> {
  const each = (estimates: ByScope<A>['pooled']): ByScope<B>['pooled'] => ({
    percentAgreement: map(estimates.percentAgreement),
    cohenKappa: map(estimates.cohenKappa),
    krippendorffAlpha: map(estimates.krippendorffAlpha),
    gwetAc1: map(estimates.gwetAc1),
    positiveAgreement: map(estimates.positiveAgreement),
  });
  return { codes: codes.map(each), pooled: each(pooled), macro: each(macro), elements };
}
