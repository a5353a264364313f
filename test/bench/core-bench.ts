import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createNodePorts } from '../../electron/core/node-ports.ts';
import { type PlainCore, startCore } from '../support/plain-core.ts';
import { type CorpusSize, writeCorpus } from './corpus.ts';
import { growth, heldMemory, medianTime, table, time } from './measure.ts';

type Figures = Record<string, number>;

/** The same matrix by SQL's self-join: what the sweep is measured against. */
function selfJoin(path: string): { pairs: number; read: () => number } {
  const db = new Database(path, { readonly: true });
  const statement = db.prepare(
    `SELECT count(*) AS pairs FROM coding a JOIN selection sa ON sa.id = a.selection
       JOIN selection sb ON sb.document = sa.document AND sb.coder = sa.coder AND sb.start_at < sa.end_at AND sa.start_at < sb.end_at
       JOIN coding b ON b.selection = sb.id AND b.code > a.code`,
  );
  const read = (): number => (statement.get() as { pairs: number }).pairs;
  const pairs = read();
  return { pairs, read };
}

/** A core of its own on the files of a folder. */
export function benchSession(folder: string): PlainCore {
  return startCore(createNodePorts('cli', { data: join(folder, 'data'), projects: folder }));
}

async function measureSize(size: CorpusSize): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    const { files, codings, characters } = writeCorpus(folder, size);
    const project = join(folder, 'bench.vbt');
    const figures: Figures = {};
    const first = benchSession(folder);
    await first.client.call('project.create', { name: 'bench', template: 'empty', place: first.grant(project) });
    figures['import documents'] = await time(() =>
      first.client.call('imports.commit', { files: files.map((path) => ({ ticket: first.grant(path) })) }),
    );
    figures['import codings'] = await time(() =>
      first.client.call('codings.importCsv', {
        ticket: first.grant(codings),
        createCodes: true,
        markDone: true,
        partial: false,
      }),
    );
    await first.close();

    const empty = benchSession(folder);
    await empty.client.call('project.create', {
      name: 'empty',
      template: 'empty',
      place: empty.grant(join(folder, 'empty.vbt')),
    });
    const baseline = heldMemory();
    await empty.close();

    const { client, grant, close } = benchSession(folder);
    figures['open'] = await time(() => client.call('project.open', { ticket: grant(project) }));
    figures['list documents, first'] = await time(() => client.call('documents.list', {}));
    figures['list documents'] = await medianTime(5, () => client.call('documents.list', {}));
    figures['list codes'] = await medianTime(5, () => client.call('codes.list', {}));
    figures['co-occurrence, first'] = await time(() => client.call('cooccurrence.compute', { unit: 'overlap' }));
    const coders = await client.call('coders.list', {});
    const codeIds = (await client.call('codes.list', {})).map(({ id }) => id);
    const sweep = await medianTime(5, () => client.call('cooccurrence.compute', { unit: 'overlap' }));
    figures['co-occurrence, overlap'] = sweep;
    figures['co-occurrence, turns'] = await medianTime(5, () => client.call('cooccurrence.compute', { unit: 'turn' }));
    figures['co-occurrence, all coders together'] = await medianTime(3, () =>
      client.call('cooccurrence.compute', { unit: 'overlap', together: true }),
    );
    figures['co-occurrence, one filter changed'] = await medianTime(5, () =>
      client.call('cooccurrence.compute', { unit: 'turn', coders: [coders[0]!.id], children: 'parents' }),
    );
    figures['relations, one coder'] = await medianTime(3, () =>
      client.call('cooccurrence.relations', { relation: 'within', coders: [coders[0]!.id] }),
    );
    figures['comparison, 4 × 56 codes'] = await medianTime(3, () =>
      client.call('comparison.compute', {
        rows: codeIds.slice(4),
        columns: { kind: 'codes', codes: codeIds.slice(0, 4) },
        rule: 'overlap',
        children: 'apart',
        coder: coders[0]!.id,
      }),
    );
    figures['agreement, characters'] = await medianTime(3, () =>
      client.call('agreement.compute', { unit: 'character' }),
    );
    figures['agreement, turns'] = await medianTime(3, () => client.call('agreement.compute', { unit: 'turn' }));
    const documents = await client.call('documents.list', {});
    const document = documents[0]!.id;
    const code = (await client.call('codes.list', {}))[0]!.id;
    figures['open one document'] = await medianTime(5, async () => {
      await client.call('documents.get', { document });
      await client.call('codings.ofDocument', { document });
    });
    let start = 20;
    figures['add a coding'] = await medianTime(50, () =>
      client.call('codings.add', { document, start: (start += 7), end: start + 40, codes: [code] }),
    );
    let { textHash } = await client.call('documents.get', { document });
    figures['correct a letter at the beginning'] = await medianTime(10, async () => {
      const changes = [{ from: 0, to: 0, insert: 'x' }];
      ({ textHash } = await client.call('documents.correct', { document, base: textHash, changes }));
    });
    for (let step = 0; step < 10; step++) await client.call('history.undo', {});
    const { blocks } = await client.call('cooccurrence.compute', { unit: 'overlap' });
    const bySweep = blocks.reduce(
      (sum, block) => sum + block.pairs.reduce((pairs, pair) => pairs + pair.overlapPairs, 0),
      0,
    );
    figures['memory over empty ÷ text'] = (heldMemory() - baseline) / characters;
    await close();
    const joined = selfJoin(project);
    if (joined.pairs !== bySweep) throw new Error(`the sweep counts ${bySweep} pairs, the self-join ${joined.pairs}`);
    figures['SQL self-join'] = await time(joined.read);
    figures['self-join ÷ sweep'] = figures['SQL self-join'] / sweep;
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Times the core at n, 2n and 4n and prints how each figure grows. */
export async function benchCore(sizes: readonly CorpusSize[]): Promise<string> {
  const columns: Figures[] = [];
  for (const size of sizes) columns.push(await measureSize(size));
  const head = [
    'milliseconds',
    ...sizes.map(({ documents, codings }) => `${documents} docs, ${codings / 1000}k`),
    ...sizes.slice(1).map(() => 'growth'),
  ];
  const rows = Object.keys(columns[0]!).map((name) => {
    const figures = columns.map((column) => column[name]!);
    const ratio = name.includes('÷');
    return [
      name,
      ...figures.map((figure) => figure.toFixed(ratio || figure < 100 ? 2 : 0)),
      ...(ratio ? sizes.slice(1).map(() => '') : growth(figures)),
    ];
  });
  return table(head, rows);
}
