import { describe, expect, test } from 'vitest';
import type { Input, Output } from '../../shared/contract/methods.ts';
import { openSample } from '../support/sample-core.ts';
import { readStudyFile } from '../support/study-sample.ts';

type Matrix = Readonly<Record<string, Readonly<Record<string, number>>>>;
type Reference = Readonly<
  Record<'A' | 'B', { readonly overlap: Matrix; readonly by_attribute: Readonly<Record<string, Matrix>> }>
>;
const reference = JSON.parse(readStudyFile('matrix_reference.json')) as Reference;

const behaviours = [
  'behaviour.criminal-records',
  'behaviour.payment-of-fees',
  'behaviour.internet-use',
  'behaviour.littering',
] as const;

type Sample = Awaited<ReturnType<typeof openSample>>;

function settings(
  sample: Sample,
  rows: readonly string[],
  change: Partial<Input<'comparison.compute'>> = {},
): Input<'comparison.compute'> {
  return {
    rows: rows.map(sample.code),
    columns: { kind: 'codes', codes: behaviours.map(sample.code) },
    rule: 'overlap',
    children: 'apart',
    coder: sample.coder('A'),
    ...change,
  };
}

const passagesIn = ({ all }: Output<'comparison.compute'>, row = 0): number[] =>
  all.cells[row]!.map(({ passages }) => passages);
const respondentsIn = ({ all }: Output<'comparison.compute'>, row = 0): number[] =>
  all.cells[row]!.map(({ respondents }) => respondents.length);

