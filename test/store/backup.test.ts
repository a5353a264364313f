import * as fc from 'fast-check';
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUpBeforeMigration, thinnedBackups } from '../../electron/core/store/backup.ts';
import { connectionOf } from '../support/connections.ts';
import { openTestCore, openTestProject, type TestProject } from '../support/core.ts';
import { logicalDump } from '../support/logical-dump.ts';

const interview = 'I: Do you use it?\nR: [trust: I do], though [fear: they watch us] every day.\n';

async function importedCodings({ test }: TestProject): Promise<void> {
  const ticket = test.file('codings.csv', 'document,coder,code,start,end\ninterview.txt,Bo,trust,0,1\n');
  await test.client.call('codings.importCsv', { ticket, createCodes: false, markDone: false, partial: false });
}

/** Every backup in a data folder, with its path. */
function backupsIn(data: string): string[] {
  return (readdirSync(data, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.vbt'))
    .map((name) => join(data, name));
}

describe('the ring of backups', () => {
  const day = fc.integer({ min: 0, max: 60 });
  const time = fc.record({ day, minute: fc.integer({ min: 0, max: 1439 }) });
  const named = (at: { day: number; minute: number }): string =>
    `${new Date(Date.UTC(2025, 0, 1 + at.day, 0, at.minute)).toISOString().replaceAll(':', '-')}-timer.vbt`;
  const now = new Date(Date.UTC(2025, 2, 2, 12));

  it('keeps the newest eight, and of older ones the last of each of thirty days', () => {
    fc.assert(
      fc.property(fc.uniqueArray(time.map(named), { maxLength: 80 }), (names) => {
        const doomed = new Set(thinnedBackups(names, now));
        const newestFirst = names.toSorted().reverse();
        const kept = newestFirst.filter((name) => !doomed.has(name));
        expect(kept.slice(0, 8)).toEqual(newestFirst.slice(0, 8));
        const days = kept.slice(8).map((name) => name.slice(0, 10));
        expect(new Set(days).size, 'one a day').toBe(days.length);
        for (const name of kept.slice(8)) {
          expect(name.slice(0, 10) >= '2025-01-31', name).toBe(true);
          const sameDay = names.filter((other) => other.startsWith(name.slice(0, 10)));
          expect(name).toBe(sameDay.toSorted().at(-1));
        }
        const recent = names.filter((name) => name.slice(0, 10) >= '2025-01-31');
        for (const name of recent)
          expect(
            kept.some((other) => other.startsWith(name.slice(0, 10))),
            'every day stays',
          ).toBe(true);
      }),
    );
  });

  it('thinning again changes nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(time.map(named), { maxLength: 80 }), (names) => {
        const doomed = new Set(thinnedBackups(names, now));
        expect(
          thinnedBackups(
            names.filter((name) => !doomed.has(name)),
            now,
          ),
        ).toEqual([]);
      }),
    );
  });
});

describe('a backup', () => {
  it('is made before codings come in on top of others: a whole project, in a folder for its owner only', async () => {
    const project = await openTestProject(interview);
    const before = project.dump();
    await importedCodings(project);
    const { data } = project.test.ports.folders;
    const [backup, ...others] = backupsIn(data);
    expect(others).toEqual([]);
    for (let folder = dirname(backup!); folder.length >= data.length; folder = dirname(folder))
      expect(statSync(folder).mode & 0o777, folder).toBe(0o700);
    expect(readdirSync(dirname(backup!))).toHaveLength(1);

    const restored = openTestCore({ first: 5000 });
    copyFileSync(backup!, restored.path('restored.vbt'));
    await restored.client.call('project.open', { ticket: restored.ticket(restored.path('restored.vbt')) });
    expect(logicalDump(restored.path('restored.vbt'))).toEqual(before);
    expect((await restored.client.call('project.check', {})).faults).toEqual([]);
    await restored.client.call('history.undo', {});
  });

  it('before a migration holds what is only in the log so far', async () => {
    const { test, path, dump } = await openTestProject(interview);
    const before = dump();
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
    backUpBeforeMigration(connectionOf(path), test.ports, 1);
    const [backup] = backupsIn(test.ports.folders.data);
    expect(backup).toMatch(/-before-schema-2\.vbt$/);
    const other = openTestCore({ first: 5000 });
    copyFileSync(backup!, other.path('copy.vbt'));
    await other.client.call('project.open', { ticket: other.ticket(other.path('copy.vbt')) });
    expect(logicalDump(other.path('copy.vbt'))).toEqual(before);
  });

  it('of a project with a hostile id stays in the folder of backups', async () => {
    const project = await openTestProject(interview);
    connectionOf(project.path).exec("UPDATE project SET id = '../../../elsewhere'");
    await importedCodings(project);
    const { folder, ports } = project.test;
    const found = backupsIn(folder).filter((path) => path !== project.path);
    expect(found).toHaveLength(1);
    expect(relative(join(ports.folders.data, 'backups'), found[0]!)).not.toMatch(/^\.\./);
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
  });

  it('moves as a whole to another folder and back; a respondent is taken out of it wherever it is', async () => {
    const project = await openTestProject(interview);
    const { client, folder, path, ticket, ports } = project.test;
    await importedCodings(project);
    const [first] = backupsIn(ports.folders.data);
    const elsewhere = path('elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(dirname(dirname(first!)), 'notes.txt'), 'mine');
    const moved = await client.call('backups.move', { place: ticket(elsewhere) });
    expect(moved).toEqual({ folder: join(elsewhere, 'verbatim-backups'), isOwn: true });
    expect(existsSync(first!)).toBe(false);
    expect(existsSync(join(ports.folders.data, 'backups', 'notes.txt'))).toBe(true);
    expect(backupsIn(elsewhere)).toHaveLength(1);
    expect(await client.call('backups.list', {})).toHaveLength(1);
    const { case: one } = await client.call('cases.create', { name: 'R1' });
    await client.call('cases.assignDocument', { document: project.document, case: one });
    const before = backupsIn(elsewhere);
    expect(await client.call('cases.purge', { case: one, confirmed: true })).toMatchObject({ backups: 1 });
    for (const gone of before) expect(existsSync(gone)).toBe(false);
    expect(backupsIn(elsewhere)).toHaveLength(1);

    writeFileSync(path('no-folder'), '');
    await expect(client.call('backups.move', { place: ticket(path('no-folder')) })).rejects.toMatchObject({
      code: 'folder_read_only',
    });
    expect((await client.call('backups.folder', {})).folder).toBe(moved.folder);
    await client.call('backups.move', { place: null });
    expect(backupsIn(elsewhere)).toHaveLength(0);
    expect(backupsIn(join(folder, 'data', 'backups'))).toHaveLength(1);
  });
});
