import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { namesOf } from '../../electron/cli/command.ts';
import { runCommandLine } from '../../electron/cli/main.ts';

let folder = '';
let project = '';

/** The exit code of a command line and what it complains. */
async function misuse(...argv: string[]): Promise<{ code: number; error: string }> {
  let error = '';
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  const complaint = vi
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => Boolean((error += `${String(text)}\n`)));
  try {
    return { code: await runCommandLine(argv), error };
  } finally {
    out.mockRestore();
    complaint.mockRestore();
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-test-'));
  vi.stubEnv('VERBATIM_DATA', join(folder, 'data'));
  project = join(folder, 'study.vbt');
  await misuse('sample', project);
  mkdirSync(join(folder, 'a folder'));
  writeFileSync(join(folder, 'passphrase'), 'correct horse battery\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is written never takes the place of a project', () => {
  const sealed = (): string[] => ['--passphrase-file', join(folder, 'passphrase')];
  test.each<[string, () => string[]]>([
    ['codings export', () => ['-o', project]],
    ['codebook export', () => ['-o', project]],
    ['tidy', () => ['-o', project]],
    ['share', () => ['-o', project]],
    ['copy', () => ['--for', 'A', '-o', project]],
    ['archive write', () => ['-o', project]],
    ['encrypt', () => ['-o', project, ...sealed()]],
    ['export', () => ['--format', 'qdpx', '-o', project]],
    ['export', () => ['--format', 'codings-csv', '-o', project]],
    ['report', () => ['--kind', 'codebook', '--format', 'html', '-o', project]],
    ['document export', () => ['s01-en-teacher.txt', '--format', 'html', '-o', project]],
    ['adjudicate export', () => ['--out', project]],
  ])('%s', async (command, options) => {
    const { code, error } = await misuse(...command.split(' '), project, ...options());
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining('study.vbt already exists') });
    expect(await misuse('check', project)).toEqual({ code: 0, error: '' });
  });

  test('nor of a locked one', async () => {
    const locked = join(folder, 'locked.vbtx');
    expect(await misuse('encrypt', project, '-o', locked, ...sealed())).toMatchObject({ code: 0 });
    const before = readFileSync(locked);
    expect(await misuse('tidy', project, '-o', locked)).toMatchObject({ code: 1 });
    expect(readFileSync(locked).equals(before)).toBe(true);
  });

  test('a folder that is not there, and one in place of the file, are named', async () => {
    const nowhere = await misuse('codings', 'export', project, '-o', join(folder, 'none', 'codings.csv'));
    expect(nowhere).toEqual({ code: 1, error: expect.stringMatching(/codings\.csv .*there is no such folder/) });
    const taken = await misuse('codings', 'export', project, '-o', join(folder, 'a folder'));
    expect(taken).toEqual({ code: 1, error: expect.stringContaining('a folder already exists') });
    const made = await misuse('new', join(folder, 'none', 'new.vbt'));
    expect(made).toEqual({ code: 1, error: expect.stringMatching(/new\.vbt .*there is no such folder/) });
  });
});

describe('options that would say nothing are refused', () => {
  test.each<[string, string, RegExp]>([
    ['cooccurrence', '--window 3', /--window N goes with --unit window/],
    ['cooccurrence', '--unit window --window 1', /--window takes a whole number from 2 to 50, not 1/],
    ['cooccurrence', '--distance 2', /--distance N goes with --relation/],
    ['cooccurrence', '--relation within --distance 2', /--distance N goes with --relation/],
    ['cooccurrence', '--relation within --unit turn', /--unit, --scope and --rule do not go with it/],
    ['cooccurrence', '--test --draws 5', /--draws takes a whole number from 99/],
    ['agreement', '--segments privacy', /--segments goes with --unit segment/],
    ['agreement', '--level ordinal', /--level goes with --ratings/],
    ['agreement', '--unit segment --segments privacy,trust', /--segments takes one code/],
    ['tidy', '--json', /--json needs -o/],
    ['export', '--format qdc --anonymous', /go with --format qdpx/],
    ['frequency', '--limit 5001', /--limit takes a whole number from 1 to 5000/],
    ['agreement', '--codes ,', /--codes takes names separated by commas/],
  ])('%s %s', async (command, options, said) => {
    expect(await misuse(command, project, ...options.split(' '))).toEqual({
      code: 2,
      error: expect.stringMatching(said),
    });
  });

  test.each([
    ['kwic', ' '],
    ['search', ''],
  ])('%s without words', async (command, words) => {
    expect(await misuse(command, project, words)).toEqual({ code: 2, error: expect.stringContaining('are empty') });
  });

  test('a file without a name is not the folder one is in', async () => {
    expect(await misuse('check', '')).toEqual({ code: 2, error: expect.stringContaining('name of a file is empty') });
  });
});

test('what is not there is called by what it is', async () => {
  expect((await misuse('query', project, '@none')).error).toContain('The query “none” is not in this project');
  expect((await misuse('agreement', project, '--round', 'none')).error).toContain('The round “none” is not');
  const sealed = await misuse('decrypt', project, '--out', join(folder, 'x.vbt'), '--passphrase-file', 'none');
  expect(sealed).toEqual({ code: 2, error: expect.stringContaining('the passphrase file none cannot be read') });
  writeFileSync(join(folder, 'key.csv'), '');
  expect((await misuse('pseudonyms', 'preview', project, join(folder, 'key.csv'))).error).toContain('key.csv is empty');
});

test('a score that is none leaves the guide where it is', async () => {
  const guide = join(folder, 'guide.csv');
  writeFileSync(guide, 'id,en\nZ9,Whom would you never tell?\n');
  for (const score of ['good', '', '1.5'])
    expect(await misuse('guide', 'import', project, guide, '--accept', score)).toEqual({
      code: 2,
      error: expect.stringContaining('--accept takes a number from 0 to 1'),
    });
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  expect(await runCommandLine(['guide', 'import', project, guide])).toBe(0);
  expect(out.mock.calls.join('')).toContain('1 new questions, 0 changed');
  out.mockRestore();
});

test('names of an import are replaced by a list that can be used, or nothing is imported', async () => {
  const [file, key] = [join(folder, 'one.txt'), join(folder, 'circular.csv')];
  writeFileSync(file, 'Luo: Hello.\nAnn: Yes.\nLuo: So.\nAnn: No.\n');
  writeFileSync(key, 'Luo,Ann\nAnn,Bea\n');
  for (const list of [key, join(folder, 'none.csv')])
    expect(await misuse('import', project, file, '--pseudonyms', list)).toMatchObject({ code: 1 });
  expect(await misuse('document', 'text', project, 'one.txt')).toMatchObject({ code: 1 });
});

test('the mark before a passphrase is no part of it', async () => {
  const marked = join(folder, 'marked');
  const locked = join(folder, 'marked.vbtx');
  writeFileSync(marked, '\ufeffcorrect horse battery\r\n');
  expect(await misuse('encrypt', project, '-o', locked, '--passphrase-file', marked)).toMatchObject({ code: 0 });
  const opened = await misuse(
    'decrypt',
    locked,
    '--out',
    join(folder, 'opened.vbt'),
    '--passphrase-file',
    join(folder, 'passphrase'),
  );
  expect(opened).toEqual({ code: 0, error: '' });
});

test('names are separated by commas; one with a comma of its own stands in quotes', () => {
  expect(namesOf('documents', 'a.txt, "b, the ""second"".txt" ,中文.txt,')).toEqual([
    'a.txt',
    'b, the "second".txt',
    '中文.txt',
  ]);
});
