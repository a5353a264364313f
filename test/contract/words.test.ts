import { describe, expect, it } from 'vitest';
import { importTexts, openTestCore } from '../support/core.ts';
import { openSample } from '../support/sample-core.ts';
import { readStudyFile } from '../support/study-sample.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { runVerbatim } from '../support/verbatim-command.ts';

async function openTexts(texts: Readonly<Record<string, string>>) {
  const test = openTestCore();
  await test.client.call('project.create', {
    name: 'S',
    template: 'empty',
    place: test.ticket(test.path('s.vbt')),
    coder: 'Ada',
  });
  const documents = await importTexts(test, texts);
  return { ...test, documents };
}

describe('word counts', () => {
  it('of Chinese and Japanese are by words, not by clauses', async () => {
    const { client } = await openSample();
    for (const [language, known] of [
      ['zh', '信用'],
      ['ja', '信用'],
    ] as const) {
      const { counts, forms } = await client.call('words.frequency', { filter: { language }, limit: 5000 });
      expect(forms).toBeGreaterThan(100);
      expect(counts.map(({ word }) => word)).toContain(known);
      const han = counts.filter(({ word }) =>
        /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(word),
      );
      expect(han.filter(({ word }) => word.length > 8)).toEqual([]);
      const mean =
        han.reduce((sum, { word, count }) => sum + word.length * count, 0) /
        han.reduce((sum, { count }) => sum + count, 0);
      expect(mean).toBeLessThan(3);
    }
  });

  it('leave stop words, labels and times out, and know how many', async () => {
    const { client } = await openTexts({
      'a.txt': 'Interviewer [00:01]: Is the score fair?\nRespondent [00:09]: The score? The SCORE is ours.\n',
    });
    const counted = await client.call('words.frequency', { filter: {} });
    expect(counted.counts).toEqual([
      { form: 'score', language: 'en', word: 'score', count: 3, documents: 1 },
      { form: 'fair', language: 'en', word: 'fair', count: 1, documents: 1 },
    ]);
    expect(counted).toMatchObject({ words: 4, stopped: 6, documents: 1 });
    const all = await client.call('words.frequency', { filter: { roles: ['respondent'] }, all: true });
    expect(all).toMatchObject({ words: 6, stopped: 0 });
    await client.call('words.setStopList', { language: 'en', words: [' Score ', 'is', 'the'] });
    expect((await client.call('words.frequency', { filter: {} })).counts.map(({ word }) => word)).toEqual([
      'fair',
      'ours',
    ]);
    await client.call('history.undo', {});
    expect(await client.call('words.frequency', { filter: {} })).toEqual(counted);
  });

  it('count only what is asked for: role, case, code', async () => {
    const { client } = await openSample();
    const codes = await client.call('codes.list', {});
    const total = async (filter: object) => (await client.call('words.frequency', { filter, all: true })).words;
    const littering = codes.find(({ slug }) => slug === 'behaviour.littering')!.id;
    const { cases } = await client.call('cases.list', {});
    const [whole, said, one, coded] = [
      await total({}),
      await total({ roles: ['respondent'] }),
      await total({ cases: [cases[0]!.id] }),
      await total({ codes: [littering] }),
    ];
    expect(said).toBeLessThan(whole);
    expect(one).toBeLessThan(whole);
    expect(coded).toBeGreaterThan(0);
    expect(coded).toBeLessThan(said);
    const { hits } = await client.call('words.kwic', { filter: { codes: [littering] }, text: '垃圾' });
    const passages = await client.call('codes.passages', { code: littering });
    for (const hit of hits)
      expect(
        passages.some(
          (passage) => passage.document === hit.document && passage.start <= hit.start && hit.end <= passage.end,
        ),
      ).toBe(true);
  });
});

