import { withTestedPairs } from '../../shared/analysis/association/tested-pairs.ts';
import { atlasC } from '../../shared/analysis/association/atlas-c.ts';
import { furtherMeasureNames, furtherMeasures } from '../../shared/analysis/association/pair-measures.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { OrderTest, PairTest } from '../../shared/contract/methods/cooccurrence.ts';
import type { Input } from '../../shared/contract/methods.ts';
import { reasonsOf } from '../../shared/statistics/reasons.ts';
import type { Statistic } from '../../shared/statistics/statistic.ts';
import { codeKeys } from './code-names.ts';

type Resampling = Pick<Input<'cooccurrence.test'>, 'draws' | 'seed'>;

function valueOf(statistic: Statistic | { readonly undefined: string } | null): number | null {
  return statistic !== null && 'value' in statistic ? statistic.value : null;
}

/** The permutation tests of one block by pair of codes, and how they were drawn. */
async function testsOf(client: Client, input: Input<'cooccurrence.test'>) {
  const { pairs, revision: _, ...report } = await client.call('cooccurrence.test', input);
  return { report, byPair: new Map(pairs.map((pair) => [`${String(pair.a)} ${String(pair.b)}`, pair])) };
}

/** What a block of no single coder is called. */
function layerName({ gold }: { readonly gold?: boolean | undefined }): string {
  return gold === true ? 'gold' : 'together';
}

/** Why figures have no value, where some have none. */
function withReasons(figures: Parameters<typeof reasonsOf>[0]): { undefined?: Record<string, string> } {
  const reasons = reasonsOf(figures);
  return Object.keys(reasons).length > 0 ? { undefined: reasons } : {};
}

/** What a test says of a pair; nothing where none was asked for. */
function testFigures(test: PairTest | undefined): {
  expected?: number;
  p?: number | null;
  q?: number | null;
} {
  if (test === undefined) return {};
  if ('undefined' in test) return { p: null, q: null };
  return { expected: test.expected, p: test.p, q: test.q };
}

/** Co-occurrence in the words of the command line, one block per coder: the same figures as the screen's. */
export async function cooccurrenceReport(
  client: Client,
  { coders, together, ...settings }: Input<'cooccurrence.compute'>,
  resampling: Resampling | null,
) {
  const { blocks } = await client.call('cooccurrence.compute', {
    ...settings,
    ...(coders === undefined ? {} : { coders }),
    ...(together === undefined ? {} : { together }),
  });
  const key = await codeKeys(client);
  const report = [];
  for (const block of blocks) {
    const codings = new Map(block.codes.map((one) => [one.code, one.codings]));
    const tests =
      resampling === null || block.codes.length < 2
        ? null
        : await testsOf(client, {
            ...settings,
            ...resampling,
            coder: block.coder,
            codes: block.codes.map(({ code }) => code),
          });
    report.push({
      coder: block.coder === null ? layerName(settings) : block.coderName,
      unit: block.unit,
      ...(block.window === null ? {} : { window: block.window }),
      scope: block.scope,
      n: block.n,
      codes: block.codes.map(({ code, count, codings }) => ({ code: key(code), count, codings })),
      pairs: block.pairs.map(({ a, b, jaccard, ochiai, logOdds, ...pair }) => {
        const measures = furtherMeasures(pair);
        const counts = { first: codings.get(a)!, second: codings.get(b)!, overlapping: pair.overlapPairs };
        const test = tests?.byPair.get(`${a} ${b}`);
        return {
          a: key(a),
          b: key(b),
          ...pair,
          jaccard: valueOf(jaccard),
          ochiai: valueOf(ochiai),
          logOdds:
            logOdds !== null && 'value' in logOdds
              ? { value: logOdds.value, ...logOdds.interval, corrected: logOdds.corrected }
              : null,
          ...(Object.fromEntries(
            furtherMeasureNames.map((name) => [name, valueOf(measures?.[name] ?? null)]),
          ) as Record<(typeof furtherMeasureNames)[number], number | null>),
          atlasC: valueOf(atlasC(counts)),
          ...testFigures(test),
          ...withReasons({ jaccard, ochiai, logOdds, ...measures, atlasC: atlasC(counts), p: test }),
        };
      }),
      ...(tests === null ? {} : { test: tests.report }),
    });
  }
  return report;
}

/** The tests of order of one block by the two codes of a relation, and how they were drawn. */
async function orderTestsOf(
  client: Client,
  { relation, ...input }: Input<'cooccurrence.testOrder'> & { readonly relation: string },
) {
  const { pairs, revision: _, ...report } = await client.call('cooccurrence.testOrder', input);
  const key = (one: string, other: string): string => (relation === 'precedes' ? `${one} ${other}` : `${other} ${one}`);
  return { report, pairs, byPair: new Map(pairs.map((pair) => [key(pair.first, pair.second), pair])) };
}

function orderFigures(test: OrderTest | undefined): {
  turns?: number;
  expected?: number;
  p?: number | null;
  q?: number | null;
} {
  if (test === undefined) return {};
  if ('undefined' in test) return { p: null, q: null };
  return { turns: test.observed, expected: test.expected, p: test.p, q: test.q };
}

/** Pairs of codings by how they lie to each other, one block per coder; tests of their order where asked for. */
export async function relationsReport(
  client: Client,
  { relation, distance, ...input }: Input<'cooccurrence.relations'> & { readonly distance: number },
  resampling: Resampling | null,
) {
  const { blocks } = await client.call('cooccurrence.relations', { ...input, relation, distance });
  const key = await codeKeys(client);
  const { coders: _coders, together: _together, ...filter } = input;
  const report = [];
  for (const { coder, coderName, documents, codes, pairs } of blocks) {
    const tests =
      resampling === null || codes.length < 2
        ? null
        : await orderTestsOf(client, {
            ...filter,
            ...resampling,
            relation,
            distance,
            coder,
            codes: codes.map(({ code }) => code),
          });
    report.push({
      coder: coder === null ? layerName(input) : coderName,
      relation,
      documents,
      pairs: withTestedPairs(pairs, tests?.pairs ?? [], relation).map(({ first, second, count, marked }) => ({
        first: key(first),
        second: key(second),
        count,
        ...(marked === null ? {} : { marked }),
        ...orderFigures(tests?.byPair.get(`${first} ${second}`)),
        ...withReasons({ p: tests?.byPair.get(`${first} ${second}`) }),
      })),
      ...(tests === null ? {} : { test: tests.report }),
    });
  }
  return report;
}
