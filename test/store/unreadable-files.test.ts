import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { firstLine, startChild } from '../support/children/children.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** The account without rights that every Linux has; root itself may read everything. */
const nobody = 65_534;

it.skipIf(process.getuid?.() !== 0)(
  'files that may not be read, or vanish between preview and import, are refused by name; the others go in (skipped where the test cannot become a user without rights)',
  async () => {
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
    const check = 'Check that you may open it and that no other program holds it.';
    expect(JSON.parse(line)).toEqual({
      ready: ['good.txt', 'vanishing.txt'],
      imported: ['good.txt'],
      failed: [
        { file: 'locked.txt', code: 'file_unreadable', message: `The file locked.txt could not be read. ${check}` },
        { file: 'inside.txt', code: 'file_unreadable', message: `The file inside.txt could not be read. ${check}` },
        {
          file: 'vanishing.txt',
          code: 'file_not_found',
          message: 'The file vanishing.txt was not found. Check its name and folder.',
        },
      ],
    });
  },
);
