import { copyFileSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { applicationId } from '../../electron/core/store/header.ts';
import { newestSchema } from '../../electron/core/store/migrate.ts';
import { ended, firstLine, startChild } from '../support/children/children.ts';
import { connectionOf } from '../support/connections.ts';
import { importTexts, openTestCore, openTestProject } from '../support/core.ts';
import { logicalDump, rowCount } from '../support/logical-dump.ts';
import { tempFolder } from '../support/temp-folder.ts';

const interview = 'I: Do you use it?\nR: [trust: I do], though [fear: they watch us] every day.\n';

/** A closed project's file, to be spoilt. */
async function closedProject(source = interview): Promise<string> {
  const { test, path } = await openTestProject(source);
  await test.close();
  return path;
}

/** Opens a project as a new core would. */
async function opening(path: string) {
  const test = openTestCore({ first: 5000 });
  const summary = await test.client.call('project.open', { ticket: test.ticket(path) });
  return { test, summary };
}

describe('a file that is no project of ours is refused and left as it is', () => {
  const spoilt: [string, string, (path: string) => void][] = [
    ['a text file', 'project_foreign', (path) => writeFileSync(path, 'I: Do you use it?\nR: I do.\n'.repeat(50))],
    ['an empty file', 'project_foreign', (path) => writeFileSync(path, '')],
    ['random bytes', 'project_foreign', (path) => writeFileSync(path, Buffer.alloc(8192, 'f7a1c3'))],
    ['a header and nothing more', 'project_damaged', (path) => truncateSync(path, 100)],
    ['half a project', 'project_damaged', (path) => truncateSync(path, statSync(path).size >> 1)],
    ['all but the last byte', 'project_damaged', (path) => truncateSync(path, statSync(path).size - 1)],
    ['a database of another program', 'project_foreign', (path) => alter(path, 'PRAGMA application_id = 7')],
    ['a newer schema', 'project_newer', (path) => alter(path, `PRAGMA user_version = ${newestSchema() + 1}`)],
    ['a project without its one row', 'project_damaged', (path) => alter(path, 'DELETE FROM project')],
    [
      'a project whose making was interrupted',
      'project_damaged',
      (path) => {
        writeFileSync(path, '');
        alter(path, `PRAGMA application_id = ${applicationId}`);
      },
    ],
  ];

  function alter(path: string, sql: string): void {
    const db = new Database(path);
    db.exec(sql);
    db.close();
  }

  it.each(spoilt)('%s: %s', async (_, code, spoil) => {
    const path = await closedProject();
    spoil(path);
    const before = readFileSync(path);
    await expect(opening(path)).rejects.toMatchObject({ code, params: { file: 'study.vbt' } });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(join(path, '..')).filter((name) => name.startsWith('study.vbt'))).toEqual(['study.vbt']);
  });

  it('a folder, and what is not there', async () => {
    const folder = tempFolder();
    await expect(opening(folder)).rejects.toMatchObject({ code: 'project_foreign' });
    await expect(opening(join(folder, 'gone.vbt'))).rejects.toMatchObject({
      code: 'project_not_found',
      params: { file: 'gone.vbt' },
    });
  });

  it('the project open before stays open', async () => {
    const { test, dump } = await openTestProject(interview);
    const before = dump();
    const ticket = test.file('foreign.vbt', 'nothing of ours');
    await expect(test.client.call('project.open', { ticket })).rejects.toMatchObject({ code: 'project_foreign' });
    expect(dump()).toEqual(before);
  });
});

it('no page of a project can be damaged unnoticed', async () => {
  const path = await closedProject(interview.repeat(40));
  const whole = readFileSync(path);
  const pageSize = whole.readUInt16BE(16);
  const unnoticed: string[] = [];
  for (let page = 1; page < whole.length / pageSize; page += 1) {
    const bytes = Buffer.from(whole);
    bytes.fill(0xff, page * pageSize, (page + 1) * pageSize);
    writeFileSync(path, bytes);
    const test = openTestCore({ first: 5000 });
    const verdict = await test.client
      .call('project.open', { ticket: test.ticket(path) })
      .then(() => test.client.call('project.check', {}))
      .then(
        ({ faults }) => (faults.length > 0 ? 'faults' : 'sound'),
        ({ code }: { code: string }) => code,
      );
    await test.close();
    if (verdict !== 'faults' && verdict !== 'project_damaged') unnoticed.push(`page ${page + 1}: ${verdict}`);
  }
  expect(whole.length / pageSize).toBeGreaterThan(40);
  expect(unnoticed).toEqual([]);
});

