import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { archiveFiles } from '../support/exchange.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { runVerbatim } from '../support/verbatim-command.ts';

it('the project is written in every format of the command line; what is read again is the same', async () => {
  const folder = tempFolder();
  const run = async (...parameters: string[]) => {
    const ran = await runVerbatim(folder, ...parameters);
    return { ...ran, json: () => JSON.parse(ran.out) };
  };
  const written = (name: string): Buffer => readFileSync(join(folder, name));
  expect((await run('sample', 'study.vbt')).code).toBe(0);

  const begins: [format: string, mark: string | RegExp][] = [
    ['qdpx', 'PK'],
    ['qdc', '<?xml'],
    ['codebook-docx', 'PK'],
    ['codebook-html', '<!doctype html>'],
    ['codebook-md', '#'],
    ['codebook-xlsx', 'PK'],
    ['codebook-csv', /^\ufeff?#/],
    ['codebook-json', '{'],
    ['codings-csv', 'document,coder,code,start,end,text,memo'],
    ['codings-xlsx', 'PK'],
    ['archive', 'PK'],
  ];
  for (const [format, mark] of begins) {
    const file = `out.${format}`;
    const { code, error } = await run('export', 'study.vbt', '--format', format, '-o', file);
    expect(code, `${format}: ${error}`).toBe(0);
    const head = written(file).toString('utf8').slice(0, 60);
    if (typeof mark === 'string') expect(head.toLowerCase().startsWith(mark.toLowerCase()), format).toBe(true);
    else expect(head).toMatch(mark);
  }
  expect((await archiveFiles(written('out.qdpx'))).has('project.qde')).toBe(true);

  // Codings as a workbook say the same as those in the CSV, read by another project.
  await run('archive', 'restore', 'out.archive', '--out', 'other.vbt');
  const again = await run('codings', 'import', 'other.vbt', 'out.codings-xlsx', '--json');
  const rows = written('out.codings-csv').toString('utf8').trim().split('\r\n').length - 1;
  expect(again.json()).toMatchObject({ imported: 0, refused: [] });
  expect(again.json().present).toBeGreaterThanOrEqual(rows);

  // The codebook comes back from the command line in each form it was written in.
  await run('new', 'empty.vbt', '--template', 'empty');
  const preview = await run('codebook', 'import', 'empty.vbt', 'out.codebook-json', '--preview', '--json');
  expect(preview.json().entries.every(({ state }: { state: string }) => state === 'new')).toBe(true);
  expect((await run('codebook', 'import', 'empty.vbt', 'out.codebook-json')).out).toMatch(/^60 codes made/);
  expect((await run('export', 'empty.vbt', '--format', 'codebook-json')).out).toBe(
    written('out.codebook-json').toString('utf8'),
  );
  for (const file of ['out.codebook-xlsx', 'out.codebook-csv', 'out.qdc']) {
    const { code, out } = await run('codebook', 'import', 'empty.vbt', file, '--preview', '--json');
    expect(code, file).toBe(0);
    const said = JSON.parse(out);
    const isNew = said.entries?.some(({ state }: { state: string }) => state === 'new');
    expect(isNew ?? said.counts.some(({ imported }: { imported: number }) => imported > 0), file).toBe(false);
  }

  // What is in a file, whatever it is.
  for (const [file, kind] of [
    ['out.qdpx', 'qdpx'],
    ['out.qdc', 'qdc'],
    ['out.codebook-json', 'codebook'],
    ['out.codebook-xlsx', 'codebook'],
  ] as const)
    expect((await run('inspect', file, '--json')).json().kind, file).toBe(kind);
  expect((await run('export', 'study.vbt', '--format', 'archive', '--anonymous', '-o', 'x')).code).toBe(2);
}, 180_000);

it('a codebook as PDF is printed by a browser of the computer; without one it is said what to do', async () => {
  const folder = tempFolder();
  await runVerbatim(folder, 'sample', 'study.vbt');
  const named = process.env['VERBATIM_BROWSER'];
  process.env['VERBATIM_BROWSER'] = '/nowhere/browser';
  try {
    const none = await runVerbatim(folder, 'export', 'study.vbt', '--format', 'codebook-pdf', '-o', 'a.pdf');
    expect(none.code).not.toBe(0);
    expect(none.error).toContain('codebook-html');
    expect(existsSync(join(folder, 'a.pdf'))).toBe(false);
  } finally {
    if (named === undefined) delete process.env['VERBATIM_BROWSER'];
    else process.env['VERBATIM_BROWSER'] = named;
  }
  if (!['/usr/bin/chromium', '/usr/bin/google-chrome'].some((path) => existsSync(path))) return;
  const printed = await runVerbatim(folder, 'export', 'study.vbt', '--format', 'codebook-pdf', '-o', 'b.pdf');
  expect(printed.error).toBe('');
  expect(readFileSync(join(folder, 'b.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
}, 120_000);
