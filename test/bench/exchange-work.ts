import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeWholePieces } from '../../electron/core/export/write-whole.ts';
import { filePieceBytes } from '../../shared/contract/methods/files.ts';
import { benchSession } from './core-bench.ts';
import { medianProcessorTime } from './measure.ts';

/**
 * One step of the exchange bench in a process of its own, so that its peak of memory is its own: `make`, `export`, `import` or
 * `undo` in a folder. Prints the milliseconds of the processor, the peak and the size of the file in bytes as JSON.
 */
const [step, folder] = process.argv.slice(2) as ['make' | 'export' | 'import' | 'undo', string];
const project = join(folder, 'bench.vbt');
const copy = join(folder, 'copy.vbt');
const archive = join(folder, 'bench.qdpx');
const { client, grant, close } = benchSession(folder);

async function* fetched(ticket: string): AsyncGenerator<Buffer> {
  for (let offset = 0, size = 1; offset < size; ) {
    const answer = await client.call('files.read', { ticket, offset, length: filePieceBytes });
    const piece = Buffer.from(answer.base64, 'base64');
    yield piece;
    size = answer.size;
    offset += piece.length;
  }
}

async function make(): Promise<void> {
  const { files, codings } = JSON.parse(readFileSync(join(folder, 'corpus.json'), 'utf8')) as {
    files: string[];
    codings: string;
  };
  await client.call('project.create', { name: 'bench', template: 'empty', place: grant(project) });
  await client.call('imports.commit', { files: files.map((path) => ({ ticket: grant(path) })) });
  const options = { createCodes: true, markDone: true, partial: false };
  await client.call('codings.importCsv', { ticket: grant(codings), ...options });
}

const work = {
  make,
  export: async () => {
    await client.call('project.open', { ticket: grant(project) });
    const { ticket } = await client.call('exchange.export', { format: 'qdpx' });
    await writeWholePieces(archive, fetched(ticket));
  },
  import: async () => {
    await client.call('project.create', { name: 'copy', template: 'empty', place: grant(copy) });
    const { counts, attention } = await client.call('exchange.import', { ticket: grant(archive) });
    const codings = counts.find(({ element }) => element === 'Coding');
    if (codings === undefined || codings.imported !== codings.inFile || attention.length > 0)
      throw new Error(`of the codings came in: ${JSON.stringify(codings)}`);
  },
  undo: async () => {
    await client.call('project.open', { ticket: grant(copy) });
    await client.call('history.undo', {});
  },
};
const milliseconds = await medianProcessorTime(1, work[step]);
await close();
const written = { make: project, export: archive, import: copy, undo: copy }[step];
const { maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ milliseconds, peak: maxRSS * 1024, bytes: statSync(written).size }));
