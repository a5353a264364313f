import { meanOfDefined } from '../statistics/mean.ts';
import type { Measure } from '../statistics/measure.ts';
import { randomFrom, sourceOf } from '../statistics/random.ts';
import {
  bootstrapSummary,
  type BootstrapSummary,
  drawResample,
  jackknifeEstimate,
  type JackknifeEstimate,
} from '../statistics/resampling.ts';
import { addDocumentSums, MEASURE_NAMES, type MeasureName, measureOfSums, SUM_COUNT } from './document-sums.ts';
import { type DocumentTally, isCompared } from './document-tally.ts';
import type { ResamplingRecord } from './unit-bootstrap.ts';

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
  /** Documents compared, the ones resampled. */
  readonly documents: number;
};

export type DocumentBootstrap = ByScope<BootstrapSummary> & { readonly record: ResamplingRecord };

type Counted = { readonly coders: number; readonly codes: number };

/** Resamples between two reports of progress. */
const STRIDE = 100;

/**
 * Percentile bootstrap over documents: as many documents as are compared, drawn with replacement, every coefficient of
 * every code computed anew. The right default for interviews, where all turns of a document share one person (Field &
 * Welsh 2007, Journal of the Royal Statistical Society B 69:369–390). Runs on sums per document: its time depends on
 * documents × codes × resamples, not on texts or codings. With fewer than two documents there is nothing to draw from
 * and no interval.
 *
 * Yields the number of resamples done now and then, so that a caller may show progress or stop; returns the result.
 */
export function* documentBootstrap(
  tallies: readonly DocumentTally[],
  counted: Counted,
  { resamples, seed }: ResamplingSettings,
): Generator<number, DocumentBootstrap> {
  const sums = sumsByDocument(tallies, counted);
  const documents = sums.perDocument.length;
  const random = randomFrom(seed);
  const counts = Array<number>(documents).fill(1);
  const drawn = new Float64Array(documents);
  const scopes = scopesOf(sums);
  const rounds = documents < 2 ? 0 : resamples;
  const values = scopes.map(() => MEASURE_NAMES.map(() => new Float64Array(rounds)));
  for (let resample = 0; resample < rounds; resample += 1) {
    drawResample(counts, random, drawn);
    const totals = weightedTotals(sums, drawn);
    for (const [scope, measureIn] of scopes.entries()) {
      for (const [place, name] of MEASURE_NAMES.entries()) {
        const measure = measureIn(name, totals);
        values[scope]![place]![resample] = 'value' in measure ? measure.value : Number.NaN;
      }
    }
    if ((resample + 1) % STRIDE === 0) {
      yield resample + 1;
    }
  }
  const estimates = values.map((ofScope) => byMeasure((place) => bootstrapSummary(ofScope[place]!)));
  return {
    ...byScope(estimates, documents),
    record: { ...sourceOf(seed, random), resampled: 'documents', resamples },
  };
}

/** The bootstrap over documents in one go. */
export function bootstrapDocuments(
  tallies: readonly DocumentTally[],
  counted: Counted,
  settings: ResamplingSettings,
): DocumentBootstrap {
  const run = documentBootstrap(tallies, counted, settings);
  let step = run.next();
  while (step.done !== true) {
    step = run.next();
  }
  return step.value;
}

/** Jackknife that leaves out one document at a time: deterministic, for few documents. */
export function jackknifeDocuments(tallies: readonly DocumentTally[], counted: Counted): ByScope<JackknifeEstimate> {
  const sums = sumsByDocument(tallies, counted);
  const documents = sums.perDocument.length;
  const weights = new Float64Array(documents).fill(1);
  const whole = weightedTotals(sums, weights);
  const without = sums.perDocument.map((_, document) => {
    weights[document] = 0;
    const totals = weightedTotals(sums, weights);
    weights[document] = 1;
    return totals;
  });
  const estimates = scopesOf(sums).map((measureIn) =>
    byMeasure((_, name) =>
      jackknifeEstimate(
        measureIn(name, whole),
        without.map((totals) => ({ measure: measureIn(name, totals), times: 1 })),
      ),
    ),
  );
  return byScope(estimates, documents);
}

type DocumentSums = Counted & {
  readonly perDocument: readonly Float64Array[];
  /** Codes that a compared coding has. */
  readonly used: readonly number[];
};

function sumsByDocument(tallies: readonly DocumentTally[], { coders, codes }: Counted): DocumentSums {
  const compared = tallies.filter(isCompared);
  const perDocument = compared.map((tally) => {
    const sums = new Float64Array(codes * SUM_COUNT);
    for (let code = 0; code < codes; code += 1) {
      addDocumentSums(tally, code, sums, code * SUM_COUNT);
    }
    return sums;
  });
  const used = Array.from({ length: codes }, (_, code) => code).filter((code) =>
    compared.some((tally) => tally.codings.has(code)),
  );
  return { coders, codes, perDocument, used };
}

/** The sums of all codes over the documents, each as often as `weights` says. */
function weightedTotals({ perDocument, codes }: DocumentSums, weights: Float64Array): Float64Array {
  const totals = new Float64Array(codes * SUM_COUNT);
  for (const [document, sums] of perDocument.entries()) {
    const weight = weights[document]!;
    if (weight > 0) {
      for (let place = 0; place < sums.length; place += 1) {
        totals[place]! += weight * sums[place]!;
      }
    }
  }
  return totals;
}

/** How to read a coefficient of each code, of all used codes pooled, and as their mean, from the totals. */
function scopesOf({ coders, codes, used }: DocumentSums): ((name: MeasureName, totals: Float64Array) => Measure)[] {
  const ofCode = (code: number) => (name: MeasureName, totals: Float64Array) =>
    measureOfSums(name, totals, code * SUM_COUNT, coders);
  return [
    ...Array.from({ length: codes }, (_, code) => ofCode(code)),
    (name, totals) => {
      const pooled = new Float64Array(SUM_COUNT);
      for (const code of used) {
        for (let place = 0; place < SUM_COUNT; place += 1) {
          pooled[place]! += totals[code * SUM_COUNT + place]!;
        }
      }
      return measureOfSums(name, pooled, 0, coders);
    },
    (name, totals) => meanOfDefined(used.map((code) => ofCode(code)(name, totals))).mean,
  ];
}

function byMeasure<T>(estimate: (place: number, name: MeasureName) => T): ByMeasure<T> {
  const entries = MEASURE_NAMES.map((name, place) => [name, estimate(place, name)] as const);
  return Object.fromEntries(entries) as ByMeasure<T>;
}

function byScope<T>(estimates: readonly ByMeasure<T>[], documents: number): ByScope<T> {
  return { codes: estimates.slice(0, -2), pooled: estimates.at(-2)!, macro: estimates.at(-1)!, documents };
}