describe('the behaviours of the sample study', () => {
  test.each(['A', 'B'] as const)('meet the reference in every cell, coder %s', async (coder) => {
    const sample = await openSample();
    const others = sample.slugs.filter((slug) => !slug.startsWith('behaviour.'));
    const { all } = await sample.client.call(
      'comparison.compute',
      settings(sample, others, { coder: sample.coder(coder) }),
    );
    for (const [column, behaviour] of behaviours.entries()) {
      const row = others.flatMap((slug, place) => {
        const { passages } = all.cells[place]![column]!;
        return passages > 0 ? [[slug, passages] as const] : [];
      });
      expect(Object.fromEntries(row)).toEqual(reference[coder].overlap[behaviour]);
    }
  });

  test.each(['A', 'B'] as const)('meet the reference by attribute, coder %s', async (coder) => {
    const sample = await openSample();
    const { attributes } = await sample.client.call('cases.list', {});
    for (const [key, matrix] of Object.entries(reference[coder].by_attribute)) {
      const attribute = attributes.find((each) => each.key === key)!.id;
      const rows = Object.keys(matrix);
      const { all, values } = await sample.client.call(
        'comparison.compute',
        settings(sample, rows, { coder: sample.coder(coder), columns: { kind: 'attribute', attribute } }),
      );
      const found = rows.map((_, row) =>
        Object.fromEntries(
          values!.flatMap((value, column) => {
            const { passages } = all.cells[row]![column]!;
            return passages > 0 ? [[value, passages] as const] : [];
          }),
        ),
      );
      expect(found).toEqual(rows.map((row) => matrix[row]));
    }
  });

  test('endorsement and withheld support by every rule; the rule changes the figures', async () => {
    const sample = await openSample();
    const compute = (rule: 'overlap' | 'range' | 'turn' | 'document') =>
      sample.client.call(
        'comparison.compute',
        settings(sample, ['acceptance.endorsement', 'acceptance.withheld'], { rule }),
      );
    const overlap = await compute('overlap');
    expect(passagesIn(overlap)).toEqual([6, 5, 1, 5]);
    expect(passagesIn(overlap, 1)).toEqual([0, 0, 6, 1]);
    expect(respondentsIn(overlap)).toEqual([6, 5, 1, 4]);
    const [range, turn, document] = [await compute('range'), await compute('turn'), await compute('document')];
    for (const column of behaviours.keys()) {
      expect(passagesIn(range)[column]).toBeLessThanOrEqual(passagesIn(overlap)[column]!);
      expect(passagesIn(overlap)[column]).toBeLessThanOrEqual(passagesIn(turn)[column]!);
      expect(passagesIn(turn)[column]).toBeLessThanOrEqual(passagesIn(document)[column]!);
    }
    expect(passagesIn(document)).toEqual([18, 18, 18, 18]);
    const everything = sample.slugs.filter((slug) => !slug.startsWith('behaviour.'));
    const sums = [];
    for (const chosen of ['range', 'overlap', 'turn', 'document'] as const) {
      const { all } = await sample.client.call('comparison.compute', settings(sample, everything, { rule: chosen }));
      sums.push(all.cells.flat().reduce((sum, { passages }) => sum + passages, 0));
    }
    expect(sums).toEqual(sums.toSorted((a, b) => a - b));
    expect(new Set(sums).size).toBeGreaterThanOrEqual(3);
  });

  test('endorsement by language, as columns and as groups', async () => {
    const sample = await openSample();
    const { attributes } = await sample.client.call('cases.list', {});
    const attribute = attributes.find(({ key }) => key === 'language')!.id;
    const columns = await sample.client.call(
      'comparison.compute',
      settings(sample, ['acceptance.endorsement'], { columns: { kind: 'attribute', attribute } }),
    );
    const byValue = new Map(columns.values!.map((value, column) => [value, columns.all.cells[0]![column]!.passages]));
    expect(Object.fromEntries(byValue)).toEqual({ en: 6, 'zh-Hans': 7, ja: 5 });

    const grouped = await sample.client.call(
      'comparison.compute',
      settings(sample, ['acceptance.endorsement'], { by: { kind: 'attribute', attribute } }),
    );
    expect(grouped.groups.map(({ name }) => name)).toEqual(['en', 'zh-Hans', 'ja']);
    const sums = behaviours.map((_, column) =>
      grouped.groups.reduce((sum, { cells }) => sum + cells[0]![column]!.passages, 0),
    );
    expect(sums).toEqual(passagesIn(grouped));
    const coders = await sample.client.call(
      'comparison.compute',
      settings(sample, ['acceptance.endorsement'], { by: { kind: 'coder' } }),
    );
    expect(coders.groups.map(({ name, cells }) => [name, cells[0]!.map(({ passages }) => passages)])).toEqual([
      ['A', [6, 5, 1, 5]],
      ['B', [4, 3, 1, 6]],
    ]);
  });

  test('descendants count in where asked for, each passage once', async () => {
    const sample = await openSample();
    const concern = (children: 'apart' | 'parents') =>
      sample.client.call('comparison.compute', settings(sample, ['acceptance.concern'], { children }));
    expect(passagesIn(await concern('apart'))).toEqual([0, 0, 0, 0]);
    expect(passagesIn(await concern('parents'))).toEqual([0, 0, 4, 0]);
  });

  test('disguised attitudes are marked or left out, and the table says how many', async () => {
    const sample = await openSample();
    const code = sample.code('acceptance.disguised');
    const compute = (treatment: 'marked' | 'left_out') =>
      sample.client.call(
        'comparison.compute',
        settings(sample, ['acceptance.endorsement'], { marker: { code, treatment } }),
      );
    const marked = await compute('marked');
    expect(marked.marker!.codings).toBe(8);
    expect(passagesIn(marked)).toEqual([6, 5, 1, 5]);
    const touched = marked.all.cells[0]!.map((cell) => cell.marked);
    const left = await compute('left_out');
    expect(passagesIn(left)).toEqual(passagesIn(marked).map((count, column) => count - touched[column]!));
    expect(left.marker).toEqual(marked.marker);
  });

  test('disguised attitudes are marked or left out in co-occurrence: what is marked is what leaving out takes away', async () => {
    const sample = await openSample();
    const code = sample.code('acceptance.disguised');
    const coder = sample.coder('A');
    for (const unit of ['turn', 'overlap', 'window'] as const) {
      const compute = async (treatment?: 'marked' | 'left_out') => {
        const marker = treatment === undefined ? {} : { marker: { code, treatment } };
        const { blocks } = await sample.client.call('cooccurrence.compute', { unit, coders: [coder], ...marker });
        return blocks[0]!.pairs;
      };
      const together = ({ n11, overlapPairs }: { n11: number | null; overlapPairs: number }) => n11 ?? overlapPairs;
      const [plain, marked, left] = [await compute(), await compute('marked'), await compute('left_out')];
      expect(plain.every((pair) => pair.marked === null)).toBe(true);
      expect(marked.map(together)).toEqual(plain.map(together));
      const rest = new Map(left.map((pair) => [`${pair.a} ${pair.b}`, together(pair)]));
      expect(marked.map((pair) => together(pair) - pair.marked!)).toEqual(
        marked.map(({ a, b }) => rest.get(`${a} ${b}`) ?? 0),
      );
      const most = marked.toSorted((one, other) => other.marked! - one.marked!)[0]!;
      expect(most.marked).toBeGreaterThan(0);
      if (unit === 'overlap') continue;
      const opened = await sample.client.call('cooccurrence.passages', {
        unit,
        coder,
        a: most.a,
        b: most.b,
        marker: { code, treatment: 'marked' },
      });
      expect(opened).toHaveLength(together(most));
      expect(opened.filter((passage) => passage.marked)).toHaveLength(most.marked!);
    }
  });

  test('every cell opens exactly its passages, in every group', async () => {
    const sample = await openSample();
    const rows = ['acceptance.endorsement', 'privacy', 'morality'];
    const chosen = settings(sample, rows, { children: 'parents', rule: 'turn' });
    const by = { kind: 'coder' } as const;
    const { groups } = await sample.client.call('comparison.compute', { ...chosen, by });
    for (const { key, cells } of groups)
      for (const [row, inRow] of cells.entries())
        for (const [column, cell] of inRow.entries()) {
          const opened = await sample.client.call('comparison.passages', { ...chosen, row, column, by, group: key });
          expect(opened).toHaveLength(cell.passages);
        }
  });

  test('what sets two behaviours apart is a list of passages', async () => {
    const sample = await openSample();
    const rows = ['acceptance.withheld', 'acceptance.endorsement'];
    const [withheld, endorsed] = await sample.client.call('comparison.difference', {
      ...settings(sample, rows),
      first: 0,
      second: 2,
    });
    expect(withheld).toMatchObject({ inFirst: 0, inSecond: 6, onlyFirst: [] });
    expect(withheld!.onlySecond).toHaveLength(6);
    expect(endorsed).toMatchObject({ inFirst: 6, inSecond: 1 });
    expect(endorsed!.onlyFirst).toHaveLength(5);
    expect(endorsed!.onlySecond).toEqual([]);
  });

  test('the passages of one behaviour that are none of the other are what the first cell has and the second has not', async () => {
    const sample = await openSample();
    const rows = sample.slugs.filter((slug) => !slug.startsWith('behaviour.'));
    const code = sample.code('acceptance.disguised');
    for (const rule of ['overlap', 'range', 'turn', 'document'] as const) {
      const chosen = settings(sample, rows, { rule, children: 'parents', marker: { code, treatment: 'marked' } });
      const [first, second] = [2, 3];
      const difference = await sample.client.call('comparison.difference', {
        ...chosen,
        unit: 'passages',
        first,
        second,
      });
      for (const { row, inFirst, inSecond, onlyFirst, onlySecond } of difference.slice(0, 12)) {
        const opened = (column: number) => sample.client.call('comparison.passages', { ...chosen, row, column });
        const [own, other] = [await opened(first), await opened(second)];
        const place = ({ document, start, end }: (typeof own)[number]) => `${document} ${start} ${end}`;
        const [ownPlaces, otherPlaces] = [new Set(own.map(place)), new Set(other.map(place))];
        expect([inFirst, inSecond]).toEqual([own.length, other.length]);
        expect(onlyFirst).toEqual(own.filter((passage) => !otherPlaces.has(place(passage))));
        expect(onlySecond).toEqual(other.filter((passage) => !ownPlaces.has(place(passage))));
      }
    }
  });
});

