import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readStudyFile } from '../support/study-sample.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { runVerbatim } from '../support/verbatim-command.ts';

it('a corrected transcript comes in from the command line, shown first', { timeout: 60_000 }, async () => {
  const folder = tempFolder();
  const verbatim = (...parameters: string[]) => runVerbatim(folder, ...parameters);
  await verbatim('sample', 'study.vbt');
  const name = 's01-en-teacher.txt';
  const before = (await verbatim('document', 'text', 'study.vbt', name)).out;
  expect(before).toBe(readStudyFile(name));
  writeFileSync(join(folder, 'corrected.txt'), before.replaceAll('Luo', 'Teacher One'));

  const shown = await verbatim('document', 'reimport', 'study.vbt', name, 'corrected.txt', '--preview', '--json');
  expect(JSON.parse(shown.out)).toMatchObject({ document: name, done: false, counts: { lost: 0 } });
  expect((await verbatim('document', 'text', 'study.vbt', name)).out).toBe(before);

  const done = await verbatim('document', 'reimport', 'study.vbt', name, 'corrected.txt');
  expect([done.code, done.out]).toEqual([0, expect.stringContaining('is corrected.')]);
  const after = (await verbatim('document', 'text', 'study.vbt', name)).out;
  expect(after).toBe(readFileSync(join(folder, 'corrected.txt'), 'utf8'));
  const missing = await verbatim('document', 'reimport', 'study.vbt', 'none.txt', 'corrected.txt');
  expect([missing.code, missing.error]).toEqual([1, expect.stringContaining('none.txt')]);
});
