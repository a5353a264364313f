import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCorpus } from './corpus.ts';
import { growth, table } from './measure.ts';

type Figures = { readonly milliseconds: number; readonly peak: number; readonly bytes: number };
const steps = ['export', 'import', 'undo'] as const;

/** One step (`make`, `export`, `import`, `undo`) on the project `bench.vbt` of a folder, in a process of its own. */
export function runExchange(step: string, folder: string): Figures {
  const script = join(import.meta.dirname, 'exchange-work.ts');
  return JSON.parse(execFileSync(process.execPath, [script, step, folder], { encoding: 'utf8' })) as Figures;
}

function measured(documents: number, words: number): Record<(typeof steps)[number], Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    const size = { documents, words, codes: 1000, coders: 3, codings: documents * 200 };
    writeFileSync(join(folder, 'corpus.json'), JSON.stringify(writeCorpus(folder, size)));
    runExchange('make', folder);
    return {
      export: runExchange('export', folder),
      import: runExchange('import', folder),
      undo: runExchange('undo', folder),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes, reads and takes back again .qdpx files of n, 2n and 4n interviews, each in a process of its own. */
export async function benchExchange(sizes: readonly number[], words = 10_000): Promise<string> {
  const columns = sizes.map((documents) => measured(documents, words));
  const rows = steps.flatMap((step) => {
    const of = (figure: keyof Figures): number[] => columns.map((column) => column[step][figure]);
    const megabytes = (figure: 'peak' | 'bytes'): string[] => of(figure).map((bytes) => (bytes / 2 ** 20).toFixed(0));
    const seconds = of('milliseconds').map((milliseconds) => (milliseconds / 1000).toFixed(1));
    return [
      [`${step}, s`, ...seconds, ...growth(of('milliseconds'))],
      [`${step}, peak of the process, MB`, ...megabytes('peak')],
      ...(step === 'undo' ? [] : [[`${step}, file written, MB`, ...megabytes('bytes')]]),
    ];
  });
  const head = sizes.map((documents) => `${documents} docs, ${(documents * 200) / 1000}k`);
  return Promise.resolve(table(['.qdpx', ...head, ...sizes.slice(1).map(() => 'growth')], rows));
}
