import { meanOfDefined } from '../../statistics/mean.ts';
import type { Measure } from '../../statistics/measure.ts';
import { randomFrom, sourceOf } from '../../statistics/random.ts';
import {
  bootstrapSummary,
  type BootstrapSummary,
  drawResample,
  jackknifeEstimate,
  type JackknifeEstimate,
} from '../../statistics/resampling.ts';
import { MEASURE_NAMES, type MeasureName, measureOfSums, sumCount } from '../coded-units/code-sums.ts';
import type { DrawnElement } from './drawn-elements.ts';
import { type Counted, type ElementSums, elementSums, weightedTotals } from './element-sums.ts';
import type { ResamplingRecord } from '../coefficients/unit-bootstrap.ts';

export type ResamplingSettings = { readonly resamples: number; readonly seed: number };

/** One estimate for every coefficient. */
export type ByMeasure<T> = { readonly [K in MeasureName]: T };

/**
 * Estimates for each code and overall. `pooled` and `macro` as in `OverallAgreement`, over the codes used in the whole
 * data: a resample without a code does not change which codes are averaged.
 */
export type ByScope<T> = {
  readonly codes: readonly ByMeasure<T>[];
  readonly pooled: ByMeasure<T>;
  readonly macro: ByMeasure<T>;
  /** Documents or units drawn from. */
  readonly elements: number;
};

export type AgreementBootstrap = ByScope<BootstrapSummary> & { readonly record: ResamplingRecord };

/** What is resampled: the elements, and the codes averaged whatever is drawn. */
export type Resampled = Counted & { readonly elements: readonly DrawnElement[]; readonly used: readonly number[] };

/** Resamples between two reports of progress. */
const STRIDE = 100;

/**
 * Percentile bootstrap of agreement: as many elements as there are, drawn with replacement, every coefficient of every
 * code computed anew. Over documents it is the right default for interviews, where all turns of a document share one
 * person (Field & Welsh 2007, Journal of the Royal Statistical Society B 69:369–390); over units it takes the turns for
 * independent of each other. Runs on sums per element: its time depends on elements × codes × resamples, not on texts.
 * With fewer than two elements there is nothing to draw from and no interval.
 *
 * Yields the number of resamples done now and then, so that a caller may show progress or stop; returns the result.
 */
export function* agreementBootstrap(
  resampled: Resampled,
  drawnFrom: ResamplingRecord['resampled'],
  { resamples, seed }: ResamplingSettings,
): Generator<number, AgreementBootstrap> {
  const sums = elementSums(resampled.elements, resampled, resampled.used);
  const counts = resampled.elements.map(({ times }) => times);
  const elements = counts.reduce((sum, count) => sum + count, 0);
  const random = randomFrom(seed);
  const drawn = new Float64Array(counts.length);
  const totals = new Float64Array(sums.codes * sumCount(sums.coders));
  const scopes = scopesOf(sums);
  const rounds = elements < 2 ? 0 : resamples;
  const values = scopes.map(() => MEASURE_NAMES.map(() => new Float64Array(rounds)));
  for (let resample = 0; resample < rounds; resample += 1) {
    drawResample(counts, random, drawn);
    weightedTotals(sums, drawn, totals);
    for (const [scope, measuresIn] of scopes.entries()) {
      for (const [place, measure] of measuresIn(totals).entries()) {
        values[scope]![place]![resample] = 'value' in measure ? measure.value : Number.NaN;
      }
    }
    if ((resample + 1) % STRIDE === 0) {
      yield resample + 1;
    }
  }
  const estimates = values.map((ofScope) => byMeasure((place) => bootstrapSummary(ofScope[place]!)));
  return {
    ...byScope(estimates, elements),
    record: { ...sourceOf(seed, random), resampled: drawnFrom, resamples },
  };
}

/** What a computation in steps comes to, in one go. */
export function completed<T>(run: Generator<number, T>): T {
  let step = run.next();
  while (step.done !== true) {
    step = run.next();
  }
  return step.value;
}

/** Jackknife that leaves out one element at a time: deterministic, for few documents. */
export function agreementJackknife(resampled: Resampled): ByScope<JackknifeEstimate> {
  const sums = elementSums(resampled.elements, resampled, resampled.used);
  const weights = Float64Array.from(resampled.elements, ({ times }) => times);
  const scopes = scopesOf(sums);
  const measured = (): Measure[][] => {
    const totals = weightedTotals(sums, weights, new Float64Array(sums.codes * sumCount(sums.coders)));
    return scopes.map((measuresIn) => measuresIn(totals));
  };
  const whole = measured();
  const without = resampled.elements.map(({ times }, place) => {
    weights[place]! -= 1;
    const measures = measured();
    weights[place]! += 1;
    return { measures, times };
  });
  const estimates = scopes.map((_, scope) =>
    byMeasure((place) =>
      jackknifeEstimate(
        whole[scope]![place]!,
        without.map(({ measures, times }) => ({ measure: measures[scope]![place]!, times })),
      ),
    ),
  );
  return byScope(
    estimates,
    resampled.elements.reduce((sum, { times }) => sum + times, 0),
  );
}

/** How to read the coefficients of each code, of all used codes pooled, and as their mean, from the totals. */
function scopesOf({ coders, codes, used }: ElementSums): ((totals: Float64Array) => Measure[])[] {
  const size = sumCount(coders);
  const ofCode = (code: number) => (totals: Float64Array) =>
    MEASURE_NAMES.map((name) => measureOfSums(name, totals, code * size, coders));
  return [
    ...Array.from({ length: codes }, (_, code) => ofCode(code)),
    (totals) => {
      const pooled = new Float64Array(size);
      for (const code of used) {
        for (let place = 0; place < size; place += 1) {
          pooled[place]! += totals[code * size + place]!;
        }
      }
      return MEASURE_NAMES.map((name) => measureOfSums(name, pooled, 0, coders));
    },
    (totals) => {
      const ofCodes = used.map((code) => ofCode(code)(totals));
      return MEASURE_NAMES.map((_, place) => meanOfDefined(ofCodes.map((measures) => measures[place]!)).mean);
    },
  ];
}

function byMeasure<T>(estimate: (place: number) => T): ByMeasure<T> {
  const entries = MEASURE_NAMES.map((name, place) => [name, estimate(place)] as const);
  return Object.fromEntries(entries) as ByMeasure<T>;
}

function byScope<T>(estimates: readonly ByMeasure<T>[], elements: number): ByScope<T> {
  return { codes: estimates.slice(0, -2), pooled: estimates.at(-2)!, macro: estimates.at(-1)!, elements };
}
