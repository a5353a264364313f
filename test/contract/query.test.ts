import { describe, expect, it } from 'vitest';
import { importTexts, openTestCore, openTestProject } from '../support/core.ts';
import { runVerbatim } from '../support/verbatim-command.ts';
import { tempFolder } from '../support/temp-folder.ts';

const interview = [
  // Two UTF-16 units, one code point: what is found behind it stands where its words stand.
  'I: Do they know your 😀 name?',
  'R: [privacy: They know my real name], and [trust: I trust the office].',
  'I: And the neighbours?',
  'R: Well. [privacy: Not the neighbours].',
  'I: Why?',
  'R: [trust: I trust nobody else].',
  '',
].join('\n');

async function openCoded() {
  const project = await openTestProject(interview);
  const run = (query: string) => project.test.client.call('query.run', { query });
  const quotes = async (query: string) => (await run(query)).passages.map(({ quote }) => quote);
  return { ...project, run, quotes };
}

describe('a query over a project', () => {
  it('finds by relation and condition', async () => {
    const { quotes } = await openCoded();
    expect(await quotes('code:privacy NEAR(0 turns) code:trust')).toEqual(['They know my real name']);
    expect(await quotes('code:privacy NEAR(2 turns) code:trust AND role:respondent')).toEqual([
      'They know my real name',
      'Not the neighbours',
    ]);
    expect(await quotes('code:trust FOLLOWED BY code:privacy')).toEqual(['I trust the office']);
    expect(await quotes('"ｎａｍｅ" AND role:interviewer')).toEqual(['name']);
    expect(await quotes('"name" WITHIN code:privacy')).toEqual(['name']);
    expect(await quotes('role:respondent AND NOT code:trust')).toEqual(['Well. Not the neighbours.']);
    expect(await quotes('(code:privacy OR code:trust) AND coder:ada')).toHaveLength(4);
    // What a label says is not said by anyone.
    expect(await quotes('"R" AND role:respondent')).not.toContain('R:');
  });

  it('is answered a page at a time, however much it finds', async () => {
    const { test, run } = await openCoded();
    await importTexts(test, { 'more.txt': interview.replaceAll(/\[\w+: |\]/g, '') });
    const everything = await run('role:respondent OR role:interviewer OR "a" OR coder:Ada');
    const pages = [];
    for (let offset = 0; offset < everything.total; offset += 3)
      pages.push(
        ...(
          await test.client.call('query.run', {
            query: 'role:respondent OR role:interviewer OR "a" OR coder:Ada',
            offset,
            limit: 3,
          })
        ).passages,
      );
    expect(pages).toEqual(everything.passages);
    expect(everything).toMatchObject({ documents: 2, respondents: 0, contradictions: [] });
  });

  it('finds no turn in which nothing is said', async () => {
    const { test, run } = await openCoded();
    await importTexts(test, { 'silent.txt': 'I: Why?\nR:\nI: And?\nR: So.\nI: Well?\nR:\n' });
    const { passages } = await run('role:respondent AND document:silent.txt');
    expect(passages.map(({ quote }) => quote)).toEqual(['So.']);
  });

  it('is answered anew when the project has changed', async () => {
    const { code, quotes } = await openCoded();
    expect(await quotes('code:trust')).toEqual(['I trust the office', 'I trust nobody else']);
    await code('Well', 'trust');
    expect(await quotes('code:trust')).toEqual(['I trust the office', 'Well', 'I trust nobody else']);
  });

  it('that was asked while something was coded is not taken for an answer afterwards', async () => {
    const { test, code, quotes } = await openCoded();
    await importTexts(test, { 'more.txt': 'I: Why?\nR: So.\n', 'last.txt': 'I: Why?\nR: So.\n' });
    const asked = quotes('code:trust');
    const coded = code('Well', 'trust');
    await Promise.all([asked, coded]);
    expect(await quotes('code:trust')).toEqual(['I trust the office', 'Well', 'I trust nobody else']);
  });

  it('knows a code by a name only it has, in whatever letters; a name of two is none', async () => {
    const { codes, quotes, run, test } = await openCoded();
    const named = (code: string, texts: object) =>
      test.client.call('codes.update', { code: codes.get(code)!, texts } as never);
    await named('privacy', { de: { name: 'Schutz' }, fr: { name: 'confiance' } });
    await named('trust', { fr: { name: 'confiance' }, sv: { name: 'Ｐrivacy' } });
    expect(await quotes('code:SCHUTZ')).toEqual(['They know my real name', 'Not the neighbours']);
    // Both are called so: exactly one of them as it is written, neither in other letters.
    expect(await quotes('code:privacy')).toEqual(['They know my real name', 'Not the neighbours']);
    for (const name of ['confiance', 'PRIVACY'])
      await expect(run(`code:${name}`)).rejects.toMatchObject({ params: { problem: 'unknown_code' } });
  });

  it('that contradicts itself says so', async () => {
    const { run, test } = await openCoded();
    await test.client.call('coders.create', { name: 'Ben' });
    expect(await run('code:privacy AND coder:Ada AND coder:Ben')).toMatchObject({
      total: 0,
      contradictions: [{ a: 'coder:Ada', b: 'coder:Ben' }],
    });
    expect((await run('code:trust AND NOT code:trust')).contradictions).toEqual([
      { a: 'code:trust', b: 'NOT code:trust' },
    ]);
    expect((await run('memo:any AND memo:none')).contradictions).toHaveLength(1);
    expect((await run('language:zh AND language:zh-Hans')).contradictions).toEqual([]);
  });

  it.each([
    ['', 'empty', 0],
    ['code:privacy code:trust', 'operator_expected', 13],
    ['code:privacy AND', 'term_expected', 16],
    ['(code:privacy', 'unclosed_bracket', 0],
    ['code:privacy)', 'bracket_unopened', 12],
    ['colour:red', 'unknown_field', 0],
    ['constructor:red', 'unknown_field', 0],
    ['attribute:red', 'unknown_field', 0],
    ['code:', 'value_missing', 0],
    ['code:privacy NEAR code:trust', 'distance', 17],
    ['code:privacy NEAR(2 miles) code:trust', 'distance', 20],
    ['"open', 'unclosed_quote', 0],
    ['role:judge', 'role', 5],
    ['code:trust OR code:honour', 'unknown_code', 14],
    ['coder:Nobody', 'unknown_coder', 0],
    ['attr.age:3', 'unknown_attribute', 0],
  ])('that cannot be read says what is wrong and where: %s', async (query, problem, at) => {
    const { run } = await openCoded();
    await expect(run(query)).rejects.toMatchObject({
      code: 'query_syntax',
      params: { query, problem, at, place: at + 1 },
    });
  });

  it('is kept under a name, written over, removed, each undone', async () => {
    const { test } = await openCoded();
    const { client } = test;
    const { id } = await client.call('queries.save', { name: ' Near ', query: 'code:privacy' });
    expect(await client.call('queries.save', { name: 'Near', query: 'code:trust' })).toEqual({
      id,
      name: 'Near',
      query: 'code:trust',
    });
    await expect(client.call('queries.save', { name: 'Bad', query: 'code:' })).rejects.toMatchObject({
      code: 'query_syntax',
    });
    await client.call('queries.remove', { query: id });
    expect(await client.call('queries.list', {})).toEqual([]);
    await client.call('history.undo', {});
    await client.call('history.undo', {});
    expect(await client.call('queries.list', {})).toEqual([{ id, name: 'Near', query: 'code:privacy' }]);
    await client.call('history.undo', {});
    expect(await client.call('queries.list', {})).toEqual([]);
  });

  it('knows attributes, cases, transcripts and languages of the sample, and memos', async () => {
    const test = openTestCore();
    const { client } = test;
    await client.call('project.sample', {});
    const count = async (query: string) => (await client.call('query.run', { query })).total;
    expect(await count('"实名"')).toBeGreaterThan(0);
    expect(await count('"实名" AND language:zh')).toBe(await count('"实名"'));
    expect(await count('code:acceptance.endorsement AND coder:A AND attr.age_group:30-44')).toBeGreaterThan(0);
    expect(await count('case:R01')).toBe(await count('document:s01-en-teacher.txt'));
    expect(await count('code:"乱扔垃圾" AND coder:B')).toBe(await count('code:behaviour.littering AND coder:B'));
  });
});

it('on the command line the same queries run, saved ones by name', async () => {
  const folder = tempFolder();
  const run = (...words: string[]) => runVerbatim(folder, ...words);
  await run('sample', 's.vbt');
  const { out } = await run(
    'query',
    's.vbt',
    'code:behaviour.littering NEAR(2 turns) code:acceptance.endorsement AND role:respondent AND coder:A',
    '--json',
  );
  const answer = JSON.parse(out) as { total: number; passages: { quote: string }[] };
  expect(answer.total).toBe(answer.passages.length);
  expect(answer.total).toBeGreaterThan(0);
  const wrong = await run('query', 's.vbt', 'code:privacy NEAR code:trust');
  expect(wrong.code).toBe(1);
  expect(wrong.error).toContain('Character 18 of the query');
  const none = await run('query', 's.vbt', 'coder:A AND coder:B');
  expect(none.error).toContain('never hold together');
}, 60_000);
