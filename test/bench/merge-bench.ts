import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchSession } from './core-bench.ts';
import { type CorpusSize, writeCorpus } from './corpus.ts';
import { growth, medianProcessorTime, table } from './measure.ts';
import { fileBehind } from '../support/plain-core.ts';

type Figures = Record<string, number>;

/** A project with transcripts, codes and two coders, closed. */
async function madeProject(folder: string, path: string, size: CorpusSize): Promise<{ codings: string }> {
  const { files, codings } = writeCorpus(folder, size);
  const session = benchSession(folder);
  const { client, grant, close } = session;
  await client.call('project.create', { name: 'bench', template: 'empty', place: grant(path), coder: 'coder1' });
  await client.call('imports.commit', { files: files.map((file) => ({ ticket: grant(file) })) });
  for (let code = 1; code <= size.codes; code++)
    await client.call('codes.create', { name: `Code ${String(code).padStart(2, '0')}` });
  await client.call('coders.create', { name: 'coder2' });
  await close();
  return { codings };
}

/** Makes the copy of each coder and codes it; processor times of making one, and the files. */
async function codedApart(folder: string, path: string, codings: string): Promise<{ made: number; copies: string[] }> {
  const session = benchSession(folder);
  const { client, grant, close } = session;
  await client.call('project.open', { ticket: grant(path) });
  const [head, ...rows] = readFileSync(codings, 'utf8').trimEnd().split('\n');
  let made = 0;
  const copies: string[] = [];
  for (const { id, name } of await client.call('coders.list', {})) {
    const copy = join(folder, `${name}.vbt`);
    made = await medianProcessorTime(1, async () => {
      const { ticket } = await client.call('copies.make', { coder: id });
      writeFileSync(copy, await fileBehind(session.client, ticket));
    });
    writeFileSync(`${copy}.csv`, [head, ...rows.filter((row) => row.split(',')[1] === name), ''].join('\n'));
    copies.push(copy);
  }
  await close();
  for (const copy of copies) {
    const other = benchSession(folder);
    await other.client.call('project.open', { ticket: other.grant(copy) });
    await other.client.call('codings.importCsv', {
      ticket: other.grant(`${copy}.csv`),
      createCodes: false,
      markDone: true,
      partial: false,
    });
    await other.close();
  }
  return { made, copies };
}

async function measureSize(size: CorpusSize): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    const path = join(folder, 'bench.vbt');
    const { codings } = await madeProject(folder, path, size);
    const { made, copies } = await codedApart(folder, path, codings);
    const { client, grant, close } = benchSession(folder);
    await client.call('project.open', { ticket: grant(path) });
    const tickets = (): string[] => copies.map((copy) => grant(copy));
    const once = (work: () => Promise<unknown>): Promise<number> => medianProcessorTime(1, work);
    const figures: Figures = { 'make a copy': made };
    figures['preview of two copies'] = await once(() => client.call('copies.preview', { tickets: tickets() }));
    figures['merge them, with rehearsal and backup'] = await once(() =>
      client.call('copies.merge', { tickets: tickets() }),
    );
    figures['merge them again: nothing to do'] = await once(() => client.call('copies.merge', { tickets: tickets() }));
    const { codings: merged } = await client.call('project.summary', {});
    figures['undo the merge'] = await once(() => client.call('history.undo', {}));
    await close();
    return { codings: merged, ...figures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two coders' copies made, coded and merged at n, 2n and 4n codings; processor time. */
export async function benchMerge(sizes: readonly CorpusSize[]): Promise<string> {
  const columns: Figures[] = [];
  for (const size of sizes) columns.push(await measureSize(size));
  const head = [
    'milliseconds of processor',
    ...columns.map(({ codings }) => `${codings} codings`),
    ...sizes.slice(1).map(() => 'growth'),
  ];
  const rows = Object.keys(columns[0]!)
    .filter((name) => name !== 'codings')
    .map((name) => {
      const figures = columns.map((column) => column[name]!);
      return [name, ...figures.map((figure) => figure.toFixed(0)), ...growth(figures)];
    });
  return table(head, rows);
}
