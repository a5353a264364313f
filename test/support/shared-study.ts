import type { CoderId } from '../../shared/domain/ids.ts';
import { connectionOf } from './connections.ts';
import { openTestProject, type TestProject } from './core.ts';
import { upload } from './upload.ts';

/** Words only Ada's work holds, by where they stand. */
export const words = {
  memo: 'kumquat',
  onDocument: 'tamarind',
  onCode: 'rambutan',
  onProject: 'durian',
  onRange: 'pomelo',
  selectionName: 'lychee',
  selectionComment: 'mangosteen',
  label: 'jackfruit',
  codeBefore: 'carambola',
  csv: 'papaya',
  decision: 'soursop',
  translation: 'salak',
  translator: 'langsat',
  round: 'bilimbi',
} as const;

export type Study = TestProject & {
  readonly ada: CoderId;
  readonly bo: CoderId;
  /** Words and identifiers that only Ada's work holds. */
  readonly canaries: readonly string[];
  /** Ada's first passage, her coding of it and her memo on that. */
  readonly others: { readonly selection: string; readonly coding: string; readonly memo: string };
  /** The same of Bo's, who looks. */
  readonly own: readonly string[];
};

/** One file in which Ada has coded, written memos, renamed things and decided a difference, and Bo has coded a little. */
export async function sharedStudy(): Promise<Study> {
  const project = await openTestProject(
    'I: Why?\nR: [fear: They watch us] all day.\nI: And then?\nR: [trust: We got used] to it.\n',
  );
  const { test, document, codes, path } = project;
  const { client } = test;
  const ada = (await client.call('project.summary', {})).coder;
  const { codings, selections } = await client.call('codings.ofDocument', { document });
  await client.call('memos.save', { target: { kind: 'coding', id: codings[0]!.id }, text: words.memo });
  await client.call('memos.save', { target: { kind: 'document', id: document }, text: words.onDocument });
  await client.call('memos.save', { target: { kind: 'code', id: codes.get('fear')! }, text: words.onCode });
  await client.call('memos.save', { target: { kind: 'project', id: null }, text: words.onProject });
  await client.call('memos.saveOnRange', { document, start: 0, end: 5, text: words.onRange });
  const code = await client.call('codes.create', { name: words.codeBefore });
  await client.call('codes.update', { code: code.id, texts: { en: { name: 'habit' } } });
  const third = await client.call('coders.create', { name: words.label });
  await client.call('coders.rename', { coder: third.id, name: 'Cy' });
  await client.call('documents.setDone', { document, coder: ada, done: true });
  const csv = `document,coder,code,start,end,memo\ninterview.txt,Ada,habit,30,37,${words.csv}\n`;
  await client.call('codings.importCsv', {
    ticket: await upload(client, 'a.csv', csv),
    createCodes: false,
    markDone: false,
    partial: false,
  });
  connectionOf(path)
    .prepare('UPDATE selection SET name = ?, comment = ? WHERE id = ?')
    .run(words.selectionName, words.selectionComment, selections[0]!.id);
  const { start: from, end: to } = selections[0]!;
  const said = { language: 'de', text: words.translation, translator: words.translator, isChecked: false };
  await client.call('translations.save', { document, start: from, end: to, ...said });
  const memos = await client.call('memos.list', {});
  const all = await client.call('codings.ofDocument', { document });
  const bo = (await client.call('coders.create', { name: 'Bo' })).id;
  await client.call('coders.choose', { coder: bo });
  await project.code('to it', 'trust');
  const own = await client.call('memos.saveOnRange', { document, start: 9, end: 12, text: 'clementine' });
  await client.call('documents.setDone', { document, coder: bo, done: true });
  await client.call('coders.choose', { coder: ada });
  const { differences } = await client.call('agreement.differences', { unit: 'character' });
  const { start, end, code: differing, otherCode } = differences[0]!;
  const place = { document, start, end, code: differing, otherCode, coders: [ada, bo] };
  const { id: decision } = await client.call('adjudication.decide', {
    ...place,
    verdict: 'both',
    reason: words.decision,
  });
  await client.call('rounds.create', { name: words.round, coders: [ada, bo] });
  await client.call('coders.choose', { coder: bo });
  const ids = [decision, ...[...all.codings, ...all.selections, ...memos].map(({ id }) => id)];
  const others = {
    selection: selections[0]!.id,
    coding: codings[0]!.id,
    memo: memos.find(({ text }) => text === words.memo)!.id,
  };
  return { ...project, ada, bo, others, canaries: [...Object.values(words), ...ids], own: ['clementine', own.id] };
}
