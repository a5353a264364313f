import Database from 'better-sqlite3';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MethodName } from '../../shared/contract/methods.ts';
import { askEverything, doEverything, Recorded } from '../support/blind-sweep.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import { connectionOf } from '../support/connections.ts';
import { openTestCore } from '../support/core.ts';
import { upload } from '../support/upload.ts';
import { sharedStudy, type Study, words } from '../support/shared-study.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Takes everything out of a file that one coder has done, as if it had never been; that steps were made is everybody's to know. */
function forget(path: string, coder: CoderId): void {
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  for (const table of ['coding', 'selection', 'memo', 'translation', 'coder_document'])
    db.prepare(`DELETE FROM ${table} WHERE coder = ?`).run(coder);
  for (const table of [
    'adjudication',
    'gold_coding',
    'round',
    'round_coder',
    'round_document',
    'round_code',
    'round_coding',
  ])
    db.exec(`DELETE FROM ${table}`);
  db.prepare('DELETE FROM change WHERE change_set IN (SELECT revision FROM change_set WHERE coder = ?)').run(coder);
  db.close();
}

describe('a blind coder in a shared file', () => {
  let study: Study;
  beforeEach(async () => {
    study = await sharedStudy();
  });
  const begin = () => study.test.client.call('blinding.begin', {});

  it('B can be hidden: whatever is asked, no message holds a word or an id of the other coder', async () => {
    await begin();
    const recorded = new Recorded(study);
    const outcome = await askEverything(study, recorded);
    expect(recorded.heard(study.canaries)).toEqual([]);
    expect(recorded.heard(study.own)).toEqual(study.own);
    expect([...outcome].filter(([, refusal]) => refusal === 'internal')).toEqual([]);
    expect(study.test.ports.unforeseen).toEqual([]);
  });

  it('whatever is done, with one’s own things or with those of the other, no answer and no refusal tells of the other', async () => {
    const before = study.dump();
    await begin();
    const recorded = new Recorded(study);
    const outcome = await doEverything(study, recorded);
    // A refusal names what was asked for.
    const asked: readonly string[] = Object.values(study.others);
    expect(recorded.heard(study.canaries.filter((word) => !asked.includes(word)))).toEqual([]);
    expect([...outcome].filter(([, refusals]) => refusals.includes('internal'))).toEqual([]);
    expect(study.test.ports.unforeseen).toEqual([]);
    expect(await study.test.client.call('project.summary', {})).toMatchObject({ isBlind: true, coder: study.bo });
    expect((await study.test.client.call('project.check', {})).faults).toEqual([]);
    const ofAda = (dump: ReturnType<typeof study.dump>, table: string) =>
      (dump[table] as { coder: string }[]).filter(({ coder }) => coder === study.ada);
    for (const table of ['coding', 'memo', 'translation', 'coder_document'])
      expect(ofAda(study.dump(), table), table).toEqual(ofAda(before, table));
  });

  it('every answer is the same whether the other has done anything or nothing', async () => {
    await begin();
    await study.test.close();
    const twin = tempFolder();
    copyFileSync(study.path, join(twin, 'study.vbt'));
    forget(join(twin, 'study.vbt'), study.ada);
    const told = await Promise.all(
      [study.test.folder, twin].map(async (folder) => {
        const test = openTestCore({ folder, first: 5000, begins: 5000 });
        const path = test.path('study.vbt');
        await test.client.call('project.open', { ticket: test.ticket(path) });
        const recorded = new Recorded({ ...study, test, path });
        const heard = new Map<string, string[]>();
        const keep = (method: MethodName): void => void heard.set(method, recorded.take());
        await askEverything({ ...study, test, path }, recorded, keep);
        await doEverything({ ...study, test, path }, recorded, keep);
        return heard;
      }),
    );
    for (const [method, heard] of told[0]!) expect(heard, method).toEqual(told[1]!.get(method));
  });

  it('and once that is lifted, every one of them is there', async () => {
    await begin();
    await study.test.client.call('blinding.lift', { reason: 'round 1 is done' });
    const recorded = new Recorded(study);
    await askEverything(study, recorded);
    expect(recorded.heard(study.canaries)).toEqual(study.canaries);
  });

  it('sees nothing of what was decided on differences, nor of the agreed codings', async () => {
    const tables = ['adjudication', 'gold_coding'];
    const decided = study.dump();
    expect(tables.map((table) => decided[table]!.length)).toEqual([1, 1]);
    await begin();
    const seen = connectionOf(study.path);
    expect(tables.map((table) => seen.prepare(`SELECT count(*) FROM ${table}`).pluck().get())).toEqual([0, 0]);
    await study.test.client.call('blinding.lift', { reason: 'round 1 is done' });
    const { differences } = await study.test.client.call('agreement.differences', { unit: 'character' });
    expect(differences.map(({ decision }) => decision?.reason)).toContain(words.decision);
  });

  it('counts only what it shows', async () => {
    const { client } = study.test;
    await begin();
    expect(await client.call('project.summary', {})).toMatchObject({ codings: 1, isBlind: true });
    const coders = await client.call('coders.list', {});
    expect(coders.map(({ name, codings }) => [name, codings])).toEqual([
      ['Ada', 0],
      ['Cy', 0],
      ['Bo', 1],
    ]);
    expect(await client.call('documents.list', {})).toMatchObject([{ codings: 1, doneBy: [study.bo] }]);
    const codes = await client.call('codes.list', {});
    expect(codes.map(({ codings }) => codings)).toEqual([{}, { [study.bo]: 1 }, {}]);
    expect((await client.call('app.state', {})).recent[0]).toMatchObject({ codings: 1 });
    await expect(client.call('agreement.compute', { unit: 'turn' })).rejects.toMatchObject({ code: 'coders_too_few' });
  });

  it('the check finds no damage where others have corrected the text', async () => {
    const { client } = study.test;
    const others = (await client.call('coders.list', {})).find(({ id }) => id !== study.bo)!.id;
    const correct = async (insert: string) => {
      const { id, text, textHash } = await client.call('documents.get', { document: study.document });
      const changes = [{ from: text.length, to: text.length, insert }];
      await client.call('documents.correct', { document: id, base: textHash, changes });
    };
    await correct(' One.');
    await client.call('coders.choose', { coder: others });
    await correct(' Two.');
    await client.call('coders.choose', { coder: study.bo });
    await correct(' Three.');
    await begin();
    expect((await client.call('project.check', {})).faults).toEqual([]);
  });

  it('undo leaves a step alone whose rows others have changed since, even where they stand as it left them', async () => {
    const { client } = study.test;
    const [code] = await client.call('codes.list', {});
    const others = (await client.call('coders.list', {})).find(({ id }) => id !== study.bo)!.id;
    const pin = (pinned: boolean) => client.call('codes.update', { code: code!.id, pinned });
    await pin(!code!.pinned);
    await client.call('coders.choose', { coder: others });
    await pin(code!.pinned);
    await pin(!code!.pinned);
    await client.call('coders.choose', { coder: study.bo });
    await begin();
    await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'history_conflict' });
    await client.call('blinding.lift', { reason: 'round 1 is done' });
    // Else the others could never go back behind their own steps.
    for (const pinned of [code!.pinned, !code!.pinned, code!.pinned]) {
      await client.call('history.undo', {});
      expect((await client.call('codes.list', {}))[0]).toMatchObject({ pinned });
    }
  });

  it('undo reaches only their own steps, and the history names no others', async () => {
    const { client } = study.test;
    const before = study.dump();
    await begin();
    const { steps } = await client.call('history.list', { limit: 50 });
    expect(new Set(steps.map(({ coder }) => coder))).toEqual(new Set([study.bo, null]));
    const undone: string[] = [];
    for (;;) {
      const { undo } = await client.call('history.state', {});
      if (!undo) break;
      undone.push((await client.call('history.undo', {})).step.command);
    }
    expect(undone).toEqual(['documents.markDone', 'memos.save', 'codings.add']);
    await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'nothing_to_undo' });
    await client.call('history.goTo', { revision: steps[0]!.revision });
    expect(study.dump()).toEqual(before);
    expect((await client.call('project.check', {})).faults).toEqual([]);
  });

  it('refuses what would show or change the work of others', async () => {
    const { client } = study.test;
    const before = study.dump();
    await begin();
    const { document, codes, ada } = study;
    const fear = codes.get('fear')!;
    const csv = 'document,coder,code,start,end\ninterview.txt,Ada,fear,0,3\n';
    const ticket = await upload(client, 'a.csv', csv);
    const qde = await upload(client, 'a.qde', '<Project name="x"/>');
    const refused: [MethodName, unknown][] = [
      ['documents.remove', { document }],
      ['documents.setDone', { document, coder: ada, done: false }],
      ['codes.remove', { code: fear }],
      ['codes.merge', { code: fear, into: codes.get('trust')! }],
      ['codings.importCsv', { ticket, createCodes: false, markDone: false, partial: true }],
      ['exchange.import', { ticket: qde }],
      ['exchange.inspect', { ticket: qde }],
      ['backups.list', {}],
      ['backups.restore', { ticket }],
      ['coders.choose', { coder: ada }],
      ['project.saveEncrypted', { passphrase: 'nobody knows this' }],
      ['protection.share', { keep: [] }],
      ['protection.lock', { passphrase: 'nobody knows this' }],
      ['protection.check', { list: [], folded: false }],
    ];
    for (const [method, input] of refused)
      await expect(client.call(method, input as never), method).rejects.toMatchObject({ code: 'blind' });
    expect(study.dump()).toEqual(before);
  });

  it('what a blind coder changes leaves the others right', async () => {
    const { test, document, text } = study;
    const { client } = test;
    await client.call('coders.choose', { coder: study.ada });
    const start = text.indexOf('to it');
    const { selections } = await client.call('codings.ofDocument', { document });
    const passage = selections.find((each) => each.start === start)!;
    await client.call('memos.save', { target: { kind: 'selection', id: passage.id }, text: 'on hers' });
    await client.call('coders.choose', { coder: study.bo });
    await begin();
    const { codings } = await client.call('codings.ofDocument', { document });
    await client.call('codings.remove', { codings: codings.map(({ id }) => id) });
    expect((await client.call('project.check', {})).faults).toEqual([]);
    await client.call('blinding.lift', { reason: 'done' });
    const memos = await client.call('memos.list', {});
    expect(memos.map((memo) => memo.text)).toContain('on hers');
  });

  it('stays so after reopening, until it is lifted with a reason that no undo takes back', async () => {
    await begin();
    await study.test.close();
    const again = openTestCore({ folder: study.test.folder, first: 9000 });
    const { client } = again;
    expect(await client.call('project.open', { ticket: again.ticket(study.path) })).toMatchObject({ isBlind: true });
    await expect(client.call('blinding.lift', { reason: '  ' })).rejects.toMatchObject({ code: 'invalid_input' });
    await client.call('blinding.lift', { reason: 'round 1 is done' });
    for (let step = 0; step < 3; step++) await client.call('history.undo', {});
    expect(await client.call('blinding.log', {})).toMatchObject([
      { coder: study.bo, act: 'began', reason: '' },
      { coder: study.bo, act: 'lifted', reason: 'round 1 is done' },
    ]);
    await client.call('history.redo', {});
  });

  it('another coder who is not blind is chosen only on purpose, which is kept', async () => {
    const { client } = study.test;
    await begin();
    await client.call('coders.choose', { coder: study.ada, leave: true });
    expect(await client.call('project.summary', {})).toMatchObject({ isBlind: false, coder: study.ada });
    await client.call('coders.choose', { coder: study.bo });
    expect(await client.call('project.summary', {})).toMatchObject({ isBlind: true, coder: study.bo });
    expect(await client.call('blinding.log', {})).toMatchObject([{ act: 'began' }, { act: 'left', reason: 'Ada' }]);
  });

  it('two blind coders take turns without seeing each other', async () => {
    const { client } = study.test;
    await begin();
    await client.call('coders.choose', { coder: study.ada, leave: true });
    await client.call('blinding.begin', {});
    expect(await client.call('project.summary', {})).toMatchObject({ codings: 3, isBlind: true });
    await client.call('coders.choose', { coder: study.bo });
    expect(await client.call('project.summary', {})).toMatchObject({ codings: 1, isBlind: true });
  });

  it('two blind coders change places on the record', async () => {
    const { client } = study.test;
    await begin();
    await client.call('coders.choose', { coder: study.ada, leave: true });
    await client.call('blinding.begin', {});
    await client.call('coders.choose', { coder: study.bo });
    const log = await client.call('blinding.log', {});
    expect(log.map(({ coder, act, reason }) => [coder, act, reason])).toEqual([
      [study.bo, 'began', ''],
      [study.bo, 'left', 'Ada'],
      [study.ada, 'began', ''],
      [study.ada, 'left', 'Bo'],
    ]);
  });
});
