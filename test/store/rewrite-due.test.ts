import Database from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openTestCore, openTestProject, type TestProject } from '../support/core.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { backupsIn, placesOf, stolen } from '../support/words-in-file.ts';

/** From now on there is no space to write a project file anew, until it is given. */
function noSpace(): { give: () => void } {
  // oxlint-disable-next-line typescript/unbound-method -- called with its receiver below
  const { exec } = Database.prototype;
  const failing = vi.spyOn(Database.prototype, 'exec').mockImplementation(function (this: Database.Database, sql) {
    if (sql === 'VACUUM') throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    return exec.call(this, sql);
  });
  const give = (): void => failing.mockRestore();
  onTestFinished(give);
  return { give };
}

/** A transcript of Quagga's that has been corrected: the text before has gone to the free pages, as it is with words in it. */
async function erasable(): Promise<TestProject> {
  const said = 'aardvark '.repeat(4000);
  const project = await openTestProject(`R: ${said}[fear: and so on].\n`);
  const { client } = project.test;
  const { document, text } = project;
  const { case: one } = await client.call('cases.create', { name: 'Quagga' });
  await client.call('cases.assignDocument', { document, case: one });
  const base = (project.dump()['document'] as { text: string }[])[0]!.text;
  const from = text.indexOf('aardvark');
  await client.call('documents.correct', {
    document,
    base,
    changes: [{ from, to: from + said.length, insert: 'cat ' }],
  });
  return project;
}

/** Whether the word is in no table, and yet in the bytes of the file or of its log. */
function inFreePages(path: string): boolean {
  const places = placesOf(path, 'aardvark');
  return places.length > 0 && places.every((place) => place.startsWith('bytes'));
}

const ways = {
  purge: async ({ test: { client } }: TestProject) => {
    const [one] = (await client.call('cases.list', {})).cases;
    return client.call('cases.purge', { case: one!.id, confirmed: true });
  },
  seal: ({ test: { client } }: TestProject) =>
    client.call('pseudonyms.seal', { list: [{ name: 'aardvark', pseudonym: 'P1' }], folded: false, confirmed: true }),
} as const;

it.each(['purge', 'seal'] as const)(
  'a file that could not be written anew after a %s says so until it was, which is tried at every opening',
  async (way) => {
    const project = await erasable();
    const { client, folder } = project.test;
    const space = noSpace();
    expect(await ways[way](project)).toMatchObject({ rewriteDue: true });
    expect(inFreePages(stolen(project.path))).toBe(true);
    expect((await client.call('project.summary', {})).rewriteDue).toBe(true);
    expect(await client.call('project.check', {})).toMatchObject({ faults: [], rewriteDue: true });
    const refused = { code: 'rewrite_no_space', params: { file: 'study.vbt' } };
    await expect(client.call('project.rewrite', {})).rejects.toMatchObject(refused);
    // A backup made meanwhile is made of the same pages.
    await client.call('blinding.begin', {});
    expect(backupsIn(folder).map(inFreePages)).toEqual([true]);
    await client.call('blinding.lift', { reason: 'done' });
    const dump = project.dump();
    const left = stolen(project.path);
    await project.test.close();

    const full = openTestCore({ folder, first: 10_000 });
    expect(await full.client.call('project.open', { ticket: full.ticket(project.path) })).toMatchObject({
      rewriteDue: true,
    });
    await full.close();
    expect(inFreePages(project.path)).toBe(true);

    space.give();
    const again = openTestCore({ folder, first: 20_000, begins: 1000 });
    expect(await again.client.call('project.open', { ticket: again.ticket(project.path) })).toMatchObject({
      rewriteDue: false,
    });
    expect(await again.client.call('project.check', {})).toMatchObject({ faults: [], rewriteDue: false });
    expect(project.dump()).toEqual(dump);
    await again.close();
    const backups = backupsIn(folder);
    expect(backups).toHaveLength(1);
    for (const path of [project.path, ...backups]) expect(placesOf(path, 'aardvark')).toEqual([]);

    // As a kill would have left it; the backup made since is none of what it leaves behind.
    const killed = openTestCore({ folder, first: 30_000, begins: 2000 });
    expect(await killed.client.call('project.open', { ticket: killed.ticket(left) })).toMatchObject({
      rewriteDue: false,
    });
    await killed.close();
    expect(placesOf(left, 'aardvark')).toEqual([]);
    expect(backupsIn(folder)).toEqual(expect.arrayContaining(backups));
    for (const { ports } of [project.test, full, again, killed]) expect(ports.unforeseen).toEqual([]);
  },
);

it('is written anew where that is asked for, once there is space', async () => {
  const project = await erasable();
  const { client, folder } = project.test;
  const space = noSpace();
  await ways.purge(project);
  const { revision } = await client.call('project.summary', {});
  space.give();
  const events: unknown[] = [];
  client.onEvent((event) => event.name === 'changed' && events.push(event.data));
  await client.call('project.rewrite', {});
  expect(events).toMatchObject([{ revision }]);
  expect((await client.call('project.summary', {})).rewriteDue).toBe(false);
  await client.call('project.rewrite', {});
  expect(events).toHaveLength(1);
  for (const path of [stolen(project.path), ...backupsIn(folder)]) expect(placesOf(path, 'aardvark')).toEqual([]);
});

it('another failure than a full disk is said, and what is left to be done is remembered as well', async () => {
  const project = await erasable();
  const { client } = project.test;
  // oxlint-disable-next-line typescript/unbound-method -- called with its receiver below
  const { exec } = Database.prototype;
  const failing = vi.spyOn(Database.prototype, 'exec').mockImplementation(function (this: Database.Database, sql) {
    if (sql === 'VACUUM') throw Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' });
    return exec.call(this, sql);
  });
  onTestFinished(() => failing.mockRestore());
  await expect(ways.purge(project)).rejects.toMatchObject({ code: 'project_in_use' });
  expect((await client.call('project.summary', {})).rewriteDue).toBe(true);
  await project.test.close();
  const again = openTestCore({ folder: tempFolder(), first: 20_000 });
  await again.client.call('project.open', { ticket: again.ticket(project.path) });
  expect((await again.client.call('project.summary', {})).rewriteDue).toBe(true);
  expect(again.ports.unforeseen).toHaveLength(1);
});