describe('one opener', () => {
  it('a project open in another process is refused, and opens once it is closed there', async () => {
    const path = await closedProject();
    const child = startChild('lock-child.ts', [path]);
    expect(await firstLine(child)).toBe('open');
    await expect(opening(path)).rejects.toMatchObject({ code: 'project_in_use', params: { file: 'study.vbt' } });
    child.stdin!.end();
    await ended(child);
    expect((await opening(path)).summary.codings).toBe(2);
  });

  it('a project open here is refused under another name, and stays locked for other processes', async () => {
    const { test, path } = await openTestProject(interview);
    const other = test.path('other.vbt');
    symlinkSync(path, other);
    await expect(opening(other)).rejects.toMatchObject({ code: 'project_in_use', params: { file: 'other.vbt' } });
    const { failed } = await test.client.call('imports.commit', { files: [{ ticket: test.ticket(path) }] });
    expect(failed).toMatchObject([{ file: 'study.vbt', error: { code: 'file_unreadable' } }]);
    expect(await firstLine(startChild('lock-child.ts', [path]))).toBe('project_in_use');
  });

  it('opening what is open already answers what it is', async () => {
    const { test, path } = await openTestProject(interview);
    const summary = await test.client.call('project.open', { ticket: test.ticket(path) });
    expect(summary).toEqual(await test.client.call('project.summary', {}));
  });
});

describe('one file', () => {
  it('while a project is open nothing but its log is beside it; closed, it is one file', async () => {
    const { test, path } = await openTestProject(interview);
    const files = () => readdirSync(test.folder).filter((name) => name.startsWith('study.vbt'));
    expect(files()).toEqual(['study.vbt', 'study.vbt-wal']);
    await test.close();
    expect(files()).toEqual(['study.vbt']);
    const header = readFileSync(path).subarray(0, 100);
    expect([header[18], header[19]], 'rollback journal, not write-ahead log').toEqual([1, 1]);
    expect(header.readUInt32BE(60)).toBe(newestSchema());
  });

  it('what was committed is read from the log that a crash left, even of a project just made', async () => {
    const { path, dump, test } = await openTestProject(interview);
    const before = dump();
    const folder = tempFolder();
    const left = join(folder, 'study.vbt');
    // The files as a crash would leave them now: the header still knows nothing of a schema.
    for (const suffix of ['', '-wal']) copyFileSync(path + suffix, left + suffix);
    await test.close();
    expect(readFileSync(left).readUInt32BE(60)).toBe(0);
    const again = await opening(left);
    expect(again.summary).toMatchObject({ documents: 1, codings: 2 });
    expect((await again.test.client.call('project.check', {})).faults).toEqual([]);
    expect(logicalDump(left)).toEqual(before);
    await again.test.close();
    expect(readdirSync(folder).filter((name) => name.startsWith('study'))).toEqual(['study.vbt']);
  });

  it('a project is never written over another file', async () => {
    const test = openTestCore();
    const place = test.file('study.vbt', 'my only copy');
    const made = test.client.call('project.create', { name: 'Study', template: 'empty', place });
    await expect(made).rejects.toMatchObject({ code: 'project_exists', params: { file: 'study.vbt' } });
    const sample = test.client.call('project.sample', { place });
    await expect(sample).rejects.toMatchObject({ code: 'project_exists', params: { file: 'study.vbt' } });
    expect(readFileSync(test.path('study.vbt'), 'utf8')).toBe('my only copy');
  });

  it('a project that could not be made leaves no file, and the one before open', async () => {
    const { test, dump } = await openTestProject(interview);
    const before = dump();
    const ids = { ...test.ports.ids };
    let left = 100;
    Object.assign(test.ports.ids, {
      next: () => {
        if (left-- === 0) throw new TypeError('out of ids');
        return ids.next();
      },
    });
    const place = test.ticket(test.path('new.vbt'));
    const made = test.client.call('project.create', { name: 'New', template: 'scs', place });
    await expect(made).rejects.toMatchObject({ code: 'internal' });
    expect(left, 'in the midst of the codebook').toBe(-1);
    expect(readdirSync(test.folder).filter((name) => name.startsWith('new'))).toEqual([]);
    expect(dump()).toEqual(before);
  });

  it('a folder that is not there is named', async () => {
    const test = openTestCore();
    const place = test.ticket(test.path('nowhere/study.vbt'));
    const made = test.client.call('project.create', { name: 'Study', template: 'empty', place });
    await expect(made).rejects.toMatchObject({ code: 'folder_not_found', params: { file: 'study.vbt' } });
  });
});

describe('a log that cannot be written back', () => {
  afterEach(() => void vi.useRealTimers());

  it('harms neither the running project nor its closing, and is read at the next opening', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { test, path, dump } = await openTestProject(interview);
    const before = dump();
    const db = connectionOf(path);
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const pragma = vi.spyOn(db, 'pragma').mockImplementation(() => {
      throw full;
    });
    vi.advanceTimersByTime(60_000);
    expect(pragma).toHaveBeenCalled();
    expect(dump()).toEqual(before);
    await test.close();
    expect(db.open).toBe(false);
    expect((await opening(path)).summary.codings).toBe(2);
  });

  it('is written back when nothing happens for a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { path } = await openTestProject(interview);
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
    vi.advanceTimersByTime(60_000);
    expect(statSync(`${path}-wal`).size).toBe(0);
    expect(rowCount(path, 'coding')).toBe(2);
  });
});

it('a recent project is remembered if it can be; opening does not depend on it', async () => {
  const path = await closedProject();
  const test = openTestCore({ first: 5000 });
  writeFileSync(test.ports.folders.data, 'a file where the folder should be');
  const summary = await test.client.call('project.open', { ticket: test.ticket(path) });
  expect(summary.codings).toBe(2);
  await importTexts(test, { 'more.txt': 'R: More.' });
});
