import { existsSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { connectionOf } from '../support/connections.ts';
import { openTestCore, openTestProject } from '../support/core.ts';
import { smallDisk } from '../support/mounted-disk.ts';
import { backupsIn } from '../support/words-in-file.ts';

const interview = 'I: Do you use it?\nR: [trust: I do], though [fear: they watch us] every day.\n';
const longText = 'R: And then I went on talking about my score.\n'.repeat(20_000);

describe('a full disk', () => {
  it('refuses the change, names the file and leaves the project as it was; with space again, work goes on', async () => {
    const { test, path, dump, code } = await openTestProject(interview);
    const before = dump();
    const { revision } = await test.client.call('project.summary', {});
    const db = connectionOf(path);
    const limit = (pages: number) => db.pragma(`max_page_count = ${pages}`);
    const pages = db.pragma('page_count', { simple: true }) as number;
    limit(pages + 2);
    const files = [{ ticket: test.file('long.txt', longText) }];
    const full = { code: 'disk_full', params: { file: 'study.vbt' } };
    await expect(test.client.call('imports.commit', { files })).rejects.toMatchObject(full);
    expect(dump()).toEqual(before);
    expect(await test.client.call('project.summary', {})).toMatchObject({ revision, documents: 1 });
    expect((await test.client.call('project.check', {})).faults).toEqual([]);

    limit(1_000_000);
    expect((await test.client.call('imports.commit', { files })).imported).toHaveLength(1);
    await code('every day', 'fear');
    expect((await test.client.call('history.state', {})).revision).toBe(revision + 2);
    expect(test.ports.unforeseen).toEqual([]);
  });

  it('while undoing leaves what was to be undone', async () => {
    const { test, path, dump } = await openTestProject(interview);
    await test.client.call('imports.commit', { files: [{ ticket: test.file('long.txt', longText) }] });
    await test.client.call('codes.list', {});
    const before = dump();
    const db = connectionOf(path);
    const exec = db.exec.bind(db);
    const failing = vi.spyOn(db, 'exec').mockImplementation((sql) => {
      if (sql === 'COMMIT') throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      return exec(sql);
    });
    await expect(test.client.call('history.undo', {})).rejects.toMatchObject({ code: 'disk_full' });
    expect(dump()).toEqual(before);
    failing.mockRestore();
    await test.client.call('history.undo', {});
    expect(dump()['document']).toHaveLength(1);
  });

  it('while a respondent is purged: all or nothing of it, and where they are gone their backups are too', async () => {
    const { test, path, dump } = await openTestProject(interview);
    const { client } = test;
    const { case: one } = await client.call('cases.create', { name: 'Quagga' });
    await client.call('blinding.begin', {});
    await client.call('blinding.lift', { reason: 'done' });
    expect(backupsIn(test.folder)).not.toEqual([]);
    const before = dump();
    const db = connectionOf(path);
    const exec = db.exec.bind(db);
    const state = await client.call('history.state', {});
    let refused = 'DELETE FROM main.kept_file';
    const failing = vi.spyOn(db, 'exec').mockImplementation((sql) => {
      if (sql === refused) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      return exec(sql);
    });
    const purged = () => client.call('cases.purge', { case: one, confirmed: true });
    await expect(purged()).rejects.toMatchObject({ code: 'disk_full' });
    expect(dump()).toEqual(before);
    expect(await client.call('history.state', {})).toEqual(state);
    expect(backupsIn(test.folder)).not.toEqual([]);

    refused = 'VACUUM';
    expect(await purged()).toMatchObject({ rewriteDue: true });
    expect((await client.call('cases.list', {})).cases).toEqual([]);
    expect((await client.call('history.state', {})).undo).toBeNull();
    expect(backupsIn(test.folder)).toEqual([]);
    expect(await client.call('project.check', {})).toMatchObject({ faults: [], rewriteDue: true });
    failing.mockRestore();
  });

  it('that is a real one: no change, no project, no backup, and nothing lost by closing', async (context) => {
    const disk = smallDisk(32);
    if (disk === null) return context.skip('this user cannot mount a small disk');
    const test = openTestCore({ folder: join(disk, 'work') });
    const { path, dump } = await openTestProject(interview, test);
    const before = dump();
    const ballast = join(disk, 'ballast');
    const fill = (left: number): void => {
      rmSync(ballast, { force: true });
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)));
    };
    const files = [{ ticket: test.file('more.txt', longText.slice(0, 300_000)) }];
    const csv = test.file('more.csv', 'document,coder,code,start,end\ninterview.txt,Bo,trust,0,1\n');
    fill(0);
    await expect(test.client.call('imports.commit', { files })).rejects.toMatchObject({ code: 'disk_full' });
    const codings = { ticket: csv, createCodes: false, markDone: false, partial: false };
    await expect(test.client.call('codings.importCsv', codings)).rejects.toMatchObject({ code: 'disk_full' });
    expect(dump()).toEqual(before);
    const place = test.ticket(join(disk, 'new.vbt'));
    const made = test.client.call('project.create', { name: 'New', template: 'scs', place });
    await expect(made).rejects.toMatchObject({ code: 'disk_full', params: { file: 'new.vbt' } });
    expect(existsSync(join(disk, 'new.vbt'))).toBe(false);
    expect(dump()).toEqual(before);
    await test.client.call('project.close', {});

    rmSync(ballast);
    await test.client.call('project.open', { ticket: test.ticket(path) });
    expect(dump()).toEqual(before);
    expect((await test.client.call('imports.commit', { files })).imported).toHaveLength(1);
    expect((await test.client.call('project.check', {})).faults).toEqual([]);
    await test.close();
    expect(readdirSync(test.folder).filter((name) => name.startsWith('study'))).toEqual(['study.vbt']);
    expect(test.ports.unforeseen).toEqual([]);
    return undefined;
  });
});
