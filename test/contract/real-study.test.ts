import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeCorpus } from '../bench/corpus.ts';
import { openTestCore } from '../support/core.ts';

type Row = {
  readonly document: string;
  readonly coder: string;
  readonly code: string;
  readonly start: number;
  readonly end: number;
};

it('forty interviews of an hour with 10,000 codings open, and their matrix is the one counted pair by pair', {
  timeout: 120_000,
}, async () => {
  const { client, folder, path, ticket } = openTestCore();
  const corpus = writeCorpus(folder, { documents: 40, words: 9000, codes: 30, coders: 2, codings: 10_000 });
  await client.call('project.create', { name: 'Study', template: 'empty', place: ticket(path('study.vbt')) });
  await client.call('imports.commit', { files: corpus.files.map((file) => ({ ticket: ticket(file) })) });
  await client.call('codings.importCsv', {
    ticket: ticket(corpus.codings),
    createCodes: true,
    markDone: true,
    partial: false,
  });
  await client.call('project.close', {});
  await client.call('project.open', { ticket: ticket(path('study.vbt')) });

  const documents = await client.call('documents.list', {});
  expect(documents).toHaveLength(40);
  const rows = readFileSync(corpus.codings, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line): Row => {
      const [document, coder, code, start, end] = line.split(',') as [string, string, string, string, string];
      return { document, coder, code, start: Number(start), end: Number(end) };
    });
  expect(rows).toHaveLength(10_000);
  const last = documents.at(-1)!;
  const shown = await client.call('codings.ofDocument', { document: last.id });
  expect(shown.codings).toHaveLength(rows.filter(({ document }) => document === last.name).length);

  const names = new Map((await client.call('codes.list', {})).map(({ id, texts }) => [id, texts['en']?.name ?? '']));
  const { blocks } = await client.call('cooccurrence.compute', { unit: 'overlap' });
  const counted = new Map<string, number>();
  for (const group of Map.groupBy(rows, ({ document, coder }) => `${document} ${coder}`).values())
    for (const a of group)
      for (const b of group)
        if (a.code < b.code && a.start < b.end && b.start < a.end) {
          const key = `${a.coder} ${a.code} ${b.code}`;
          counted.set(key, (counted.get(key) ?? 0) + 1);
        }
  const matrix = blocks.flatMap(({ coderName, pairs }) =>
    pairs
      .filter(({ overlapPairs }) => overlapPairs > 0)
      .map(({ a, b, overlapPairs }) => {
        const [first, second] = [names.get(a)!, names.get(b)!].toSorted();
        return [`${coderName} ${first} ${second}`, overlapPairs] as const;
      }),
  );
  expect(new Map(matrix)).toEqual(counted);
});
