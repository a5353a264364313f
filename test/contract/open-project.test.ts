import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { OpenProject } from '../../electron/core/services/project/open-project.ts';
import { Store } from '../../electron/core/store/store.ts';
import { filePieceBytes } from '../../shared/contract/methods/files.ts';
import { openTestCore, openTestProject, type TestCore } from '../support/core.ts';
import { logicalDump } from '../support/logical-dump.ts';

const interview = 'I: Do you use it?\nR: [trust: I do], though [fear: they watch us] every day.\n';

/** Hands bytes to a core as a page does; answers the ticket. */
async function upload({ client }: TestCore, name: string, bytes: Uint8Array): Promise<string> {
  const { ticket } = await client.call('files.begin', { name, size: bytes.length });
  for (let from = 0; from < bytes.length; from += filePieceBytes)
    await client.call('files.append', {
      ticket,
      base64: Buffer.from(bytes.subarray(from, from + filePieceBytes)).toString('base64'),
    });
  return ticket;
}

/** The bytes of a closed project and all that is in it. */
async function closedProject(): Promise<{ bytes: Buffer; dump: unknown; path: string }> {
  const { test, path, dump } = await openTestProject(interview);
  const all = dump();
  await test.close();
  return { bytes: readFileSync(path), dump: all, path };
}

const projects = (test: TestCore): string[] =>
  existsSync(test.ports.folders.projects) ? readdirSync(test.ports.folders.projects).sort() : [];

describe('an uploaded project', () => {
  it('becomes a file of the projects folder with everything in it, and is open', async () => {
    const { bytes, dump } = await closedProject();
    const test = openTestCore({ host: 'browser', first: 5000 });
    const opened = await test.client.call('project.open', { ticket: await upload(test, 'field work.vbt', bytes) });
    expect(opened).toMatchObject({ name: 'Study', file: 'field work.vbt', documents: 1, codings: 2 });
    expect((await test.client.call('app.state', {})).recent).toMatchObject([{ name: 'Study', missing: false }]);
    expect(logicalDump(join(test.ports.folders.projects, 'field work.vbt'))).toEqual(dump);
    await test.close();
    expect(projects(test)).toEqual(['field work.vbt']);
  });

  it('never writes over a project of the same name', async () => {
    const { bytes } = await closedProject();
    const test = openTestCore({ host: 'browser', first: 5000 });
    mkdirSync(test.ports.folders.projects, { recursive: true });
    writeFileSync(join(test.ports.folders.projects, 'study.vbt'), 'something else');
    const opened = await test.client.call('project.open', { ticket: await upload(test, 'study.vbt', bytes) });
    expect(opened.file).toBe('study 2.vbt');
    expect(readFileSync(join(test.ports.folders.projects, 'study.vbt'), 'utf8')).toBe('something else');
  });

  it('uploaded again unchanged is the file that is there already', async () => {
    const { bytes } = await closedProject();
    const test = openTestCore({ host: 'browser', first: 5000 });
    await test.client.call('project.open', { ticket: await upload(test, 'study.vbt', bytes) });
    await test.client.call('project.close', {});
    const again = readFileSync(join(test.ports.folders.projects, 'study.vbt'));
    const opened = await test.client.call('project.open', { ticket: await upload(test, 'study.vbt', again) });
    expect(opened.file).toBe('study.vbt');
    expect(projects(test).filter((name) => name.endsWith('.vbt'))).toEqual(['study.vbt']);
  });

  it('copied while it was open elsewhere is taken as it stood in its main file', async () => {
    const { test: other, path } = await openTestProject(interview);
    await other.client.call('project.close', {});
    await other.client.call('project.open', { ticket: other.ticket(path) });
    const bytes = readFileSync(path);
    expect(bytes[18], 'is marked as having a log').toBe(2);
    const test = openTestCore({ host: 'browser', first: 5000 });
    const opened = await test.client.call('project.open', { ticket: await upload(test, 'copy.vbt', bytes) });
    expect(opened).toMatchObject({ documents: 1, codings: 2 });
    expect((await test.client.call('project.check', {})).faults).toEqual([]);
  });

  it('keeps its name as far as a file can have it, and no folder of anyone', async () => {
    const { bytes } = await closedProject();
    const test = openTestCore({ host: 'browser', first: 5000 });
    for (const [name, file] of [
      ['../../访谈: 一?.vbt', '访谈 一.vbt'],
      ['..\\..\\plan*.VBT', 'plan.vbt'],
      ['no ending', 'no ending.vbt'],
    ] as const)
      expect(await test.client.call('project.open', { ticket: await upload(test, name, bytes) })).toMatchObject({
        file,
      });
  });

  const altered = (sql: string) => (path: string) => {
    const db = new Database(path);
    db.exec(sql);
    db.close();
  };
  const spoilt: [string, string, (path: string) => void][] = [
    ['a text', 'project_foreign', (path) => writeFileSync(path, interview)],
    ['nothing', 'project_foreign', (path) => writeFileSync(path, '')],
    ['a database of another program', 'project_foreign', altered('PRAGMA application_id = 7')],
    ['a project cut off', 'project_damaged', (path) => truncateSync(path, 20_000)],
    ['a project with a torn page', 'project_damaged', tearPage],
    ['a project without its one row', 'project_damaged', altered('DELETE FROM project')],
    ['a project of a newer program', 'project_newer', altered('PRAGMA user_version = 999')],
  ];

  function tearPage(path: string): void {
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 3 * 4096, 12 * 4096);
    writeFileSync(path, bytes);
  }

  it.each(spoilt)('%s is refused, named, and nothing is written: %s', async (_, code, spoil) => {
    const { path } = await closedProject();
    spoil(path);
    const test = openTestCore({ host: 'browser', first: 5000 });
    const ticket = await upload(test, 'mine.vbt', readFileSync(path));
    await expect(test.client.call('project.open', { ticket })).rejects.toMatchObject({
      code,
      params: { file: 'mine.vbt' },
    });
    expect(projects(test)).toEqual([]);
    expect((await test.client.call('app.state', {})).project).toBeNull();
    expect(test.ports.unforeseen).toEqual([]);
  });

  it('that has not arrived whole is not opened', async () => {
    const { bytes } = await closedProject();
    const test = openTestCore({ host: 'browser', first: 5000 });
    const { ticket } = await test.client.call('files.begin', { name: 'study.vbt', size: bytes.length });
    await test.client.call('files.append', { ticket, base64: bytes.subarray(0, 5000).toString('base64') });
    await expect(test.client.call('project.open', { ticket })).rejects.toMatchObject({ code: 'ticket_unknown' });
    expect(projects(test)).toEqual([]);
  });
});

