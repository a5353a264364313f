import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import { connectionOf } from '../support/connections.ts';
import { importTexts, openTestCore, openTestProject, type TestCore } from '../support/core.ts';
import { logicalDump } from '../support/logical-dump.ts';
import { upload } from '../support/upload.ts';
import { sharedStudy } from '../support/shared-study.ts';
import { readStudyFile } from '../support/study-sample.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { fileBehind } from '../support/plain-core.ts';

/** The bytes of a copy for one coder. */
async function copyFor(client: Client, coder: CoderId, assigned = false): Promise<Buffer> {
  const { ticket } = await client.call('copies.make', { coder, assigned });
  return fileBehind(client, ticket);
}

let sessions = 1;

/** A core of its own, later than all before, on a copy. */
async function openCopy(bytes: Buffer, name = 'copy.vbt'): Promise<{ test: TestCore; path: string }> {
  sessions += 1;
  const test = openTestCore({ folder: tempFolder(), first: sessions * 100_000, begins: sessions * 10_000 });
  writeFileSync(test.path(name), bytes);
  await test.client.call('project.open', { ticket: test.ticket(test.path(name)) });
  return { test, path: test.path(name) };
}

const merge = (into: TestCore, ...paths: string[]) =>
  into.client.call('copies.merge', { tickets: paths.map((path) => into.ticket(path)) });

describe('a copy for one coder', () => {
  it('does not hold a word or an identifier of the others in any byte', async () => {
    const study = await sharedStudy();
    const bytes = await copyFor(study.test.client, study.bo);
    const held = (file: Buffer) => study.canaries.filter((word) => file.includes(word));
    expect(held(bytes)).toEqual([]);
    expect(study.own.filter((word) => bytes.includes(word))).toEqual(study.own);
    await study.test.close();
    expect(held(readFileSync(study.path))).toEqual(study.canaries);
  });

  it('opens as that coder, whole and sound, and knows what it was made from', async () => {
    const study = await sharedStudy();
    const { revision } = await study.test.client.call('project.summary', {});
    const { test, path } = await openCopy(await copyFor(study.test.client, study.bo));
    expect(await test.client.call('project.summary', {})).toMatchObject({ coder: study.bo, documents: 1, codings: 1 });
    expect((await test.client.call('project.check', {})).faults).toEqual([]);
    await expect(test.client.call('history.undo', {})).rejects.toMatchObject({ code: 'nothing_to_undo' });
    const [here] = logicalDump(study.path)['project'] as Record<string, unknown>[];
    expect(logicalDump(path)['project']).toMatchObject([
      { id: here!['id'], base_copy: here!['copy_id'], base_revision: revision, copy_for: study.bo },
    ]);
    expect(await study.test.client.call('copies.list', {})).toMatchObject([{ coder: study.bo, isMerged: false }]);
  });

  it('holds nothing of what was decided on differences', async () => {
    const study = await sharedStudy();
    const { path } = await openCopy(await copyFor(study.test.client, study.bo));
    const [here, there] = [study.dump(), logicalDump(path)];
    expect([here['adjudication']!.length, here['gold_coding']!.length]).toEqual([1, 1]);
    expect([there['adjudication'], there['gold_coding']]).toEqual([[], []]);
  });

  it('holds only the transcripts dealt to the coder where that is asked for, and merging it removes none', async () => {
    const { test, document } = await openTestProject('R: They [fear: watch] us.\n');
    const { client } = test;
    await importTexts(test, { 'other.txt': 'R: kept-from-this-copy.\n' });
    const { id: bo } = await client.call('coders.create', { name: 'Bo' });
    await expect(client.call('copies.make', { coder: bo, assigned: true })).rejects.toMatchObject({
      code: 'nothing_assigned',
    });
    await client.call('assignments.set', { coder: bo, document, assigned: true });
    const bytes = await copyFor(client, bo, true);
    expect(bytes.includes('kept-from-this-copy')).toBe(false);
    const copy = await openCopy(bytes);
    expect(await copy.test.client.call('documents.list', {})).toMatchObject([{ id: document }]);
    expect((await copy.test.client.call('project.check', {})).faults).toEqual([]);
    await copy.test.client.call('documents.setDone', { document, coder: bo, done: true });
    await copy.test.close();
    await merge(test, copy.path);
    const documents = await client.call('documents.list', {});
    expect(documents.map(({ name }) => name).sort()).toEqual(['interview.txt', 'other.txt']);
    expect(documents.find(({ id }) => id === document)?.doneBy).toContain(bo);
  });

  it('is not made while blind', async () => {
    const study = await sharedStudy();
    await study.test.client.call('blinding.begin', {});
    await expect(study.test.client.call('copies.make', { coder: study.ada })).rejects.toMatchObject({ code: 'blind' });
  });
});

