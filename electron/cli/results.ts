import type { Client } from '../../shared/contract/client.ts';
import type { AlphaEstimate } from '../../shared/contract/methods/analysis.ts';
import type { Input, Output } from '../../shared/contract/methods.ts';
import { codeKeys } from './code-names.ts';

type Measure = { readonly value: number } | { readonly undefined: string };
type Measures = {
  readonly percentAgreement: Measure;
  readonly cohenKappa: Measure;
  readonly krippendorffAlpha: Measure;
  readonly gwetAc1: Measure;
};

/** The names programs read the coefficients by. */
const coefficientNames = {
  percentAgreement: 'percent_agreement',
  cohenKappa: 'cohen_kappa',
  krippendorffAlpha: 'krippendorff_alpha',
  gwetAc1: 'gwet_ac1',
} as const;

/** Coefficients as numbers or null, with the reasons of the undefined ones beside them. */
function namedMeasures(measures: Measures) {
  const reasons: Record<string, string> = {};
  const numbers: Record<string, number | null> = {};
  for (const [key, name] of Object.entries(coefficientNames)) {
    const measure = measures[key as keyof Measures];
    numbers[name] = 'value' in measure ? measure.value : null;
    if ('undefined' in measure) reasons[name] = measure.undefined;
  }
  return { ...numbers, ...(Object.keys(reasons).length > 0 ? { undefined: reasons } : {}) } as Record<
    (typeof coefficientNames)[keyof Measures],
    number | null
  > & {
    undefined?: Record<string, string>;
  };
}

type Resampling = Pick<Input<'agreement.intervals'>, 'resamples' | 'seed'>;

/** α's interval as numbers, or null with the reason, and how often α stays below the customary lines. */
function namedEstimate({ interval, undefinedResamples, below667, below80 }: AlphaEstimate) {
  return {
    ...('low' in interval ? interval : { low: null, high: null, undefined: interval.undefined }),
    below_667: below667,
    below_80: below80,
    undefined_resamples: undefinedResamples,
  };
}

/** Intervals of α by code, and how they were drawn. */
async function alphaIntervals(client: Client, input: Input<'agreement.intervals'>) {
  const { codes, pooled, macro, level, documents, resamples, seed, generator } = await client.call(
    'agreement.intervals',
    input,
  );
  const byCode = new Map(codes.map(({ code, alpha }) => [code, namedEstimate(alpha)]));
  return {
    byCode,
    report: {
      method: 'percentile bootstrap over documents',
      level,
      documents,
      resamples,
      seed,
      generator,
      pooled: namedEstimate(pooled),
      macro: namedEstimate(macro),
    },
  };
}

/** Agreement in the words of the command line: codes by slug or path, numbers or null with the reason. */
export async function agreementReport(client: Client, input: Input<'agreement.compute'>, resampling?: Resampling) {
  const result: Output<'agreement.compute'> = await client.call('agreement.compute', input);
  const intervals = resampling === undefined ? null : await alphaIntervals(client, { ...input, ...resampling });
  const key = await codeKeys(client);
  const { pooled, macro } = result.overall;
  return {
    unit: result.unit,
    scope: result.scope,
    rule: result.unit === 'character' ? undefined : result.rule,
    n: result.n,
    revision: result.revision,
    coders: result.coders.map(({ name }) => name),
    documents: result.documents.map(({ name }) => name),
    notDone: result.notDone.map(({ name }) => name),
    codingsOutsideUnits: result.outside,
    codes: result.codes.map(({ code, counts, both, measures }) => ({
      code: key(code),
      a: counts[0]!,
      b: counts[1]!,
      counts,
      both,
      ...namedMeasures(measures),
      ...(intervals === null ? {} : { alpha_interval: intervals.byCode.get(code) }),
    })),
    ...(intervals === null ? {} : { intervals: intervals.report }),
    overall: {
      pooled: { n: pooled.n, ...namedMeasures(pooled) },
      macro: { ...namedMeasures(macro), codes: macro.defined },
    },
  };
}

/** Co-occurrence in the words of the command line, one block per coder. */
export async function cooccurrenceReport(client: Client, input: Input<'cooccurrence.compute'>) {
  const { blocks } = await client.call('cooccurrence.compute', input);
  const key = await codeKeys(client);
  return blocks.map((block) => ({
    coder: block.coderName,
    unit: block.unit,
    scope: block.scope,
    n: block.n,
    codes: block.codes.map(({ code, count }) => ({ code: key(code), count })),
    pairs: block.pairs.map(({ a, b, jaccard, ochiai, logOdds, ...pair }) => ({
      a: key(a),
      b: key(b),
      ...pair,
      jaccard: 'value' in jaccard ? jaccard.value : null,
      ochiai: ochiai !== null && 'value' in ochiai ? ochiai.value : null,
      logOdds:
        logOdds !== null && 'value' in logOdds
          ? { value: logOdds.value, ...logOdds.interval, corrected: logOdds.corrected }
          : null,
    })),
  }));
}
