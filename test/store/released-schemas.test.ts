import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readProjectHeader } from '../../electron/core/store/header.ts';
import { newestSchema } from '../../electron/core/store/migrate.ts';
import { openTestCore } from '../support/core.ts';
import { codingsCsv } from '../support/exchange.ts';

/** Projects as programs of every schema that has shipped left them: one interview, two coders, two codes, a memo. */
const folder = join(import.meta.dirname, '../golden/projects');

it.each(readdirSync(folder))('%s opens, says what it said, and can be undone to its beginning', async (file) => {
  const test = openTestCore({ first: 9000 });
  const path = test.path('old.vbt');
  writeFileSync(path, gunzipSync(readFileSync(join(folder, file))));
  await test.client.call('project.open', { ticket: test.ticket(path) });
  const [talk] = await test.client.call('documents.list', {});
  const { text, turns } = await test.client.call('documents.get', { document: talk!.id });
  expect(text).toContain('😀 信用很重要。');
  expect(turns).toHaveLength(4);
  const rows = (await codingsCsv(test)).split(/\r?\n/);
  expect(rows).toContain('talk.txt,Ada,Trust,20,28,trust th,why here');
  expect(rows).toContain('talk.txt,Bo,Trust / Nearness,22,40,ust the post offic,');
  expect(await test.client.call('project.check', {})).toMatchObject({ faults: [] });
  for (let steps = 0; (await test.client.call('history.state', {})).undo !== null && steps < 20; steps++)
    await test.client.call('history.undo', {});
  expect(await test.client.call('documents.list', {})).toEqual([]);
  await test.close();
  expect(readProjectHeader(path)).toMatchObject({ schema: newestSchema() });
});
