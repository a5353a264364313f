import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { firstLine, startChild } from '../support/children/children.ts';
import { openTestProject } from '../support/core.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** The account without rights that every Linux has; root itself may write everywhere. */
const nobody = 65_534;

it('in a folder that cannot be written a project can be read on the command line, and is otherwise refused by name', async (context) => {
  if (process.platform === 'win32') return context.skip('folders have no such mode here');
  const { test, path } = await openTestProject('I: Why?\nR: [fear: They watch.]\n');
  await test.close();
  const before = readFileSync(path);
  const data = tempFolder();
  chmodSync(path, 0o444);
  chmodSync(test.folder, 0o555);
  chmodSync(data, 0o777);
  onTestFinished(() => chmodSync(test.folder, 0o755));
  const asNobody = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const line = await firstLine(startChild('read-only-child.ts', [test.folder, data], asNobody));
  const result = JSON.parse(line) as unknown;

  const refused = (file: string) => ({ code: 'folder_read_only', params: { file } });
  expect(result).toEqual({
    cli: {
      open: 'done',
      read: 'done',
      check: 'done',
      remember: 'done',
      write: refused('study.vbt'),
      undo: refused('study.vbt'),
      create: refused('new.vbt'),
    },
    desktop: {
      open: refused('study.vbt'),
      read: { code: 'no_project', params: {} },
      check: { code: 'no_project', params: {} },
      remember: { code: 'no_project', params: {} },
      write: { code: 'no_project', params: {} },
      undo: { code: 'no_project', params: {} },
      create: refused('new.vbt'),
    },
  });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(test.folder).sort()).toEqual(['data', 'interview.txt', 'study.vbt']);
  return undefined;
});
