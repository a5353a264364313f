import { expect, it } from 'vitest';
import { importTexts, openTestCore, openTestProject } from '../support/core.ts';
import { openSample } from '../support/sample-core.ts';

it('counts the words that are said by the rules of each language, without labels and times', async () => {
  const test = openTestCore();
  const { client } = test;
  const place = test.ticket(test.path('s.vbt'));
  await client.call('project.create', { name: 'S', template: 'empty', place, coder: 'Ada' });
  const documents = await importTexts(test, {
    'en.txt': 'I: [00:01:23] Do you use it?\nR: Every day, I do.\n',
    'zh.txt': '甲：你用信用评分吗？\n乙：我每天使用。\n',
  });
  const counted = async (): Promise<(number | undefined)[]> => {
    const words = await client.call('documents.words', {});
    return documents.map((document) => words.find((one) => one.document === document)?.words);
  };
  const [english, chinese] = await counted();
  expect(english).toBe(8);
  // Fewer than characters: by dictionary.
  expect(chinese).toBeGreaterThan(5);
  expect(chinese).toBeLessThan(13);

  const document = documents[0]!;
  const { turns, textHash: base } = await client.call('documents.get', { document });
  const at = turns[1]!.contentStart;
  await client.call('documents.correct', { document, base, changes: [{ from: at, to: at, insert: 'Nearly ' }] });
  expect(await counted()).toEqual([9, chinese]);
});

it('says how far each coder has come, and who is done', async () => {
  const { client, coder } = await openSample();
  const [a, b] = [coder('A'), coder('B')];
  const first = async () => (await client.call('documents.list', {}))[0]!;
  const before = await first();
  expect(before.codedTurns[a]).toBeGreaterThan(0);
  expect(before.codedTurns[a]).toBeLessThanOrEqual(before.respondentTurns);
  expect(before.codedTurns[b]).toBeGreaterThan(0);

  await client.call('documents.setDone', { document: before.id, coder: b, done: false });
  expect((await first()).doneBy).toEqual([a]);
  await client.call('history.undo', {});
  expect(new Set((await first()).doneBy)).toEqual(new Set([a, b]));
});

it('removes a transcript with all of its codings and memos, says how many codings went, and undo brings all of it back', async () => {
  const { test, document, code, dump } = await openTestProject('I: Why?\nR: [trust: I do], [fear: they watch].\n');
  await code('I do', 'fear');
  const before = dump();
  const [listed] = await test.client.call('documents.list', {});
  expect(await test.client.call('documents.remove', { document })).toEqual({ codings: 3 });
  expect(listed!.codings).toBe(3);
  expect(await test.client.call('documents.list', {})).toEqual([]);
  await test.client.call('history.undo', {});
  expect(dump()).toEqual(before);
});
