import { renameSync, unlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openTestProject } from '../support/core.ts';

/** A directory of so many empty parts and nothing else, written by hand: a zip writer takes its time for them. */
function zipOf(entries: number): Buffer {
  const directory = Array.from({ length: entries }, (_, number) => {
    const name = Buffer.from(String(number));
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50);
    record.writeUInt16LE(name.length, 28);
    return Buffer.concat([record, name]);
  });
  const start = Buffer.from('PK\u0003\u0004' + '\0'.repeat(26), 'latin1');
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  // The count has two bytes: what it says is as much a lie as in any file of this kind.
  end.writeUInt16LE(entries % 65_536, 8);
  end.writeUInt16LE(entries % 65_536, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start.length, 16);
  return Buffer.concat([start, ...directory, end]);
}

test('a container of 100,000 parts, a vanished file and a truncated one are refused by name; the rest goes in', async () => {
  const { test: core } = await openTestProject('R: [fear: x]');
  const gone = core.file('gone.txt', 'R: Here.');
  unlinkSync(core.path('gone.txt'));
  const moved = core.file('moved.txt', 'R: Here.');
  renameSync(core.path('moved.txt'), core.path('elsewhere.txt'));
  const { imported, failed } = await core.client.call('imports.commit', {
    files: [
      { ticket: core.file('many.docx', zipOf(100_000)) },
      { ticket: gone },
      { ticket: core.file('cut.txt', Buffer.from('R: 我怕').subarray(0, -1)) },
      { ticket: moved },
      { ticket: core.file('good.txt', 'R: Good.') },
    ],
  });
  expect(imported.map(({ name }) => name)).toEqual(['good.txt']);
  expect(failed.map(({ file, error }) => [file, error.code])).toEqual([
    ['many.docx', 'file_format'],
    ['gone.txt', 'file_not_found'],
    ['cut.txt', 'file_encoding'],
    ['moved.txt', 'file_not_found'],
  ]);
  expect(core.ports.unforeseen).toEqual([]);
});

test('long lines, control characters and names in any script are stored as they are', async () => {
  const { test: core } = await openTestProject('R: [fear: x]');
  const names = [
    '访谈 😀.txt',
    'ガ\u3099.txt',
    '\u202eabc\u202c.txt',
    "it's; DROP.txt",
    'a'.repeat(200) + '.txt',
    ' leading.txt',
    'new\nline.txt',
  ];
  const text = `I: ${'Q'.repeat(12_000)}?\nR: tab\tbell\u0007 null-free \u000b\u001b[31m \u0085\u2028\u2029 ${'長'.repeat(12_000)}\n`;
  const files = names.map((name) => ({ ticket: core.file(name, text) }));
  const { imported, failed } = await core.client.call('imports.commit', { files });
  expect(failed).toEqual([]);
  expect(imported.map(({ name, turns, characters }) => [name, turns, characters])).toEqual(
    names.map((name) => [name, 2, text.length]),
  );
  for (const { document } of imported) expect((await core.client.call('documents.get', { document })).text).toBe(text);
  expect((await core.client.call('project.check', {})).faults).toEqual([]);
});
