import { join } from 'node:path';
import { benchSession } from './core-bench.ts';
import { type CorpusSize, writeCorpus } from './corpus.ts';

type Beside = {
  /** Transcripts of one's own, imported first. */
  readonly files?: readonly string[];
  /** Who opens the project; a coder of the corpus sees their own codings as such. */
  readonly coder?: string;
};

/** Makes a project of generated interviews with their codings; answers its path. */
export async function madeProject(
  folder: string,
  size: CorpusSize,
  { files: own = [], coder }: Beside = {},
): Promise<string> {
  const { files, codings } = writeCorpus(folder, size);
  const path = join(folder, 'bench.vbt');
  const { client, grant, close } = benchSession(folder);
  await client.call('project.create', { name: 'bench', template: 'empty', place: grant(path), coder });
  const all = [...own, ...files];
  for (let from = 0; from < all.length; from += 100)
    await client.call('imports.commit', {
      files: all.slice(from, from + 100).map((file) => ({ ticket: grant(file) })),
    });
  await client.call('codings.importCsv', { ticket: grant(codings), createCodes: true, markDone: true, partial: false });
  await close();
  return path;
}
