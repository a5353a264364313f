import { describe, expect, it } from 'vitest';
import { isVerbatimError } from '../../shared/contract/errors.ts';
import type { Input } from '../../shared/contract/methods.ts';
import { connectionOf } from '../support/connections.ts';
import { importTexts, openTestProject, type TestProject } from '../support/core.ts';
import { rowCount } from '../support/logical-dump.ts';

const interview =
  'Luo (00:01): Is it the Trust that counts? Or trusting?\nMei (00:07): 我的隐私很重要。Nobody dis\u00adtrusts it.\nLuo (00:09): Ｔｒｕｓｔ me.\n';

async function search(project: TestProject, question: Input<'search.text'>): Promise<string[]> {
  const { hits } = await project.test.client.call('search.text', question);
  return hits.map(({ quote }) => quote);
}

async function whole(project: TestProject): Promise<void> {
  await expect
    .poll(() => rowCount(project.path, 'search_document WHERE stale = 0'), { timeout: 5000 })
    .toBe(rowCount(project.path, 'document'));
}

describe('search', () => {
  it('finds characters anywhere, whole words, and patterns; width, case and form make no difference', async () => {
    const project = await openTestProject(interview);
    for (const isIndexed of [false, true]) {
      if (isIndexed) await whole(project);
      expect(await search(project, { query: 'trust' })).toEqual([
        'Trust',
        'trust',
        'dis\u00adtrust'.slice(4),
        'Ｔｒｕｓｔ',
      ]);
      expect(await search(project, { query: 'trust', mode: 'words' })).toEqual(['Trust', 'Ｔｒｕｓｔ']);
      expect(await search(project, { query: 'trust*', mode: 'words' })).toEqual(['Trust', 'trusting', 'Ｔｒｕｓｔ']);
      expect(await search(project, { query: 'trust that', mode: 'words' })).toEqual(['Trust that']);
      expect(await search(project, { query: '隐私' })).toEqual(['隐私']);
      expect(await search(project, { query: '\\btrust\\w+', mode: 'pattern' })).toEqual(['trusting']);
      expect(await search(project, { query: '隐.', mode: 'pattern' })).toEqual(['隐私']);
    }
  });

  it('leaves labels and times out unless asked, and keeps to the roles and documents chosen', async () => {
    const project = await openTestProject(interview);
    const [other] = await importTexts(project.test, { 'other.txt': 'I: Luo?\nR: cafe\u0301 or café.\n' });
    expect(await search(project, { query: 'Luo' })).toEqual(['Luo']);
    const { hits } = await project.test.client.call('search.text', { query: 'Is it' });
    expect(hits).toMatchObject([{ before: '', after: ' the Trust that counts? Or trusting?' }]);
    const labelled = await project.test.client.call('search.text', { query: 'Luo', labels: true });
    expect(labelled.hits.map(({ document, start }) => [document, start])).toEqual([
      [project.document, 0],
      [project.document, project.text.lastIndexOf('Luo')],
      [other, 3],
    ]);
    expect((await project.test.client.call('search.text', { query: '00:07', labels: true })).hits).toMatchObject([
      { turn: 2 },
    ]);
    expect(await search(project, { query: 'é' })).toEqual(['e\u0301', 'é']);
    expect(await search(project, { query: 'trust', documents: [other!] })).toEqual([]);
    const { speakers } = await project.test.client.call('documents.get', { document: other! });
    expect(speakers.map(({ role }) => role).sort()).toEqual(['interviewer', 'respondent']);
    expect(await search(project, { query: 'Luo', roles: ['respondent'], documents: [other!] })).toEqual([]);
    expect(await search(project, { query: 'Luo', roles: ['interviewer'], documents: [other!] })).toEqual(['Luo']);
  });

  it('comes in pages that together are everything, in order', async () => {
    const project = await openTestProject(interview);
    await importTexts(project.test, { 'a.txt': 'I: one one one\nR: one\n', 'b.txt': 'one\none two\n' });
    const { hits: all, total, documents, isWhole } = await project.test.client.call('search.text', { query: 'one' });
    expect({ total, documents, isWhole }).toEqual({ total: 6, documents: 2, isWhole: true });
    const paged = [];
    let from: Input<'search.text'>['from'];
    for (let page = 0; page < 9; page++) {
      const answer = await project.test.client.call('search.text', {
        query: 'one',
        limit: 2,
        ...(from ? { from } : {}),
      });
      paged.push(...answer.hits);
      if (answer.next === null) break;
      from = answer.next;
    }
    expect(paged).toEqual(all);
  });

  it('refuses a pattern that is none, and one that would take for ever, without stopping the program', async () => {
    const project = await openTestProject(`I: ${'a'.repeat(60)}!\n`);
    const ask = (query: string) => project.test.client.call('search.text', { query, mode: 'pattern' });
    await expect(ask('(')).rejects.toSatisfy(
      (error) => isVerbatimError(error, 'search_pattern') && error.params.reason === 'syntax',
    );
    await expect(ask('(a+)+$')).rejects.toSatisfy(
      (error) => isVerbatimError(error, 'search_pattern') && error.params.reason === 'slow',
    );
    expect((await ask('a+')).total).toBe(1);
    expect((await ask('x*')).total).toBe(0);
  });

  it('codes what was found, each passage once, in one step that undo takes back; the origin says how', async () => {
    const project = await openTestProject('I: Why? And why?\nR: [fear: They watch.] They watch me. Why not.\n');
    const { client } = project.test;
    const before = project.dump();
    const { hits } = await client.call('search.text', { query: 'why' });
    expect(hits).toHaveLength(3);
    const code = project.codes.get('fear')!;
    const ask = (unit: Input<'search.code'>['unit']) =>
      client.call('search.code', {
        hits: hits.map(({ document, start, end }) => ({ document, start, end })),
        unit,
        codes: [code],
      });
    expect(await ask('hit')).toEqual({ passages: 3, codings: 3, present: 0 });
    expect(await ask('hit')).toEqual({ passages: 3, codings: 0, present: 3 });
    expect(await ask('sentence')).toMatchObject({ passages: 3 });
    expect(await ask('turn')).toMatchObject({ passages: 2, codings: 2 });
    const passages = await client.call('codes.passages', { code });
    expect(passages.map(({ quote }) => quote)).toContain('Why? And why?');
    expect(passages.map(({ quote }) => quote)).toContain('Why not.');
    expect(
      connectionOf(project.path).prepare("SELECT count(*) AS n FROM coding WHERE origin = 'automatic'").get(),
    ).toEqual({ n: passages.length - 1 });
    for (let step = 0; step < 3; step++) await client.call('history.undo', {});
    expect(project.dump()).toEqual(before);
  });
});

describe('the index of words', () => {
  it('follows import, removal and undo, and is no part of the history', async () => {
    const project = await openTestProject(interview);
    const { client } = project.test;
    await whole(project);
    const images = connectionOf(project.path)
      .prepare("SELECT count(*) AS n FROM change WHERE table_name LIKE 'search%'")
      .get();
    expect(images).toEqual({ n: 0 });
    await client.call('documents.remove', { document: project.document });
    expect(await search(project, { query: '隐私' })).toEqual([]);
    await expect.poll(() => rowCount(project.path, 'search_document'), { timeout: 5000 }).toBe(0);
    await client.call('history.undo', {});
    expect(await search(project, { query: '隐私' })).toEqual(['隐私']);
    await whole(project);
    expect(await search(project, { query: '隐私' })).toEqual(['隐私']);
    expect((await client.call('project.check', {})).faults).toEqual([]);
  });

  it('is silent about a document whose turns have moved until it has read it again', async () => {
    const project = await openTestProject(interview);
    await whole(project);
    connectionOf(project.path).exec('UPDATE turn SET content_at = content_at + 3 WHERE start_at = 0');
    expect(rowCount(project.path, 'search_document WHERE stale = 1')).toBe(1);
  });
});
