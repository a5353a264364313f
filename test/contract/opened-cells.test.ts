import { describe, expect, test } from 'vitest';
import { codingRelations } from '../../shared/analysis/coding-relations.ts';
import type { Input } from '../../shared/contract/methods.ts';
import { cooccurrenceUnits } from '../../shared/contract/methods/cooccurrence.ts';
import { openTestProject } from '../support/core.ts';
import { openSample } from '../support/sample-core.ts';

type Sample = Awaited<ReturnType<typeof openSample>>;
type Filter = Pick<Input<'cooccurrence.compute'>, 'documents' | 'cases' | 'marker' | 'children' | 'gold'>;

/** Settings that change what a cell counts: each alone would show a number that opens something else. */
async function filters(sample: Sample): Promise<Record<string, Filter>> {
  const { attributes } = await sample.client.call('cases.list', {});
  const documents = await sample.client.call('documents.list', {});
  const language = attributes.find(({ key }) => key === 'language')!.id;
  const code = sample.code('acceptance.disguised');
  return {
    'nothing chosen': {},
    'a marker': { marker: { code, treatment: 'marked' } },
    'passages with the marker left out, child codes counted in': {
      marker: { code, treatment: 'left_out' },
      children: 'parents',
    },
    'some transcripts, by attribute': { cases: [{ attribute: language, values: ['en', 'ja'] }] },
    'some transcripts, by name': { documents: documents.slice(1, 4).map(({ id }) => id), children: 'parents' },
    'the agreed layer': { gold: true },
  };
}

const names = [
  'nothing chosen',
  'a marker',
  'passages with the marker left out, child codes counted in',
  'some transcripts, by attribute',
  'some transcripts, by name',
  'the agreed layer',
];

/** Every cell of the matrix of one unit with how many it counts and opens, as text. */
async function cells(sample: Sample, unit: (typeof cooccurrenceUnits)[number], filter: Filter) {
  const coders = filter.gold ? {} : { coders: [sample.coder('A')] };
  const { blocks } = await sample.client.call('cooccurrence.compute', { unit, ...filter, ...coders });
  const { coder, codes, pairs } = blocks[0]!;
  const documents = await sample.client.call('documents.list', {});
  const caseOf = new Map(documents.map(({ id, case: own }) => [id, own?.id ?? id]));
  const isWhole = unit === 'document' || unit === 'case';
  const open = (a: (typeof codes)[number]['code'], b = a) =>
    sample.client.call('cooccurrence.passages', { unit, ...filter, coder, a, b });
  const count = (passages: Awaited<ReturnType<typeof open>>): number =>
    isWhole
      ? new Set(passages.map(({ document }) => (unit === 'case' ? caseOf.get(document) : document))).size
      : passages.length;
  const [counted, opened]: [string[], string[]] = [[], []];
  const together = pairs.map((pair) => ({ ...pair, both: pair.n11 ?? pair.overlapPairs }));
  const [met, apart] = [together.filter(({ both }) => both > 0), together.filter(({ both }) => both === 0)];
  for (const { a, b, both, marked } of [...met, ...apart.slice(0, 5)]) {
    const passages = await open(a, b);
    const carrying = isWhole ? (marked ?? 0) : passages.filter((passage) => passage.marked).length;
    counted.push(`${unit} ${a} ${b}: ${both}, ${marked ?? 0} marked`);
    opened.push(`${unit} ${a} ${b}: ${count(passages)}, ${carrying} marked`);
  }
  for (const { code, count: of } of codes) {
    const own = { ...filter, code, ...(coder === null ? {} : { coder }) };
    counted.push(`${unit} ${code}: ${of}`);
    opened.push(
      `${unit} ${code}: ${count(unit === 'overlap' ? await sample.client.call('codes.passages', own) : await open(code))}`,
    );
  }
  return { counted, opened, met: met.length };
}

describe.each(names)('with %s', (name) => {
  test('every cell of the matrix opens exactly what it counts, whatever the unit', async () => {
    const sample = await openSample();
    const filter = (await filters(sample))[name]!;
    for (const unit of cooccurrenceUnits) {
      const { counted, opened, met } = await cells(sample, unit, filter);
      expect(opened).toEqual(counted);
      expect(met).toBeGreaterThan(0);
    }
  }, 60_000);

  test('every count of a relation opens exactly its pairs of codings', async () => {
    const sample = await openSample();
    const filter = (await filters(sample))[name]!;
    const coders = filter.gold ? {} : { coders: [sample.coder('A')] };
    for (const relation of codingRelations) {
      const asked = { ...filter, relation, distance: 2 };
      const { blocks } = await sample.client.call('cooccurrence.relations', { ...asked, ...coders });
      const { coder, pairs } = blocks[0]!;
      for (const { first, second, count, marked } of pairs.slice(0, 40)) {
        const passages = await sample.client.call('cooccurrence.relationPassages', { ...asked, coder, first, second });
        expect([passages.length, passages.filter((passage) => passage.marked).length]).toEqual([count, marked ?? 0]);
      }
    }
  }, 60_000);
});

test('of several pairs of codings that share the same words, those are marked that carry the marker', async () => {
  const { test: core, document, codes, text } = await openTestProject('R: [one: same words] [marker: here]\n');
  const { client } = core;
  const two = (await client.call('codes.create', { name: 'two' })).id;
  const [one, marker] = [codes.get('one')!, codes.get('marker')!];
  const start = text.indexOf('same');
  const add = (end: number, ...given: (typeof two)[]) =>
    client.call('codings.add', { document, start, end, codes: given });
  await add(start + 'same words'.length, two);
  // Another coder's passage of the first code reaches into what this coder marked; with all together it meets the same words.
  await client.call('coders.choose', { coder: (await client.call('coders.create', { name: 'Bo' })).id });
  await add(text.indexOf('here') + 4, one);
  await client.call('codings.add', {
    document,
    start: text.indexOf('here'),
    end: text.indexOf('here') + 4,
    codes: [marker],
  });
  const asked = { unit: 'overlap', marker: { code: marker, treatment: 'marked' } } as const;
  const { blocks } = await client.call('cooccurrence.compute', { ...asked, together: true });
  const pair = blocks[0]!.pairs.find(({ a, b }) => [a, b].includes(one) && [a, b].includes(two))!;
  expect(pair).toMatchObject({ overlapPairs: 2, marked: 1 });
  const opened = await client.call('cooccurrence.passages', { ...asked, coder: null, a: pair.a, b: pair.b });
  expect(opened.map(({ quote, marked }) => [quote, marked])).toEqual([
    ['same words', false],
    ['same words', true],
  ]);
});
