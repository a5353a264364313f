import { describe, expect, it } from 'vitest';
import type { Output } from '../../shared/contract/methods.ts';
import { methods } from '../../shared/contract/methods.ts';
import { codedTranscriptFormats } from '../../shared/contract/methods/coded-transcripts.ts';
import { filePieceBytes } from '../../shared/contract/methods/files.ts';
import { type ReportRequest, reportFormats } from '../../shared/contract/methods/reports.ts';
import { officeParts } from '../support/interviews/office-parts.ts';
import { openSample } from '../support/sample-core.ts';

type Sample = Awaited<ReturnType<typeof openSample>>;
type Made = { readonly ticket: string };

/** Files whose rows must be those that came in, or that nobody can read without the key: they are marked by their names. */
const byNameOnly = new Set([
  'codings.exportCsv',
  'survey.export survey',
  'survey.export cases',
  'codebook.exportJson',
  'adjudication.export csv',
  'project.saveEncrypted',
  'copies.make',
  'protection.share',
]);

const marked = /synthetic/i;

/** Every way a file leaves the project, by its method. Each is called on the sample study. */
const exports: Record<string, (sample: Sample) => Promise<Readonly<Record<string, Made>>>> = {
  'codings.exportCsv': async ({ client }) => ({ '': await client.call('codings.exportCsv', {}) }),
  'codebook.exportJson': async ({ client }) => ({ '': await client.call('codebook.exportJson', {}) }),
  'project.saveEncrypted': async ({ client }) => ({
    '': await client.call('project.saveEncrypted', { passphrase: 'long enough for this' }),
  }),
  'archive.write': async ({ client }) => ({ '': await client.call('archive.write', {}) }),
  'copies.make': async ({ client, coder }) => ({ '': await client.call('copies.make', { coder: coder('B') }) }),
  'protection.share': async ({ client }) => ({ '': await client.call('protection.share', { keep: [] }) }),
  'tidy.export': async ({ client, coder }) => ({
    '': await client.call('tidy.export', {
      codes: [],
      coder: coder('A'),
      rule: 'overlap',
      children: 'apart',
      byteOrderMark: false,
    }),
  }),
  'survey.export': async ({ client }) => ({
    survey: await client.call('survey.export', { kind: 'survey' }),
    cases: await client.call('survey.export', { kind: 'cases' }),
  }),
  'adjudication.export': async ({ client }) => ({
    csv: await client.call('adjudication.export', { unit: 'character', format: 'csv' }),
    json: await client.call('adjudication.export', { unit: 'character', format: 'json' }),
  }),
  'exchange.export': async ({ client }) => ({
    qdpx: await client.call('exchange.export', { format: 'qdpx' }),
    'qdpx anonymous': await client.call('exchange.export', { format: 'qdpx', anonymous: true }),
    qdc: await client.call('exchange.export', { format: 'qdc' }),
  }),
  'documents.writeCoded': async ({ client }) => {
    const [document] = await client.call('documents.list', {});
    const made: Record<string, Made> = {};
    for (const format of codedTranscriptFormats)
      for (const anonymised of [false, true])
        made[`${format} ${anonymised}`] = await client.call('documents.writeCoded', {
          document: document!.id,
          format,
          language: 'en',
          anonymised,
        });
    return made;
  },
  'reports.write': async ({ client }) => {
    const kinds: ReportRequest['kind'][] = ['passages', 'codebook', 'audit', 'cooccurrence', 'comparison'];
    const made: Record<string, Made> = {};
    for (const kind of kinds)
      for (const format of reportFormats)
        made[`${kind} ${format}`] = await client.call('reports.write', { report: { kind }, format, language: 'en' });
    const report = { kind: 'agreement', settings: {} } as const;
    made['agreement html'] = await client.call('reports.write', { report, format: 'html', language: 'en' });
    return made;
  },
};

async function fetched({ client }: Sample, { ticket }: Made): Promise<{ name: string; bytes: Buffer }> {
  const pieces: Buffer[] = [];
  for (let offset = 0; ; ) {
    const piece: Output<'files.read'> = await client.call('files.read', { ticket, offset, length: filePieceBytes });
    pieces.push(Buffer.from(piece.base64, 'base64'));
    offset += pieces.at(-1)!.length;
    if (offset >= piece.size) return { name: piece.name, bytes: Buffer.concat(pieces) };
  }
}

async function wordsOf(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString('utf8');
  return [...(await officeParts(bytes)).values()].join('\n');
}

/** Methods that hand out files: what they answer has a ticket. Uploads and the host's dialogs take files in. */
const handsOut = Object.entries(methods)
  .filter(([, { output }]) => 'shape' in output && 'ticket' in output.shape)
  .map(([name]) => name)
  .filter((name) => name !== 'files.begin' && !name.startsWith('dialogs.'));

describe('every file that leaves the sample study says that it is synthetic', () => {
  it('and no way out has been forgotten', () => {
    expect(handsOut.toSorted()).toEqual(Object.keys(exports).toSorted());
  });

  it.each(Object.keys(exports))('%s', async (method) => {
    const sample = await openSample();
    for (const [variant, made] of Object.entries(await exports[method]!(sample))) {
      const called = `${method} ${variant}`.trim();
      const { name, bytes } = await fetched(sample, made);
      expect(name, called).toMatch(marked);
      if (!byNameOnly.has(called)) expect(await wordsOf(bytes), called).toMatch(marked);
    }
  });
});