test('the agreed layer stands in for a coder: what both have, until the rest is decided', async () => {
  const sample = await openSample();
  const of = async (coder: Input<'comparison.compute'>['coder']) =>
    passagesIn(await sample.client.call('comparison.compute', settings(sample, ['acceptance.endorsement'], { coder })));
  const [a, b, gold] = [await of(sample.coder('A')), await of(sample.coder('B')), await of('gold')];
  for (const [column, count] of gold.entries()) expect(count).toBeLessThanOrEqual(Math.min(a[column]!, b[column]!));
  expect(gold.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  const { blocks } = await sample.client.call('cooccurrence.compute', { unit: 'turn', gold: true });
  expect(blocks).toMatchObject([{ coder: null, n: 54 }]);
  expect(blocks[0]!.pairs.some(({ n11 }) => (n11 ?? 0) > 0)).toBe(true);
});

describe('the tests of a comparison', () => {
  test('few respondents: effects with intervals, exact p, no p for large samples', async () => {
    const sample = await openSample();
    const { repeated, independent, passages } = await sample.client.call('comparison.test', {
      ...settings(sample, ['acceptance.withheld', 'acceptance.risks']),
      unit: 'respondents',
    });
    expect(independent).toBeNull();
    expect(passages).toBeNull();
    const [withheld, risks] = repeated!;
    expect(withheld).toMatchObject({ n: 6, dropped: 0 });
    // Six respondents withhold support for internet use and one for littering: Q = 15.6 on 3 degrees of freedom.
    expect(withheld!.cochran).toMatchObject({
      effectiveN: 6,
      degreesOfFreedom: 3,
      free: { kind: 'exact' },
      asymptotic: { undefined: 'too_few_units' },
    });
    expect('statistic' in withheld!.cochran && withheld!.cochran.statistic).toBeCloseTo(15.63, 2);
    const pair = withheld!.mcNemar.find(({ i, j }) => i === 0 && j === 2)!;
    expect(pair).toMatchObject({ onlyFirst: 0, onlySecond: 6 });
    expect(pair.exactP).toBeCloseTo(0.03125, 12);
    expect(pair.holmP).toBeGreaterThanOrEqual(pair.exactP);
    expect(risks!.cochran).toEqual({ undefined: 'all_tied' });
  });

  test('groups of respondents: a table of who has the code, its rows and columns of zeros told', async () => {
    const sample = await openSample();
    const { attributes } = await sample.client.call('cases.list', {});
    const attribute = attributes.find(({ key }) => key === 'gender')!.id;
    const { independent, repeated } = await sample.client.call('comparison.test', {
      ...settings(sample, ['acceptance.endorsement', 'acceptance.shaming'], {
        columns: { kind: 'attribute', attribute },
      }),
      unit: 'respondents',
    });
    expect(repeated).toBeNull();
    expect(independent![0]).toMatchObject({ n: 6, emptyColumns: [1], test: { undefined: 'single_category' } });
    expect(independent![1]).toMatchObject({ n: 6 });
  });

  test('who has no value of the attribute is in no group of the test', async () => {
    const sample = await openSample();
    const { attributes, cases } = await sample.client.call('cases.list', {});
    const attribute = attributes.find(({ key }) => key === 'gender')!.id;
    const unasked = cases.find(({ name }) => name === 'R01')!.id;
    await sample.client.call('cases.edit', { cells: [{ case: unasked, attribute, value: null, missing: null }] });
    const columns = settings(sample, ['acceptance.shaming'], { columns: { kind: 'attribute', attribute } });
    const { values } = await sample.client.call('comparison.compute', columns);
    const none = values!.indexOf(null);
    expect(none).toBeGreaterThan(0);
    const { independent } = await sample.client.call('comparison.test', { ...columns, unit: 'respondents' });
    expect(independent![0]).toMatchObject({ n: 5, emptyRows: expect.arrayContaining([none]) });
  });

  test('passages in one table only where asked for', async () => {
    const sample = await openSample();
    const { passages } = await sample.client.call('comparison.test', {
      ...settings(sample, ['acceptance.endorsement', 'acceptance.withheld']),
      unit: 'passages',
    });
    expect(passages).toMatchObject({
      n: 24,
      test: { cochran: { holds: false }, asymptotic: { undefined: 'too_few_units' } },
    });
  });
});

test('what is not there is named', async () => {
  const sample = await openSample();
  const missing = '00000000-0000-7000-8000-000000000000' as ReturnType<Sample['code']>;
  await expect(
    sample.client.call('comparison.compute', { ...settings(sample, ['morality']), rows: [missing] }),
  ).rejects.toMatchObject({ code: 'not_found', params: { kind: 'code' } });
});
