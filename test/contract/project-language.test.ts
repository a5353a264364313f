import { expect, test } from 'vitest';
import { openTestCore } from '../support/core.ts';

test('a copy of the sample study is named in the language it is asked for, and still says that it is synthetic', async () => {
  const { client } = openTestCore();
  const sample = await client.call('project.sample', { language: 'zh-Hans' });
  expect(sample).toMatchObject({
    name: '社会信用访谈',
    file: '社会信用访谈.vbt',
    synthetic: true,
    language: 'zh-Hans',
  });
});

test('codes of a project are written in its language unless they say otherwise', async () => {
  const { client } = openTestCore();
  await client.call('project.create', { name: '研究', template: 'empty', language: 'ja' });
  expect(await client.call('codes.create', { name: '信頼' })).toMatchObject({
    language: 'ja',
    texts: { ja: { name: '信頼' } },
  });
  expect(await client.call('codes.create', { name: 'Trust', language: 'en' })).toMatchObject({ language: 'en' });
});
