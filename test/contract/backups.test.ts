import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../electron/core/store/backup.ts';
import { Store } from '../../electron/core/store/store.ts';
import { openTestCore, openTestProject } from '../support/core.ts';
import { logicalDump } from '../support/logical-dump.ts';
import { sharedStudy } from '../support/shared-study.ts';

test('a backup is listed with what is in it and restored as a project of its own', async () => {
  const core = openTestCore();
  const path = core.path('study.vbt');
  await core.client.call('project.sample', { place: core.ticket(path) });
  await core.client.call('project.close', {});
  const store = Store.open(path, core.ports);
  const copy = await backUp(store, core.ports, 'timer');
  const original = logicalDump(path);
  store.close();
  // A copy cut off in the middle is no backup.
  writeFileSync(join(copy, '..', '2026-01-01T00-00-00.000Z-timer.vbt'), 'SQLite format 3\0');

  const listed = await core.client.call('backups.list', {});
  expect(listed).toMatchObject([{ name: 'Social credit interviews', reason: 'timer', documents: 6, codings: 511 }]);

  const restored = await core.client.call('backups.restore', { ticket: listed[0]!.ticket });
  expect(restored).toMatchObject({ file: 'Social credit interviews (restored).vbt', codings: 511 });
  expect(logicalDump(join(core.ports.folders.projects, restored.file))).toEqual(original);
});

test('without backups the list is empty, and an unknown ticket restores nothing', async () => {
  const core = openTestCore();
  expect(await core.client.call('backups.list', {})).toEqual([]);
  await expect(core.client.call('backups.restore', { ticket: 'none' })).rejects.toMatchObject({
    code: 'ticket_unknown',
  });
});

test('a backup is restored at a place the host has granted, and never over a file', async () => {
  const { test: core, path } = await openTestProject('I: Why?\nR: [fear: They watch.]\n');
  await core.client.call('project.close', {});
  const store = Store.open(path, core.ports);
  await backUp(store, core.ports, 'timer');
  store.close();
  const [backup] = await core.client.call('backups.list', {});
  // What a restoring that was killed has left is not taken for a project, and is no hindrance.
  writeFileSync(core.path('again.vbt.new'), 'half of a backup');
  const restored = await core.client.call('backups.restore', {
    ticket: backup!.ticket,
    place: core.ticket(core.path('again.vbt')),
  });
  expect(restored).toMatchObject({ name: 'Study', file: 'again.vbt', codings: 1 });
  expect(readdirSync(core.folder).filter((file) => file.startsWith('again.vbt.new'))).toEqual([]);
  const before = readFileSync(path);
  await expect(
    core.client.call('backups.restore', { ticket: backup!.ticket, place: core.ticket(path) }),
  ).rejects.toMatchObject({ code: 'project_exists', params: { file: 'study.vbt' } });
  expect(readFileSync(path)).toEqual(before);
});

test('a project in the folder of a synchronising service says so', async () => {
  const core = openTestCore();
  mkdirSync(core.path('Dropbox'));
  const create = (path: string) =>
    core.client.call('project.create', { name: 'Study', template: 'empty', place: core.ticket(core.path(path)) });
  expect((await create('study.vbt')).syncedBy).toBeNull();
  expect((await create('Dropbox/study.vbt')).syncedBy).toBe('Dropbox');
});

test('what is restored while somebody codes blind is seen as that coder sees it, though it be older', async () => {
  const { test: core, bo } = await sharedStudy();
  const { client } = core;
  const csv = 'document,coder,code,start,end\ninterview.txt,Ada,trust,30,37\n';
  const rows = { ticket: core.file('more.csv', csv), createCodes: false, markDone: false, partial: false };
  await client.call('codings.importCsv', rows);
  await client.call('coders.choose', { coder: bo });
  await client.call('blinding.begin', {});
  await client.call('project.close', {});

  const [atTheBeginning, before, beforeBo] = await client.call('backups.list', {});
  expect([atTheBeginning, before, beforeBo]).toMatchObject([
    { reason: 'blind-coding', codings: 1 },
    { reason: 'before-codings', codings: 1 },
    { reason: 'before-codings', codings: 0 },
  ]);
  for (const { ticket } of [atTheBeginning!, before!]) {
    expect(await client.call('backups.restore', { ticket })).toMatchObject({ coder: bo, codings: 1 });
    expect(await client.call('blinding.log', {})).toMatchObject([{ coder: bo, act: 'began' }]);
    await client.call('project.close', {});
  }
  const place = core.ticket(core.path('old.vbt'));
  await expect(client.call('backups.restore', { ticket: beforeBo!.ticket, place })).rejects.toMatchObject({
    code: 'blind',
    params: { name: 'Bo' },
  });
  expect(readdirSync(core.folder).filter((file) => file.startsWith('old.vbt'))).toEqual([]);

  // Blindness ended, with a reason, is ended for all backups.
  await client.call('project.open', { ticket: core.ticket(core.path('study.vbt')) });
  await client.call('blinding.lift', { reason: 'All is coded.' });
  await client.call('project.close', {});
  expect((await client.call('backups.list', {})).map(({ codings }) => codings)).toEqual([5, 5, 4, 2]);
});
