import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchSession } from './core-bench.ts';
import { writeCorpus } from './corpus.ts';
import { runExchange } from './exchange-bench.ts';
import { medianTime, table, time } from './measure.ts';
import { timeOpening } from './page-bench.ts';
import { indexed } from './search-bench.ts';

type Size = { readonly name: string; readonly documents: number; readonly codings: number };
const sizes: Readonly<Record<'medium' | 'large', Size>> = {
  medium: { name: '100 interviews, 20,000 codings', documents: 100, codings: 20_000 },
  large: { name: '1,000 interviews, 200,000 codings', documents: 1000, codings: 200_000 },
};

/** Seconds QualCoder 4.0 beta took for the same, on the same corpus and machine; null where it did not end. */
const qualcoder: Readonly<Record<string, Readonly<Record<'medium' | 'large', number | null>>>> = {
  'import the texts': { medium: 0.45, large: 5.9 },
  'open a transcript of 10,000 words, 500 codings': { medium: 2.3, large: 2.3 },
  'open a transcript of 10,000 words, 2,000 codings': { medium: 15.6, large: 15.6 },
  'add a coding': { medium: 0.037, large: 0.037 },
  'search a word': { medium: 0.06, large: 0.42 },
  'search a regular expression': { medium: 0.11, large: 0.92 },
  'retrieve one code': { medium: 0.88, large: 36.6 },
  'retrieve all codes': { medium: 52, large: null },
  'co-occurrence, 60 × 60': { medium: 8, large: 60 },
  'agreement of 60 codes, one pair': { medium: 13.2, large: 136 },
  'export .qdpx': { medium: 8.2, large: 1041 },
  'import .qdpx': { medium: 12, large: 92 },
};

/** The corpus other tools were measured on, made by its own generator, where that lies beside the checkout. */
const generator = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus', 'generate.py');

function makeCorpus(folder: string, { documents, codings }: Size): { files: string[]; codings: string } {
  if (!existsSync(generator)) return writeCorpus(folder, { documents, codings, words: 10_000, codes: 60, coders: 3 });
  execFileSync('python3', [generator, '--out', folder, '--docs', `${documents}`, '--codings', `${codings}`]);
  const docs = join(folder, 'docs');
  return {
    files: readdirSync(docs)
      .sort()
      .map((name) => join(docs, name)),
    codings: join(folder, 'codings.csv'),
  };
}

/** Seconds of wall time for each thing a user waits for. */
async function measured(size: Size): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-peers-'));
  try {
    const { files, codings } = makeCorpus(folder, size);
    const { client, grant, close } = benchSession(folder);
    const project = join(folder, 'bench.vbt');
    await client.call('project.create', { name: 'bench', template: 'empty', place: grant(project) });
    const seconds: Record<string, number> = {};
    const once = async (name: string, work: () => unknown): Promise<void> => {
      seconds[name] = (await time(work)) / 1000;
    };
    await once('import the texts', () =>
      client.call('imports.commit', { files: files.map((path) => ({ ticket: grant(path) })) }),
    );
    await once('import the codings (CSV)', () =>
      client.call('codings.importCsv', { ticket: grant(codings), createCodes: true, markDone: true, partial: false }),
    );
    await client.call('project.close', {});
    // The window fills the index behind the work; here it is waited for.
    seconds['make the search index'] = (await indexed(project, folder)) / 1000;
    await once('open the project', async () => {
      await client.call('project.open', { ticket: grant(project) });
      await client.call('documents.list', {});
    });
    const codes = await client.call('codes.list', {});
    const coders = await client.call('coders.list', {});
    const document = (await client.call('documents.list', {}))[0]!.id;
    let start = 20;
    seconds['add a coding'] =
      (await medianTime(50, () =>
        client.call('codings.add', { document, start: (start += 7), end: start + 40, codes: [codes[0]!.id] }),
      )) / 1000;
    await client.call('search.text', { query: 'lighthouse', mode: 'words' });
    seconds['search a word'] =
      (await medianTime(5, () => client.call('search.text', { query: 'lighthouse', mode: 'words' }))) / 1000;
    seconds['search a regular expression'] =
      (await medianTime(5, () => client.call('search.text', { query: '\\b[Ff]eel\\w*', mode: 'pattern' }))) / 1000;
    await once('retrieve one code', () => client.call('codes.passages', { code: codes[0]!.id }));
    await once('retrieve all codes', async () => {
      for (const { id } of codes) await client.call('codes.passages', { code: id });
    });
    await once('co-occurrence, 60 × 60', () => client.call('cooccurrence.compute', { unit: 'overlap' }));
    await once('agreement of 60 codes, one pair', () =>
      client.call('agreement.compute', { unit: 'character', coders: coders.slice(0, 2).map(({ id }) => id) }),
    );
    await client.call('project.close', {});
    await close();
    const [written, read] = [runExchange('export', folder), runExchange('import', folder)];
    seconds['export .qdpx'] = written.milliseconds / 1000;
    seconds['import .qdpx'] = read.milliseconds / 1000;
    return seconds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figure(seconds: number | null | undefined): string {
  if (seconds === undefined || seconds === null) return '–';
  return seconds.toFixed(seconds < 0.1 ? 4 : 2);
}

/** What a user waits for, in seconds, beside what QualCoder takes. */
export async function benchPeers(isLarge: boolean): Promise<string> {
  const size = isLarge ? 'large' : 'medium';
  const seconds = await measured(sizes[size]);
  for (const codings of [500, 2000]) {
    const name = `open a transcript of 10,000 words, ${codings.toLocaleString('en')} codings`;
    seconds[name] = (await timeOpening({ words: 10_000, codings })) / 1000;
  }
  const rows = Object.entries(seconds).map(([name, ours]) => {
    const theirs = qualcoder[name]?.[size];
    return [name, figure(ours), figure(theirs), theirs ? `${(theirs / ours).toFixed(1)} times` : ''];
  });
  return table([sizes[size].name, 'Verbatim, s', 'QualCoder, s', 'quicker'], rows);
}