describe('the projects folder', () => {
  it('shows the projects in it that were not opened lately, the one changed last first, and nothing else', async () => {
    const { bytes } = await closedProject();
    const test = openTestCore({ host: 'browser', first: 5000 });
    const folder = test.ports.folders.projects;
    expect(await test.client.call('project.found', {})).toEqual([]);
    mkdirSync(join(folder, 'folder.vbt'), { recursive: true });
    for (const [name, content, year] of [
      ['older.vbt', bytes, 2021],
      ['newer.VBT', bytes, 2023],
      ['damaged.vbt', bytes.subarray(0, 9000), 2022],
      ['notes.vbt', 'notes', 2024],
      ['interview.txt', interview, 2024],
    ] as const) {
      writeFileSync(join(folder, name), content);
      utimesSync(join(folder, name), new Date(Date.UTC(year, 0)), new Date(Date.UTC(year, 0)));
    }
    const found = await test.client.call('project.found', {});
    expect(found.map(({ name }) => name)).toEqual(['newer', 'damaged', 'older']);
    expect(found[0]!.changedAt).toBe('2023-01-01T00:00:00.000Z');

    await test.client.call('project.open', { ticket: found[2]!.ticket });
    // What is no file is looked at and let go of.
    const handles = '/proc/self/fd';
    const held = existsSync(handles) ? readdirSync(handles).length : 0;
    for (let times = 0; times < 20; times++) await test.client.call('project.found', {});
    if (held > 0) expect(readdirSync(handles).length).toBeLessThan(held + 20);
    const left = await test.client.call('project.found', {});
    expect(left.map(({ name }) => name)).toEqual(['newer', 'damaged']);
    expect((await test.client.call('app.state', {})).recent).toHaveLength(1);
  });
});

it('a project seen anew leaves nothing of how it was seen before at hand', async () => {
  const { path } = await closedProject();
  const { ports } = openTestCore({ first: 5000 });
  const store = Store.open(path, ports);
  let listening = 0;
  vi.spyOn(store, 'onCommit').mockImplementation(() => {
    listening += 1;
    return () => void (listening -= 1);
  });
  let project = new OpenProject(store, ports);
  for (let times = 0; times < 5; times++) project = project.lookAgain();
  expect(listening).toBe(1);
  store.close();
});

it('the check of a project without the bytes of a transcript names them, and reading it says what is damaged', async () => {
  const { path } = await closedProject();
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  db.exec('DELETE FROM blob WHERE hash IN (SELECT text FROM document)');
  db.close();
  const test = openTestCore({ first: 5000 });
  await test.client.call('project.open', { ticket: test.ticket(path) });
  const { faults } = await test.client.call('project.check', {});
  expect(faults).toContainEqual({ kind: 'blob', detail: expect.stringContaining('stored bytes are missing') });
  const [document] = await test.client.call('documents.list', {});
  await expect(test.client.call('documents.get', { document: document!.id })).rejects.toMatchObject({
    code: 'project_damaged',
  });
});
