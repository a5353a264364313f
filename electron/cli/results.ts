import type { Client } from '../../shared/contract/client.ts';
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

/** Agreement in the words of the command line: codes by slug or path, numbers or null with the reason. */
export async function agreementReport(client: Client, input: Input<'agreement.compute'>) {
  const result: Output<'agreement.compute'> = await client.call('agreement.compute', input);
  const key = await codeKeys(client);
  const { pooled, macro } = result.overall;
  return {
    unit: result.unit,
    scope: result.scope,
    rule: result.unit === 'turn' ? result.rule : undefined,
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
    })),
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
    pairs: block.pairs.map(({ a, b, jaccard, ...pair }) => ({
      a: key(a),
      b: key(b),
      ...pair,
      jaccard: 'value' in jaccard ? jaccard.value : null,
    })),
  }));
}
