import type { Client } from '../../shared/contract/client.ts';
import type { AgreementBreakdown, AgreementResult } from '../../shared/contract/methods/agreement.ts';
import type { Input } from '../../shared/contract/methods.ts';
import type { CodeId } from '../../shared/domain/ids.ts';
import { codeKeys } from './code-names.ts';
import { unitizingReport } from './named-unitizing.ts';
import { namedIntervals, namedMeasures, numberOrNull } from './named-measures.ts';

export type ReportInput = {
  readonly settings: Input<'agreement.compute'>;
  /** How to make intervals; without it there are none. */
  readonly resampling?: Pick<Input<'agreement.intervals'>, 'resampling' | 'resamples' | 'seed'> | undefined;
  /** Figures of each document or of every two coders beside those of all. */
  readonly by?: 'document' | 'pair' | undefined;
  /** How to compute the measures of unitizing; without it there are none. */
  readonly unitizing?: Pick<Input<'agreement.unitizing'>, 'sampler' | 'seed' | 'everyGamma'> | undefined;
};

type Counts = Pick<AgreementResult['codes'][number], 'counts' | 'both' | 'prevalence' | 'table'>;

function namedCounts({ counts, both, prevalence, table }: Counts) {
  return { counts, both, prevalence: numberOrNull(prevalence), ...(table === null ? {} : { table }) };
}

function namedSpans({ exact, overlap, iou }: AgreementResult['codes'][number]['spans']) {
  return { exact: numberOrNull(exact), overlap: numberOrNull(overlap), iou50: numberOrNull(iou) };
}

async function intervalsOf(client: Client, { settings, resampling }: ReportInput) {
  if (resampling === undefined) return null;
  const answer = await client.call('agreement.intervals', { ...settings, ...resampling });
  const { codes, pooled, macro, level, elements, drawn } = answer;
  const over = answer.resampling === 'units' ? 'units' : 'documents';
  return {
    byCode: new Map(codes.map(({ code, measures }) => [code, namedIntervals(measures)])),
    report: {
      method: drawn === null ? 'jackknife over documents' : `percentile bootstrap over ${over}`,
      level,
      [over]: elements,
      ...drawn,
      pooled: namedIntervals(pooled),
      macro: namedIntervals(macro),
    },
  };
}

type Part = Omit<AgreementBreakdown['documents'][number], 'document'>;

function namedPart({ n, pooled, macro, codes }: Part, key: (code: CodeId) => string) {
  return {
    n,
    pooled: { ...namedCounts(pooled), ...namedMeasures(pooled) },
    macro: { ...namedMeasures(macro), codes: macro.defined },
    codes: codes.map(({ code, measures, ...counts }) => ({
      code: key(code),
      ...namedCounts(counts),
      ...namedMeasures(measures),
    })),
  };
}

async function partsOf(client: Client, { settings, by }: ReportInput, key: (code: CodeId) => string) {
  if (by === undefined) return undefined;
  const { documents, pairs } = await client.call('agreement.breakdown', { ...settings, by });
  return [
    ...documents.map(({ document, ...part }) => ({ document: document.name, ...namedPart(part, key) })),
    ...pairs.map(({ coders, documents: compared, ...part }) => ({
      coders,
      documents: compared,
      ...namedPart(part, key),
    })),
  ];
}

/** What codes are called: in a frozen round, as they were called then. */
async function keysOf(client: Client, { round }: ReportInput['settings']): Promise<(code: CodeId) => string> {
  if (round === undefined) return codeKeys(client);
  const frozen = (await client.call('rounds.list', {})).find(({ id }) => id === round);
  const names = new Map(frozen?.codes.map(({ id, name }) => [id, name]));
  return (code) => names.get(code) ?? code;
}

/** Agreement in the words of the command line: codes by slug or path, numbers or null with the reason. */
export async function agreementReport(client: Client, input: ReportInput) {
  const result = await client.call('agreement.compute', input.settings);
  const intervals = await intervalsOf(client, input);
  const key = await keysOf(client, input.settings);
  const parts = await partsOf(client, input, key);
  const unitizing = input.unitizing && (await unitizingReport(client, { ...input.settings, ...input.unitizing }));
  const { pooled, macro } = result.overall;
  return {
    unit: result.unit,
    scope: result.scope,
    rule: result.unit === 'character' ? undefined : result.rule,
    children: result.children,
    n: result.n,
    revision: result.revision,
    coders: result.coders.map(({ name }) => name),
    documents: result.documents.map(({ name }) => name),
    notDone: result.notDone.map(({ name }) => name),
    codingsOutsideUnits: result.outside,
    codes: result.codes.map(({ code, measures, spans, ...counts }) => {
      const ofCode = intervals?.byCode.get(code);
      return {
        code: key(code),
        a: counts.counts[0] ?? null,
        b: counts.counts[1] ?? null,
        ...namedCounts(counts),
        ...namedMeasures(measures),
        span_f1: namedSpans(spans),
        ...(ofCode === undefined ? {} : { alpha_interval: ofCode.krippendorff_alpha, intervals: ofCode }),
      };
    }),
    usedByNobody: result.unused.map(key),
    ...(intervals === null ? {} : { intervals: intervals.report }),
    overall: {
      pooled: { n: pooled.n, ...namedCounts(pooled), ...namedMeasures(pooled), span_f1: namedSpans(pooled.spans) },
      macro: { ...namedMeasures(macro), codes: macro.defined },
    },
    ...(unitizing === undefined ? {} : { unitizing }),
    ...(parts === undefined ? {} : { by: input.by, parts }),
  };
}