/** Two coders, Ada and Bo, and a copy for each. */
async function twoCopies(source = 'I: Why?\nR: [fear: They watch us] all day, [trust: every day].\n') {
  const project = await openTestProject(source);
  const { client } = project.test;
  const ada = (await client.call('project.summary', {})).coder;
  const bo = (await client.call('coders.create', { name: 'Bo' })).id;
  const a = await openCopy(await copyFor(client, ada), 'ada.vbt');
  const b = await openCopy(await copyFor(client, bo), 'bo.vbt');
  return { ...project, ada, bo, a, b };
}

describe('merging copies', () => {
  it('two copies of the sample coded apart: 511 codings, no document and no code twice', {
    timeout: 60_000,
  }, async () => {
    const main = openTestCore();
    const { client } = main;
    const place = main.ticket(main.path('study.vbt'));
    await client.call('project.create', { name: 'Study', template: 'scs', place, coder: 'A' });
    const names = ['s01-en-teacher.txt', 's02-en-engineer.md', 's03-zh-retired.txt', 's04-zh-student.md'];
    const texts = [...names, 's05-ja-resident.txt', 's06-ja-exchange.md'];
    await importTexts(main, Object.fromEntries(texts.map((name) => [name, readStudyFile(name)])));
    const a = (await client.call('project.summary', {})).coder;
    const b = (await client.call('coders.create', { name: 'B' })).id;
    const copies = [];
    for (const [coder, file] of [
      [a, 'codings_A.csv'],
      [b, 'codings_B.csv'],
    ] as const) {
      const { test, path } = await openCopy(await copyFor(client, coder), file.replace('csv', 'vbt'));
      const ticket = await upload(test.client, file, readStudyFile(file));
      await test.client.call('codings.importCsv', { ticket, createCodes: false, markDone: true, partial: false });
      await test.close();
      copies.push(path);
    }
    const before = logicalDump(main.path('study.vbt'));
    const { files } = await merge(main, ...copies);
    expect(files.map(({ coder, conflicts, notes }) => [coder, conflicts, notes])).toEqual([
      ['A', [], []],
      ['B', [], []],
    ]);
    expect(await client.call('project.summary', {})).toMatchObject({ documents: 6, codes: 60, codings: 511 });
    const coders = await client.call('coders.list', {});
    expect(coders.map(({ name, codings }) => [name, codings])).toEqual([
      ['A', 286],
      ['B', 225],
    ]);
    expect((await client.call('project.check', {})).faults).toEqual([]);
    const again = await client.call('copies.preview', { tickets: copies.map((path) => main.ticket(path)) });
    expect(again.nothingToDo).toBe(true);
    await client.call('history.undo', {});
    expect(logicalDump(main.path('study.vbt'))).toEqual(before);
  });

  it('is previewed without a trace, backed up, one step, and its history can be read afterwards', async () => {
    const { test, path, a, b, dump } = await twoCopies();
    const { client } = test;
    const [code] = await b.test.client.call('codes.list', {});
    await b.test.client.call('codes.update', { code: code!.id, texts: { en: { definition: 'when afraid' } } });
    await a.test.close();
    await b.test.close();
    const before = dump();
    const { revision } = await client.call('project.summary', {});
    const tickets = [a.path, b.path].map((file) => test.ticket(file));
    const preview = await client.call('copies.preview', { tickets });
    expect([preview.nothingToDo, dump()]).toEqual([false, before]);
    const tally = preview.files[1]!.tables.find(({ table }) => table === 'code_text');
    expect(tally).toMatchObject({ changed: 1, added: 0, removed: 0 });
    expect(preview.files[1]!.codebook).toMatchObject([
      { name: 'fear', fields: [{ field: 'definition', here: null, there: 'when afraid' }] },
    ]);
    const merged = await client.call('copies.merge', { tickets });
    expect(merged.files.map((file) => ({ ...file }))).toEqual(preview.files);
    expect((await client.call('history.state', {})).revision).toBe(revision + 1);
    expect((await client.call('backups.list', {})).map(({ reason }) => reason)).toEqual(['before-merge']);
    const kept = connectionOf(path).prepare('SELECT command FROM foreign_change_set ORDER BY at').pluck().all();
    expect(kept).toEqual(['project.create', 'codes.update']);
    expect((await client.call('copies.list', {})).map(({ isMerged }) => isMerged)).toEqual([false, true]);
    expect(readdirSync(test.ports.folders.data)).not.toContain(expect.stringMatching(/^merge-/));
  });

  it('what is deleted in a coder’s copy is deleted, what is deleted of it elsewhere stays', async () => {
    const { test, document, bo, b, text } = await twoCopies();
    const { client } = test;
    const code = (await client.call('codes.list', {}))[0]!.id;
    await client.call('coders.choose', { coder: bo });
    const start = text.indexOf('all day');
    for (const end of [start + 3, start + 7]) await client.call('codings.add', { document, start, end, codes: [code] });
    const later = await openCopy(await copyFor(client, bo), 'later.vbt');
    await b.test.close();
    const mine = await later.test.client.call('codings.ofDocument', { document });
    await later.test.client.call('codings.remove', { codings: [mine.codings[0]!.id] });
    await later.test.close();
    await client.call('codings.remove', { codings: [mine.codings[1]!.id] });
    await merge(test, later.path);
    const { codings } = await client.call('codings.ofDocument', { document });
    expect(codings.filter(({ coder }) => coder === bo).map(({ id }) => id)).toEqual([mine.codings[1]!.id]);
  });

  it('changes of one code on both sides are shown side by side, and the choice counts', async () => {
    const { test, codes, b } = await twoCopies();
    const { client } = test;
    const fear = codes.get('fear')!;
    await client.call('codes.update', { code: fear, texts: { en: { definition: 'ours' } } });
    await b.test.client.call('codes.update', { code: fear, texts: { en: { definition: 'theirs' } } });
    await b.test.close();
    const { files } = await client.call('copies.preview', { tickets: [test.ticket(b.path)] });
    const conflict = files[0]!.conflicts.find(({ table }) => table === 'code_text')!;
    expect(conflict).toMatchObject({ name: 'fear', taken: 'there' });
    expect(conflict.fields).toEqual([{ field: 'definition', here: 'ours', there: 'theirs' }]);
    const tickets = [test.ticket(b.path)];
    await client.call('copies.merge', { tickets, choices: { [conflict.row]: 'here' } });
    const read = async () =>
      (await client.call('codes.list', {})).find(({ id }) => id === fear)!.texts['en']!.definition;
    expect(await read()).toBe('ours');
  });

  it('what was chosen stays chosen when the same copy and another one come later', async () => {
    const { test, codes, a, b } = await twoCopies();
    const { client } = test;
    const fear = codes.get('fear')!;
    const define = (who: TestCore['client'], definition: string) =>
      who.call('codes.update', { code: fear, texts: { en: { definition } } });
    await define(client, 'ours');
    await define(a.test.client, 'of Ada');
    await define(b.test.client, 'of Bo');
    await a.test.close();
    await b.test.close();
    const { files } = await client.call('copies.preview', { tickets: [test.ticket(b.path)] });
    const { row } = files[0]!.conflicts.find(({ table }) => table === 'code_text')!;
    await client.call('copies.merge', { tickets: [test.ticket(b.path)], choices: { [row]: 'here' } });
    await merge(test, b.path);
    await merge(test, a.path);
    const code = (await client.call('codes.list', {})).find(({ id }) => id === fear);
    expect(code!.texts['en']!.definition).toBe('ours');
    for (const _ of [1, 2]) await client.call('history.undo', {});
    await merge(test, b.path);
    const again = (await client.call('codes.list', {})).find(({ id }) => id === fear);
    expect(again!.texts['en']!.definition).toBe('of Bo');
  });

  it('names exchanged in a copy, and two coders given one name, need no name twice at any moment', async () => {
    const { test, ada, bo, a, b } = await twoCopies();
    const rename = (who: TestCore['client'], coder: CoderId, name: string) =>
      who.call('coders.rename', { coder, name });
    await rename(a.test.client, ada, 'x');
    await rename(a.test.client, bo, 'Ada');
    await rename(a.test.client, ada, 'Bo');
    await a.test.close();
    await merge(test, a.path);
    const names = async () =>
      new Map((await test.client.call('coders.list', {})).map(({ id, name }) => [id, name] as const));
    expect(await names()).toEqual(
      new Map([
        [ada, 'Bo'],
        [bo, 'Ada'],
      ]),
    );
    await rename(b.test.client, bo, 'Cy');
    await b.test.client.call('coders.create', { name: 'Bo' });
    await b.test.close();
    await merge(test, b.path);
    expect(new Set((await names()).values()).size).toBe(3);
    expect((await test.client.call('project.check', {})).faults).toEqual([]);
  });

  it('a code removed on one side and used on the other stays, whichever comes first', async () => {
    const { test, document, codes, a, b } = await twoCopies();
    const trust = codes.get('trust')!;
    await a.test.client.call('codes.remove', { code: trust });
    await b.test.client.call('codings.add', { document, start: 8, end: 12, codes: [trust] });
    await a.test.close();
    await b.test.close();
    const { files } = await merge(test, a.path, b.path);
    expect(files.flatMap(({ notes }) => notes)).toMatchObject([{ kind: 'kept', table: 'code', name: 'trust' }]);
    const code = (await test.client.call('codes.list', {})).find(({ id }) => id === trust);
    expect(code?.texts['en']?.name).toBe('trust');
    expect((await test.client.call('project.check', {})).faults).toEqual([]);
  });

  it('decisions made in a copy come with it, with the agreed codings', async () => {
    const { test, document, codes, ada, bo, a, dump } = await twoCopies();
    const { client } = a.test;
    for (const coder of [ada, bo]) {
      await client.call('coders.choose', { coder });
      await client.call('documents.setDone', { document, coder, done: true });
    }
    const { differences } = await client.call('agreement.differences', { unit: 'character' });
    const fear = differences.find(({ code }) => code === codes.get('fear')!)!;
    const { start, end, code, otherCode } = fear;
    const place = { document, start, end, code, otherCode, coders: [ada, bo] };
    await client.call('adjudication.decide', { ...place, verdict: 'both', reason: 'It is named.' });
    const there = logicalDump(a.path);
    await a.test.close();
    await merge(test, a.path);
    const merged = await test.client.call('agreement.differences', { unit: 'character' });
    expect(merged.differences.find((one) => one.code === code)!.decision).toMatchObject({
      reason: 'It is named.',
      outcome: [{ start, end, code }],
    });
    expect(merged.decided).toBe(1);
    const ids = (rows: unknown) => (rows as { id: string }[]).map(({ id }) => id);
    const here = dump();
    expect(ids(here['adjudication'])).toEqual(ids(there['adjudication']));
    expect(ids(here['gold_coding'])).toEqual(ids(there['gold_coding']));
  });

  it('a transcript corrected on one side: passages of the other are found again or listed, never shifted', async () => {
    const { test, document, codes, ada, a, b, text } = await twoCopies();
    const [fear, trust] = [codes.get('fear')!, codes.get('trust')!];
    const { text: base } = { text: (logicalDump(b.path)['document'] as { text: string }[])[0]!.text };
    const from = text.indexOf('They');
    await b.test.client.call('documents.correct', {
      document,
      base,
      changes: [{ from, to: from + 4, insert: 'Surely someone' }],
    });
    const add = (words: string, code: typeof fear) =>
      a.test.client.call('codings.add', {
        document,
        start: text.indexOf(words),
        end: text.indexOf(words) + words.length,
        codes: [code],
      });
    await add('all day', trust);
    await add('They', fear);
    await a.test.close();
    await b.test.close();
    const { files } = await merge(test, b.path, a.path);
    const { client } = test;
    const next = (await client.call('documents.get', { document })).text;
    expect(next).toContain('Surely someone watch us all day');
    const { selections } = await client.call('codings.ofDocument', { document });
    const placed = selections.filter(({ coder, state }) => coder === ada && state === 'placed');
    expect(placed.map(({ start, end }) => next.slice(start, end)).sort()).toEqual(['all day', 'every day']);
    expect(files[1]!.texts).toMatchObject([{ document: 'interview.txt', taken: 'here' }]);
    expect(files[1]!.texts[0]!.detached).toContain('They');
    expect((await client.call('project.check', {})).faults).toEqual([]);
  });

  it('a transcript imported in both copies is one document, a coder made in both one coder', async () => {
    const { test, a, b } = await twoCopies();
    for (const { test: copy } of [a, b]) {
      const [document] = await importTexts(copy, { 'new.txt': 'I: And?\nR: That was all.\n' });
      const { id } = await copy.client.call('coders.create', { name: 'Cy' });
      await copy.client.call('coders.choose', { coder: id });
      const [code] = await copy.client.call('codes.list', {});
      await copy.client.call('codings.add', { document: document!, start: 11, end: 15, codes: [code!.id] });
      await copy.close();
    }
    const { files } = await merge(test, a.path, b.path);
    expect(files[1]!.notes.map(({ kind }) => kind).sort()).toEqual(['same_coder', 'same_document']);
    const { client } = test;
    expect((await client.call('documents.list', {})).map(({ name }) => name)).toEqual(['interview.txt', 'new.txt']);
    expect((await client.call('coders.list', {})).map(({ name }) => name)).toEqual(['Ada', 'Bo', 'Cy']);
    expect((await client.call('project.check', {})).faults).toEqual([]);
  });
});

