import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input } from '../../shared/contract/methods.ts';
import { createNodePorts } from '../../electron/core/node-ports.ts';
import { OpenProject } from '../../electron/core/services/project/open-project.ts';
import { fillIndex } from '../../electron/core/services/search/index-filler.ts';
import { Store } from '../../electron/core/store/store.ts';
import { benchSession } from './core-bench.ts';
import { writeCorpus } from './corpus.ts';
import { medianProcessorTime, table, time } from './measure.ts';

/** Fills the index of a closed project; answers milliseconds. */
export async function indexed(path: string, folder: string): Promise<number> {
  const ports = createNodePorts('cli', { data: join(folder, 'data'), projects: folder });
  const store = Store.open(path, ports);
  const project = new OpenProject(store, ports);
  const took = await time(() => fillIndex(project));
  store.close();
  return took;
}

/** Words of the corpus are one to three syllables of two letters; the questions are made of them. */
const questions: Readonly<Record<string, Input<'search.text'>>> = {
  'a frequent word': { query: 'bana', mode: 'words' },
  'two frequent words': { query: 'ba na', mode: 'words' },
  'an open word': { query: 'bana*', mode: 'words' },
  'a word that is not there': { query: 'zozozozo', mode: 'words' },

  'part of a word': { query: 'anaw' },
  'part of no word': { query: 'zzqq' },
  'a pattern, frequent': { query: 'ba(na|ne)', mode: 'pattern' },
  'a pattern found nowhere': { query: 'q\\d{4}x', mode: 'pattern' },
};

/** Measures the processor time of the first page of answers over all documents, with the index and without. */
export async function benchSearch(documents: number, words: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    const { files, characters } = writeCorpus(folder, { documents, words, codes: 1, coders: 1, codings: 0 });
    const project = join(folder, 'bench.vbt');
    const first = benchSession(folder);
    await first.client.call('project.create', { name: 'bench', template: 'empty', place: first.grant(project) });
    for (let from = 0; from < files.length; from += 100)
      await first.client.call('imports.commit', {
        files: files.slice(from, from + 100).map((path) => ({ ticket: first.grant(path) })),
      });
    await first.close();
    const rows: string[][] = Object.keys(questions).map((name) => [name]);
    for (const isIndexed of [false, true]) {
      const took = isIndexed ? await indexed(project, folder) : null;
      if (took !== null) rows.push(['making the index', '', took.toFixed(0)]);
      const { client, grant, close } = benchSession(folder);
      await client.call('project.open', { ticket: grant(project) });
      for (const [place, question] of Object.values(questions).entries()) {
        await client.call('search.text', { limit: 200, ...question });
        const median = await medianProcessorTime(5, () => client.call('search.text', { limit: 200, ...question }));
        const { total, isWhole } = await client.call('search.text', { limit: 200, ...question });
        if (!isIndexed) rows[place]!.push(`${isWhole ? '' : '≥ '}${total}`);
        rows[place]!.push(median.toFixed(1));
      }
      await close();
    }
    const size = `${(characters / 1e6).toFixed(1)} million characters, ${documents} documents`;
    return table([size, 'hits', 'texts, CPU ms', 'index, CPU ms'], rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
