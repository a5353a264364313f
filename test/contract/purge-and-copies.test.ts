import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { importTexts, openTestCore, openTestProject, type TestCore } from '../support/core.ts';
import { fileBehind } from '../support/plain-core.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { backupsIn, placesOf } from '../support/words-in-file.ts';

/** A copy for a coder, opened as that coder would. */
async function copyFor(test: TestCore, name: string, first: number): Promise<{ copy: TestCore; path: string }> {
  const { id } = await test.client.call('coders.create', { name });
  const { ticket } = await test.client.call('copies.make', { coder: id });
  const copy = openTestCore({ folder: tempFolder(), first, begins: first / 10 });
  const path = copy.path(`${name}.vbt`);
  writeFileSync(path, await fileBehind(test.client, ticket));
  await copy.client.call('project.open', { ticket: copy.ticket(path) });
  return { copy, path };
}

/** A project with one respondent, Yapok, alone in a transcript and among others in a group. */
async function withRespondent() {
  const project = await openTestProject('I: Who?\nR: [fear: Somebody else]. I left.\n');
  const { client } = project.test;
  const { case: one } = await client.call('cases.create', { name: 'Yapok' });
  const [talk, group] = (await importTexts(project.test, {
    'talk.txt': 'I: And you?\nR: The zyzzyva is near the jerboa again.\n',
    'group.txt': 'M: So?\nAnn: A narwhal swims.\nBo: A cat.\nM: And?\nAnn: Again.\nBo: Still a cat.\n',
  })) as [DocumentId, DocumentId];
  await client.call('cases.assignDocument', { document: talk, case: one });
  const { speakers } = await client.call('documents.get', { document: group });
  await client.call('cases.assignSpeaker', { speaker: speakers.find(({ name }) => name === 'Ann')!.id, case: one });
  return { project, one, talk, group };
}

test('a copy made before and merged after brings nothing of a respondent back, in no order and however often', async () => {
  const words = ['zyzzyva', 'jerboa', 'quokka', 'narwhal', 'aardvark', 'Yapok'];
  const { project, one, talk, group } = await withRespondent();
  const { client, folder } = project.test;
  const { copy, path } = await copyFor(project.test, 'Bo', 500_000);
  const codes = [project.codes.get('fear')!];
  const code = async (document: typeof talk, quote: string): Promise<void> => {
    const { text } = await copy.client.call('documents.get', { document });
    const start = text.indexOf(quote);
    await copy.client.call('codings.add', { document, start, end: start + quote.length, codes });
  };
  await code(talk, 'zyzzyva');
  await code(group, 'narwhal');
  await code(group, 'Still a cat');
  await copy.client.call('memos.save', { target: { kind: 'document', id: talk }, text: 'of a quokka' });
  const [later] = await importTexts(copy, { 'later.txt': 'I: Once more?\nR: An aardvark.\n' });
  await copy.client.call('cases.assignDocument', { document: later!, case: one });
  await copy.client.call('memos.save', { target: { kind: 'code', id: codes[0]! }, text: 'Fear is quiet.' });
  await copy.close();
  for (const word of words) expect(placesOf(path, word), word).not.toEqual([]);

  await client.call('cases.purge', { case: one, confirmed: true });
  const merge = () => client.call('copies.merge', { tickets: [project.test.ticket(path)] });
  const { files } = await merge();
  expect(files[0]!.notes.map(({ kind }) => kind)).toContain('withdrawn');
  expect((await client.call('documents.list', {})).map(({ name }) => name)).toEqual(['interview.txt', 'group.txt']);
  expect((await client.call('cases.list', {})).cases).toEqual([]);
  // What the coder did elsewhere has come.
  const left = await client.call('documents.get', { document: group });
  const { selections } = await client.call('codings.ofDocument', { document: group });
  expect(selections.map(({ start, end }) => left.text.slice(start, end))).toEqual(['Still a cat']);
  expect((await client.call('memos.list', {})).map(({ text }) => text)).toEqual(['Fear is quiet.']);
  expect((await merge()).nothingToDo).toBe(true);
  expect((await client.call('project.check', {})).faults).toEqual([]);

  // A copy made since knows it too.
  const { copy: newer, path: newerPath } = await copyFor(project.test, 'Cy', 900_000);
  await newer.client.call('copies.merge', { tickets: [newer.ticket(path)] });
  await newer.close();
  await project.test.close();
  for (const file of [project.path, newerPath, ...backupsIn(folder), ...backupsIn(newer.folder)])
    for (const word of words) expect(placesOf(file, word), `${word} in ${file}`).toEqual([]);
});

test('a respondent taken out for good in a copy is not merged away by halves: it is said, refused, and taken out here too', async () => {
  const words = ['zyzzyva', 'jerboa', 'narwhal', 'Yapok'];
  const { project, one, talk, group } = await withRespondent();
  const { client, folder, ticket } = project.test;
  const older = await copyFor(project.test, 'Cy', 900_000);
  await older.copy.client.call('documents.rename', { document: talk, name: 'jerboa talk' });
  await older.copy.close();
  const { copy, path } = await copyFor(project.test, 'Bo', 500_000);
  await copy.client.call('cases.purge', { case: one, confirmed: true });
  const text = (await copy.client.call('documents.get', { document: group })).text;
  const start = text.indexOf('Still a cat');
  const codes = [project.codes.get('fear')!];
  await copy.client.call('codings.add', { document: group, start, end: start + 11, codes });
  await copy.close();

  const tickets = [ticket(path)];
  const preview = await client.call('copies.preview', { tickets });
  expect(preview.files[0]!.withdrawn).toEqual(['Yapok']);
  expect(preview.nothingToDo).toBe(false);
  const before = project.dump();
  await expect(client.call('copies.merge', { tickets })).rejects.toMatchObject({
    code: 'merge_withdrawn',
    params: { file: 'Bo.vbt', names: 'Yapok' },
  });
  expect(project.dump()).toEqual(before);

  await client.call('copies.merge', { tickets, removesWithdrawn: true });
  const left = await client.call('documents.get', { document: group });
  const { selections } = await client.call('codings.ofDocument', { document: group });
  expect(selections.map((row) => left.text.slice(row.start, row.end))).toEqual(['Still a cat']);
  // Undoing the merge does not bring the respondent back, nor does a copy that never heard of it.
  await client.call('history.undo', {});
  await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'past_erased' });
  await client.call('history.redo', {});
  const { files } = await client.call('copies.merge', { tickets: [ticket(older.path)] });
  expect(files[0]!.notes.map(({ kind }) => kind)).toContain('withdrawn');
  expect((await client.call('copies.preview', { tickets: [ticket(path)] })).files[0]!.withdrawn).toEqual([]);
  expect((await client.call('copies.merge', { tickets: [ticket(path)] })).nothingToDo).toBe(true);
  expect((await client.call('project.check', {})).faults).toEqual([]);
  await project.test.close();
  for (const file of [project.path, ...backupsIn(folder)])
    for (const word of words) expect(placesOf(file, word), `${word} in ${file}`).toEqual([]);
});
