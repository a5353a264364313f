import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlain, type MemoBlock, memoText, plainBlocks } from '../../shared/domain/memo-body.ts';
import { connectionOf } from '../support/connections.ts';
import { openTestProject } from '../support/core.ts';

const interview = 'I: Do you use it?\nR: [trust: I do], though [fear: they watch us] every day.\n';
const body: MemoBlock[] = [
  { kind: 'heading', level: 2, runs: [{ text: 'Trust' }] },
  { kind: 'paragraph', level: 1, runs: [{ text: 'in ' }, { text: 'whom?', bold: true }, { text: ' 谁' }] },
  { kind: 'bullet', level: 1, runs: [{ text: 'the state' }] },
  { kind: 'number', level: 2, runs: [{ text: 'or a\nneighbour', italic: true }] },
];

describe('a memo', () => {
  it('keeps its headings, lists and bold words, and says them as plain text', async () => {
    const { test, document, dump } = await openTestProject(interview);
    const target = { kind: 'document', id: document } as const;
    const before = dump();
    const saved = await test.client.call('memos.save', { target, body });
    expect(saved).toMatchObject({ target, body, text: 'Trust\nin whom? 谁\nthe state\nor a\nneighbour' });
    const { revision } = await test.client.call('history.state', {});
    await test.client.call('memos.save', { target, body });
    expect((await test.client.call('history.state', {})).revision, 'the same again is no change').toBe(revision);
    await test.client.call('history.undo', {});
    expect(dump()).toEqual(before);
    await test.client.call('history.redo', {});
    expect(await test.client.call('memos.list', {})).toMatchObject([{ target, body }]);
  });

  it('that says nothing beyond its text is kept as text', async () => {
    const { test } = await openTestProject(interview);
    const target = { kind: 'project', id: null } as const;
    await test.client.call('memos.save', { target, body: plainBlocks('one\n\ntwo') });
    expect(await test.client.call('memos.list', {})).toMatchObject([{ text: 'one\n\ntwo', body: null }]);
    const bold = [{ kind: 'paragraph' as const, level: 1, runs: [{ text: 'one\n\ntwo', bold: true as const }] }];
    await test.client.call('memos.save', { target, body: bold });
    expect(await test.client.call('memos.list', {}), 'only its looks have changed').toMatchObject([{ body: bold }]);
    await test.client.call('memos.save', { target, body: plainBlocks(' \n ') });
    expect(await test.client.call('memos.list', {})).toEqual([]);
  });

  it('stands on a document, a code, a coding, a passage and the project, and the list says where', async () => {
    const { test, document, codes, code, text } = await openTestProject(interview);
    const { codings } = await code('every day', 'trust');
    const start = text.indexOf('they watch');
    for (const target of [
      { kind: 'project', id: null },
      { kind: 'document', id: document },
      { kind: 'code', id: codes.get('fear')! },
      { kind: 'coding', id: codings[0]!.id },
    ] as const)
      await test.client.call('memos.save', { target, text: `on the ${target.kind}` });
    await test.client.call('memos.saveOnRange', { document, start, end: start + 10, body });
    const listed = await test.client.call('memos.list', {});
    expect(listed.map(({ target, passage, code: id }) => [target.kind, passage?.quote ?? null, id])).toEqual([
      ['project', null, null],
      ['document', null, null],
      ['code', null, null],
      ['coding', 'every day', codes.get('trust')],
      ['selection', 'they watch', null],
    ]);
    expect(listed.at(-1)!.passage).toMatchObject({ document, documentName: 'interview.txt', start, speaker: 'R' });
  });

  it('on a passage takes the passage with it when it is emptied', async () => {
    const { test, document, text, dump } = await openTestProject(interview);
    const before = dump()['selection'];
    const start = text.indexOf('every day');
    const { target } = await test.client.call('memos.saveOnRange', { document, start, end: start + 9, text: 'How?' });
    expect(dump()['selection']).not.toEqual(before);
    await test.client.call('memos.save', { target, text: ' ' });
    expect(dump()['selection']).toEqual(before);
  });

  it('is each coder’s own, also on the same code', async () => {
    const { test, codes } = await openTestProject(interview);
    const target = { kind: 'code', id: codes.get('fear')! } as const;
    await test.client.call('memos.save', { target, text: 'Ada’s' });
    const bo = (await test.client.call('coders.create', { name: 'Bo' })).id;
    await test.client.call('coders.choose', { coder: bo });
    await test.client.call('memos.save', { target, text: 'Bo’s' });
    await test.client.call('memos.save', { target, text: 'Bo’s again' });
    const listed = await test.client.call('memos.list', {});
    expect(listed.map(({ text }) => text).toSorted()).toEqual(['Ada’s', 'Bo’s again']);
  });

  it('of a file that was tampered with shows its text', async () => {
    const { test, path, document } = await openTestProject(interview);
    await test.client.call('memos.save', { target: { kind: 'document', id: document }, body });
    for (const damaged of ['{', '[{"kind":"script","level":1,"runs":[]}]', '{"root":{}}']) {
      connectionOf(path).prepare('UPDATE memo SET body = ?').run(damaged);
      expect(await test.client.call('memos.list', {})).toMatchObject([{ text: memoText(body), body: null }]);
    }
  });
});

describe('plain text as blocks', () => {
  it('gives the same text back, and is plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', ' ', '隐', '😀') }), (text) => {
        expect(memoText(plainBlocks(text))).toBe(text);
        expect(isPlain(plainBlocks(text))).toBe(true);
      }),
    );
  });
});
