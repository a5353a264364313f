import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodePorts } from '../../electron/core/node-ports.ts';
import { writeCorpus } from './corpus.ts';
import { startCore } from '../support/plain-core.ts';
import { growth, heldMemory, table, time } from './measure.ts';

/** About 60 kB a file. */
const words = 11_500;

/** Between two calls of a window, in milliseconds. */
const pause = 20;

type Figures = { milliseconds: number; longestWait: number; peak: number };

/** Imports so many files, meanwhile asking for the list of documents as a window does. */
async function importFiles(files: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    const corpus = writeCorpus(folder, { documents: files, words, codes: 1, coders: 1, codings: files });
    const { core, client } = startCore(createNodePorts('cli', { data: join(folder, 'data'), projects: folder }));
    await client.call('project.create', {
      name: 'bench',
      template: 'empty',
      place: core.grantPath(join(folder, 'bench.vbt')),
    });
    const before = heldMemory();
    let [peak, longestWait] = [0, 0];
    const importing = new AbortController();
    const asking = (async () => {
      while (!importing.signal.aborted) {
        const wait = await time(async () => {
          await new Promise((resolve) => setTimeout(resolve, pause));
          await client.call('documents.list', {});
        });
        longestWait = Math.max(longestWait, wait - pause);
      }
    })();
    let read = 0;
    const milliseconds = await time(() =>
      client.call(
        'imports.commit',
        { files: corpus.files.map((path) => ({ ticket: core.grantPath(path) })) },
        { onProgress: () => ++read % 50 === 0 && (peak = Math.max(peak, heldMemory() - before)) },
      ),
    );
    importing.abort();
    await asking;
    await core.close();
    return { milliseconds, longestWait, peak };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Times the import of n, 2n and 4n files of 60 kB: it grows with the files, the memory held meanwhile does not. */
export async function benchImport(sizes: readonly number[]): Promise<string> {
  const columns: Figures[] = [];
  for (const size of sizes) columns.push(await importFiles(size));
  const row = (name: string, of: (figures: Figures) => number, grows: boolean): string[] => {
    const figures = columns.map(of);
    return [
      name,
      ...figures.map((figure) => figure.toFixed(figure < 100 ? 1 : 0)),
      ...(grows ? growth(figures) : sizes.slice(1).map(() => '')),
    ];
  };
  return table(
    ['import', ...sizes.map((size) => `${size} files`), ...sizes.slice(1).map(() => 'growth')],
    [
      row('all of it, ms', ({ milliseconds }) => milliseconds, true),
      row('longest wait of another call, ms', ({ longestWait }) => longestWait, false),
      row('memory held while reading, MB', ({ peak }) => peak / 2 ** 20, false),
    ],
  );
}
