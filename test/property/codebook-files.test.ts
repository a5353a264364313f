import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeMarks } from '../../shared/domain/codebook.ts';
import type { Code } from '../../shared/contract/schema/entities.ts';
import { openTestCore, type TestCore } from '../support/core.ts';
import { fileBehind } from '../support/plain-core.ts';

const word = fc
  .array(fc.constantFrom('a', 'B', 'é', '隐私', '見', '😀', '"', ',', ';', '=', '#', '-', 'x y'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(''));
const lines = fc.array(word, { maxLength: 2 }).map((parts) => parts.join('\n'));
const texts = fc.record({ name: word, definition: lines, whenToUse: lines, whenNotToUse: lines });
const drawnCode = fc.record({
  parent: fc.nat(),
  en: texts,
  ja: fc.option(texts),
  written: fc.boolean(),
  color: fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`),
  mark: fc.constantFrom(...codeMarks),
  retired: fc.boolean(),
  asksMemo: fc.boolean(),
  examples: fc.uniqueArray(word, { maxLength: 2 }),
  aliases: fc.uniqueArray(word, { maxLength: 2 }),
  readings: fc.uniqueArray(word, { maxLength: 1 }),
});

async function openEmpty(): Promise<TestCore> {
  const test = openTestCore();
  const place = test.ticket(test.path('study.vbt'));
  await test.client.call('project.create', { name: 'S', template: 'empty', place, coder: 'Ada' });
  return test;
}

/** What a codebook says, whatever its codes are called inside. */
async function said({ client }: TestCore) {
  const codes = await client.call('codes.list', {});
  const places = new Map<Code['id'], number>(codes.map(({ id }, place) => [id, place]));
  return codes.map(({ parent, color, mark, codable, retired, asksMemo, language, texts: of, examples, aliases }) => ({
    parent: parent === null ? null : places.get(parent),
    color,
    mark,
    codable,
    retired,
    asksMemo,
    language,
    texts: of,
    examples: examples.map(({ text }) => text),
    aliases,
  }));
}

async function exported({ client }: TestCore, format: 'csv' | 'xlsx' | 'json'): Promise<Buffer> {
  const report = { kind: 'codebook', retired: true } as const;
  const { ticket } =
    format === 'json'
      ? await client.call('codebook.exportJson', {})
      : await client.call('reports.write', { report, format, language: 'ja' });
  return fileBehind(client, ticket);
}

it('a codebook written as CSV, workbook or JSON and imported into an empty project is the same codebook', async () => {
  const from = await openEmpty();
  const to = await openEmpty();
  await fc.assert(
    fc.asyncProperty(fc.array(drawnCode, { minLength: 1, maxLength: 6 }), async (drawn) => {
      const ids: Code['id'][] = [];
      for (const { parent, en, ja, written, aliases, readings, examples, retired, ...look } of drawn) {
        const language = written || ja === null ? 'en' : 'ja';
        const made = await from.client
          .call('codes.create', {
            name: (language === 'en' ? en : ja!).name,
            language,
            parent: ids[parent % (ids.length + 1)] ?? null,
            texts: { en, ...(ja === null ? {} : { ja }) },
            examples: examples.map((text) => ({ text })),
            aliases: [
              ...aliases.map((text) => ({ text, kind: 'alias' as const })),
              ...readings.map((text) => ({ text, kind: 'reading' as const })),
            ],
            ...look,
          })
          .catch(() => null);
        if (made === null) continue;
        ids.push(made.id);
        await from.client.call('codes.update', { code: made.id, retired });
      }
      const before = await said(from);
      for (const format of ['csv', 'xlsx', 'json'] as const) {
        const ticket = to.file(`codebook.${format}`, await exported(from, format));
        expect((await to.client.call('codebook.import', { ticket })).created, format).toBe(ids.length);
        expect(await said(to), format).toEqual(before);
        await to.client.call('history.undo', {});
      }
      for (const { id, parent } of await from.client.call('codes.list', {}))
        if (parent === null) await from.client.call('codes.remove', { code: id });
    }),
    { numRuns: 12 },
  );
});