describe('what cannot be merged', () => {
  it('the project itself, or the same file under another name: there is nothing to do', async () => {
    const { test, path } = await twoCopies();
    const tickets = [test.ticket(path)];
    expect(await test.client.call('copies.merge', { tickets })).toEqual({ files: [], nothingToDo: true });
    await test.close();
    copyFileSync(path, test.path('again.vbt'));
    const { test: again } = await openCopy(readFileSync(path), 'study.vbt');
    const ticket = again.ticket(test.path('again.vbt'));
    expect(await again.client.call('copies.merge', { tickets: [ticket] })).toMatchObject({ nothingToDo: true });
    expect(await again.client.call('backups.list', {})).toEqual([]);
  });

  it('a stranger’s project, a newer one, a damaged file, no project at all: refused by name, nothing changed', async () => {
    const { test, a, dump } = await twoCopies();
    await a.test.close();
    const stranger = await openTestProject('R: No.\n', openTestCore({ first: 5_000_000 }));
    await stranger.test.close();
    const newer = readFileSync(a.path);
    newer.writeUInt32BE(9999, 60);
    writeFileSync(test.path('newer.vbt'), newer);
    const damaged = readFileSync(a.path);
    damaged.fill(7, 4096, 12_288);
    writeFileSync(test.path('damaged.vbt'), damaged);
    writeFileSync(test.path('text.vbt'), 'I: Why?\n');
    const before = dump();
    for (const [path, code] of [
      [stranger.path, 'merge_stranger'],
      [test.path('newer.vbt'), 'project_newer'],
      [test.path('damaged.vbt'), 'project_damaged'],
      [test.path('text.vbt'), 'project_foreign'],
      [test.path('nowhere.vbt'), 'file_not_found'],
    ] as const) {
      const tickets = [a.path, path].map((file) => test.ticket(file));
      await expect(test.client.call('copies.merge', { tickets }), path).rejects.toMatchObject({ code });
      expect(dump()).toEqual(before);
    }
    expect(readdirSync(test.ports.folders.data).filter((name) => name.startsWith('merge-'))).toEqual([]);
  });
});
