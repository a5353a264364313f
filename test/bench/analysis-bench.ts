import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '../../shared/contract/client.ts';
import { benchSession } from './core-bench.ts';
import type { CorpusSize } from './corpus.ts';
import { madeProject } from './made-project.ts';
import { growth, medianProcessorTime, table } from './measure.ts';

const queries = {
  'query, two codes together': 'code:"Code 01" AND code:"Code 02"',
  'query, near by turns': 'code:"Code 01" NEAR(2 turns) code:"Code 02" AND role:respondent',
  'query, any of four but one':
    '(code:"Code 01" OR code:"Code 02" OR code:"Code 03" OR code:"Code 04") AND NOT code:"Code 05"',
  'query, every coding': 'memo:none',
} as const;

type Work = Readonly<Record<string, () => Promise<unknown>>>;

/** What an analyst asks of a project, each by its name. */
async function questions(client: Client): Promise<Work> {
  const coder = (await client.call('coders.list', {})).find(({ codings }) => codings > 0)!.id;
  const codes = (await client.call('codes.list', {})).map(({ id }) => id);
  const documents = (await client.call('documents.list', {})).map(({ id }) => id);
  const marker = codes[9]!;
  const comparison = {
    rows: codes.slice(4),
    columns: { kind: 'codes' as const, codes: codes.slice(0, 4) },
    rule: 'overlap' as const,
    children: 'apart' as const,
    coder: 'together' as const,
  };
  const half = documents.slice(0, documents.length / 2);
  const matrix = (more: object) => () => client.call('cooccurrence.compute', { unit: 'turn', ...more });
  return {
    'matrix by turns, a block a coder': matrix({}),
    'matrix by turns, all coders together': matrix({ together: true }),
    'matrix by overlap, all coders together': matrix({ unit: 'overlap', together: true }),
    'matrix by sentences, all together': matrix({ unit: 'sentence', together: true }),
    'matrix by windows of 3, all together': matrix({ unit: 'window', together: true }),
    'matrix by transcripts, all together': matrix({ unit: 'document', together: true }),
    'matrix by turns, a code marked': matrix({ together: true, marker: { code: marker, treatment: 'marked' } }),
    'matrix by turns, one coder': matrix({ coders: [coder] }),
    'matrix by turns, half the transcripts': matrix({ together: true, documents: half }),
    'passages of one cell': () =>
      client.call('cooccurrence.passages', { unit: 'turn', coder: null, a: codes[0]!, b: codes[1]! }),
    'relations, precedes': () => client.call('cooccurrence.relations', { relation: 'precedes', together: true }),
    'comparison, 4 × 56 codes, all together': () => client.call('comparison.compute', comparison),
    'comparison, half the transcripts': () => client.call('comparison.compute', { ...comparison, documents: half }),
    'comparison, a code marked': () =>
      client.call('comparison.compute', { ...comparison, marker: { code: marker, treatment: 'marked' } }),
    ...Object.fromEntries(
      Object.entries(queries).map(([name, query]) => {
        let run = 0;
        // A blank more makes another query of it, which is not answered from the last one.
        return [name, () => client.call('query.run', { query: query + ' '.repeat((run += 1)), limit: 200 })];
      }),
    ),
  };
}

async function measured(size: CorpusSize): Promise<ReadonlyMap<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    const path = await madeProject(folder, size);
    const { client, grant, close } = benchSession(folder);
    await client.call('project.open', { ticket: grant(path) });
    const figures = new Map<string, number>();
    for (const [name, work] of Object.entries(await questions(client))) {
      await work();
      figures.set(name, await medianProcessorTime(5, work));
    }
    await close();
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor time of co-occurrence, comparison and queries at n, 2n and 4n, the first question of each kind not counted. */
export async function benchAnalysis(sizes: readonly CorpusSize[]): Promise<string> {
  const columns: ReadonlyMap<string, number>[] = [];
  for (const size of sizes) columns.push(await measured(size));
  return table(
    [
      'CPU milliseconds',
      ...sizes.map(({ documents, codings }) => `${documents} docs, ${codings / 1000}k`),
      ...sizes.slice(1).map(() => 'growth'),
    ],
    [...columns[0]!.keys()].map((name) => {
      const figures = columns.map((column) => column.get(name)!);
      return [name, ...figures.map((figure) => figure.toFixed(figure < 100 ? 1 : 0)), ...growth(figures)];
    }),
  );
}
