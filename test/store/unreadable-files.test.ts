import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { firstLine, startChild } from '../support/children.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** The account without rights that every Linux has; root itself may read everything. */
const nobody = 65_534;

it('files that may not be read, or vanish between preview and import, are refused by name; the others go in (skipped where the test cannot become a user without rights)', async (context) => {
  if (process.getuid?.() !== 0) return context.skip('only root can become somebody without rights');
  const folder = tempFolder();
  const data = tempFolder();
  const locked = join(folder, 'locked-folder');
  mkdirSync(locked);
  for (const name of ['good.txt', 'locked.txt', 'vanishing.txt', join('locked-folder', 'inside.txt')])
    writeFileSync(join(folder, name), 'I: How?\nR: So.\nI: Why?\nR: Thus.\n');
  chmodSync(join(folder, 'locked.txt'), 0o000);
  chmodSync(locked, 0o000);
  chmodSync(folder, 0o777);
  chmodSync(data, 0o777);
  onTestFinished(() => chmodSync(locked, 0o755));
  const line = await firstLine(startChild('unreadable-child.ts', [folder, data], { uid: nobody, gid: nobody }));
  const result = JSON.parse(line) as { failed: { message: { id: string; values: object } }[] };
  expect(result).toEqual({
    ready: ['good.txt', 'vanishing.txt'],
    imported: ['good.txt'],
    failed: [
      expect.objectContaining({ file: 'locked.txt', code: 'file_unreadable' }),
      expect.objectContaining({ file: 'inside.txt', code: 'file_unreadable' }),
      expect.objectContaining({ file: 'vanishing.txt', code: 'file_not_found' }),
    ],
  });
  // The message has the file's name in it, and what to do is part of its words.
  for (const { message } of result.failed)
    expect(JSON.stringify(message)).toMatch(/locked\.txt|inside\.txt|vanishing\.txt/);
});
