import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportFile } from '../../shared/contract/methods/documents.ts';
import { importTexts, openTestProject, type TestCore } from '../support/core.ts';

const interview = 'I: Do you use it?\nR: [trust: I do], though [fear: they watch us] every day.\n';

type Case = { readonly code: string; readonly params?: object; readonly make: (test: TestCore) => Partial<ImportFile> };

const file =
  (name: string, content: string | Uint8Array, more: Partial<ImportFile> = {}) =>
  (test: TestCore) => ({ ticket: test.file(name, content), ...more });

const cases: Readonly<Record<string, Case>> = {
  'a docx that is only the beginning of one': {
    code: 'file_damaged',
    make: file('broken.docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 0x5a)])),
  },
  'an empty file': { code: 'file_empty', make: file('empty.txt', '') },
  'a file of blanks': { code: 'file_empty', make: file('blank.txt', '\ufeff \n\n\t') },
  'a text in another encoding than was said': {
    code: 'file_encoding',
    params: { encoding: 'utf-8', byte: 6 },
    make: file('latin.txt', Buffer.from('R: Caf\u00e9', 'latin1'), { encoding: 'utf-8' }),
  },
  'a picture called transcript': {
    code: 'file_format',
    make: file('scan.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  },
  'a recording': { code: 'file_format', make: file('interview.txt', 'RIFF\u0024\u0000\u0000\u0000WAVEfmt ') },
  'a file that is gone': {
    code: 'file_not_found',
    make: (test) => ({ ticket: test.ticket(test.path('gone.txt')) }),
  },
  'a folder': {
    code: 'file_unreadable',
    make: (test) => {
      mkdirSync(test.path('folder.txt'));
      return { ticket: test.ticket(test.path('folder.txt')) };
    },
  },
  'a file beyond every limit': {
    code: 'file_too_large',
    make: (test) => {
      writeFileSync(test.path('huge.txt'), '');
      truncateSync(test.path('huge.txt'), 600 * 2 ** 20);
      return { ticket: test.ticket(test.path('huge.txt')) };
    },
  },
};

describe('a transcript that cannot be read', () => {
  it.each(Object.entries(cases))('%s is refused by name, the others come in', async (_, { code, params, make }) => {
    const { test, dump } = await openTestProject(interview);
    const before = dump();
    const bad = make(test) as ImportFile;
    const { imported, failed } = await test.client.call('imports.commit', { files: [bad] });
    expect(imported).toEqual([]);
    expect(failed).toMatchObject([{ ticket: bad.ticket, error: { code, params: params ?? {} } }]);
    const name = test.core.pathOf(bad.ticket)!.split('/').at(-1)!;
    expect([failed[0]!.file, (failed[0]!.error.params as { file: string }).file]).toEqual([name, name]);
    expect(dump()).toEqual(before);

    const good = { ticket: test.file('good.txt', 'R: Good.\n') };
    const mixed = await test.client.call('imports.commit', { files: [bad, good] });
    expect([mixed.failed.length, mixed.imported.map((each) => each.name)]).toEqual([1, ['good.txt']]);
    await test.client.call('history.undo', {});
    expect(dump()).toEqual(before);
    expect(test.ports.unforeseen).toEqual([]);
  });

  it('an encoding nobody knows is refused', async () => {
    const { test, dump } = await openTestProject(interview);
    const before = dump();
    const files = [{ ticket: test.file('a.txt', 'R: Yes.'), encoding: 'klingon' }];
    const { failed } = await test.client.call('imports.commit', { files });
    expect(failed).toMatchObject([{ error: { code: 'invalid_input' } }]);
    expect(dump()).toEqual(before);
  });

  it('a ticket that stands for nothing is refused, an unfinished upload too', async () => {
    const { test } = await openTestProject(interview);
    const { ticket } = await test.client.call('files.begin', { name: 'half.txt', size: 10 });
    await test.client.call('files.append', { ticket, base64: Buffer.from('R: Y').toString('base64') });
    const { failed } = await test.client.call('imports.commit', { files: [{ ticket: 'nothing' }, { ticket }] });
    expect(failed.map(({ error }) => error.code)).toEqual(['ticket_unknown', 'ticket_unknown']);
    const more = test.client.call('files.append', { ticket, base64: Buffer.alloc(7).toString('base64') });
    await expect(more, 'more than was announced').rejects.toMatchObject({ code: 'ticket_unknown' });
  });
});

it('a text of 50 MB comes in, can be coded and undone', { timeout: 120_000 }, async () => {
  const { test, dump, codes } = await openTestProject(interview);
  const before = dump();
  const answer = `R: ${'And then nobody asked us what we thought about it. '.repeat(80)}\n`;
  const pair = `I: And then, 然后呢?\n${answer}`;
  const repeats = Math.ceil(50e6 / Buffer.byteLength(pair));
  const [document] = await importTexts(test, { 'long.txt': pair.repeat(repeats) });
  const [, summary] = await test.client.call('documents.list', {});
  expect(summary).toMatchObject({ characters: pair.length * repeats, turns: 2 * repeats });
  const start = pair.length * (repeats - 1) + 3;
  await test.client.call('codings.add', { document: document!, start, end: start + 8, codes: [codes.get('fear')!] });
  expect((await test.client.call('project.check', {})).faults).toEqual([]);
  await test.client.call('history.undo', {});
  await test.client.call('history.undo', {});
  expect(dump()).toEqual(before);
});