describe('keywords in context', () => {
  it('find every place of 实名', async () => {
    const { client } = await openSample();
    const places = ['s03-zh-retired.txt', 's04-zh-student.md'].reduce(
      (sum, name) => sum + readStudyFile(name).split('实名').length - 1,
      0,
    );
    const { total, hits } = await client.call('words.kwic', { filter: {}, text: '实名' });
    expect(places).toBeGreaterThan(0);
    expect(total).toBe(places);
    expect(hits.every(({ quote }) => quote === '实名')).toBe(true);
  });

  it('let composed and decomposed forms meet, and count them as one word', async () => {
    const { client } = await openTexts({ 'a.txt': 'R: Un cafe\u0301 noir. Un café. ｶﾞ と ガ。\n' });
    for (const text of ['café', 'cafe\u0301', 'CAFÉ']) {
      expect((await client.call('words.kwic', { filter: {}, text })).total).toBe(2);
      expect((await client.call('words.kwic', { filter: {}, text, whole: true })).total).toBe(2);
    }
    const { counts } = await client.call('words.frequency', { filter: {}, all: true });
    expect(counts.find(({ form }) => form === 'café'.normalize('NFC'))).toMatchObject({ count: 2 });
  });

  it('of a counted word are as many as were counted, page by page', async () => {
    const { client } = await openSample();
    const { counts } = await client.call('words.frequency', { filter: { roles: ['respondent'] }, limit: 20 });
    for (const { word, count, language } of counts.slice(0, 8)) {
      const asked = { filter: { roles: ['respondent'] as 'respondent'[], language }, text: word, whole: true };
      const { total, hits } = await client.call('words.kwic', asked);
      expect(total).toBe(count);
      const second = await client.call('words.kwic', { ...asked, offset: 1, limit: 2 });
      expect(second.hits).toEqual(hits.slice(1, 3));
    }
  });
});

it('on the command line words are counted and shown in context', async () => {
  const folder = tempFolder();
  await runVerbatim(folder, 'sample', 's.vbt');
  const counted = await runVerbatim(folder, 'frequency', 's.vbt', '--role', 'respondent', '--language', 'zh', '--csv');
  expect(counted.out).toMatch(/^word,language,count,documents,synthetic\r\n/);
  expect(counted.out).toContain('yes\r\n');
  const shown = JSON.parse((await runVerbatim(folder, 'kwic', 's.vbt', '实名', '--json')).out) as {
    total: number;
    hits: unknown[];
  };
  expect(shown.hits).toHaveLength(shown.total);
  expect((await runVerbatim(folder, 'kwic', 's.vbt', 'x', '--code', 'none')).code).toBe(1);
}, 60_000);

/**
 * Counted by another program: the transcripts cut into turns by a script of its own, English words by a regular expression, Chinese
 * and Japanese ones by ICU 72, forms by NFKC and case folding. All 1,455 forms agreed; here are the sums and the most frequent.
 */
const countedApart = [
  {
    language: 'en',
    words: 1130,
    forms: 451,
    once: 288,
    inBoth: 110,
    most: [
      ['the', 67, 2],
      ['i', 42, 2],
      ['a', 36, 2],
      ['it', 36, 2],
      ['is', 31, 2],
      ['and', 22, 2],
      ['to', 20, 2],
      ['that', 17, 2],
    ],
  },
  {
    language: 'zh',
    words: 991,
    forms: 568,
    once: 409,
    inBoth: 84,
    most: [
      ['我', 27, 2],
      ['的', 27, 2],
      ['了', 23, 2],
      ['是', 15, 2],
      ['他', 14, 2],
      ['人', 11, 2],
      ['个', 10, 2],
      ['就', 10, 2],
    ],
  },
  {
    language: 'ja',
    words: 1167,
    forms: 436,
    once: 279,
    inBoth: 114,
    most: [
      ['の', 56, 2],
      ['が', 53, 2],
      ['は', 41, 2],
      ['に', 40, 2],
      ['です', 33, 2],
      ['と', 30, 2],
      ['て', 26, 2],
      ['ます', 21, 2],
    ],
  },
] as const;

it.each(countedApart)('of the sample study are those another program counts, in $language', async (apart) => {
  const { client } = await openSample();
  const filter = { language: apart.language, roles: ['respondent' as const] };
  const { words, forms, counts } = await client.call('words.frequency', { filter, all: true, limit: 5000 });
  expect({
    words,
    forms,
    once: counts.filter(({ count }) => count === 1).length,
    inBoth: counts.filter(({ documents }) => documents === 2).length,
    most: counts.slice(0, 8).map(({ form, count, documents }) => [form, count, documents]),
  }).toEqual({ words: apart.words, forms: apart.forms, once: apart.once, inBoth: apart.inBoth, most: apart.most });
});
