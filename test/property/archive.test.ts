import * as fc from 'fast-check';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { zipArchive } from '../../electron/core/export/zip.ts';
import { openTestCore, openTestProject, type TestCore } from '../support/core.ts';
import { archiveFiles, fetched } from '../support/exchange.ts';
import { logicalDump } from '../support/logical-dump.ts';
import { runStep, type Step, stepKinds } from '../support/random-commands/run-step.ts';

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...stepKinds, 'imports.commit', 'codes.create', 'codings.add', 'codings.add'),
  picks: fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(999)),
  words: fc.constantFrom('trust', '隐私', 'か\u3099', '😀', 'Robert"); --'),
});

async function archived(test: TestCore, withConfidential = true): Promise<Buffer> {
  return fetched(test, (await test.client.call('archive.write', { withConfidential })).ticket);
}

async function restored(bytes: Uint8Array, name = 'copy.vbt'): Promise<{ test: TestCore; path: string }> {
  const test = openTestCore({ first: 800_000 });
  const place = test.ticket(test.path(name));
  await test.client.call('archive.restore', { ticket: test.file('study.zip', bytes), place });
  return { test, path: test.path(name) };
}

it('a project made of an archive says the same in every table, and is archived to the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      const test = openTestCore({ first: 1 });
      const path = test.path('study.vbt');
      await test.client.call('project.create', { name: 'Study', template: 'empty', place: test.ticket(path) });
      for (const each of steps) await runStep(test.client, each);
      const bytes = await archived(test);
      expect(Buffer.compare(bytes, await archived(test))).toBe(0);
      const copy = await restored(bytes);
      expect(logicalDump(copy.path)).toEqual(logicalDump(path));
      expect((await copy.test.client.call('project.check', {})).faults).toEqual([]);
      const rows = async (from: Uint8Array): Promise<[string, string][]> =>
        [...(await archiveFiles(from))]
          .filter(([name]) => /^(?:tables|blobs)\//.test(name))
          .map(([name, content]): [string, string] => [name, content.toString('hex')]);
      expect(await rows(await archived(copy.test))).toEqual(await rows(bytes));
      await copy.test.close();
      await test.close();
    }),
    { numRuns: 8 },
  );
});

it('an archive that was cut, changed or lacks a file makes no project and says which file it is', async () => {
  const { test } = await openTestProject('I: Do you use it?\nR: [trust: I do], every day.\n');
  const files = await archiveFiles(await archived(test));
  const entries = [...files].map(([name, bytes]) => ({ name, bytes }));
  const without = entries.filter(({ name }) => name !== 'tables/coding.jsonl');
  const changed = entries.map(({ name, bytes }) =>
    name === 'tables/code_text.jsonl'
      ? { name, bytes: Buffer.from(bytes.toString().replace('trust', 'thrust')) }
      : { name, bytes },
  );
  const cases = [
    [zipArchive(without), { code: 'archive_damaged', params: { entry: 'tables/coding.jsonl', reason: 'missing' } }],
    [zipArchive(changed), { code: 'archive_damaged', params: { entry: 'tables/code_text.jsonl', reason: 'checksum' } }],
    [zipArchive(entries.slice(1)), { code: 'archive_foreign' }],
    [Buffer.from('no zip at all'), { code: 'archive_foreign' }],
  ] as const;
  for (const [bytes, refusal] of cases) {
    const other = openTestCore({ first: 900_000 });
    const place = other.ticket(other.path('made.vbt'));
    const ticket = other.file('a.zip', bytes);
    await expect(other.client.call('archive.restore', { ticket, place })).rejects.toMatchObject(refusal);
    expect(existsSync(other.path('made.vbt'))).toBe(false);
    await other.close();
  }
});
