import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Answer, answerGroups } from '../../../shared/analysis/survey/answers.ts';
import { correlation } from '../../../shared/analysis/survey/correlation.ts';
import { itemFigures } from '../../../shared/analysis/survey/item-figures.ts';
import { readStudyFile } from '../../support/study-sample.ts';

type Reference = {
  respondents: number;
  items: Record<string, { n: number; mean: number; sd: number; median: number; counts: Record<string, number> }>;
  accept_by_age_group: Record<string, Record<string, { n: number; mean: number }>>;
};
const reference = JSON.parse(readStudyFile('survey_reference.json')) as Reference;
const survey = readFileSync(new URL('../../../shared/sample-study/survey.csv', import.meta.url), 'utf8');
const rows: Record<string, string>[] = parse(survey, { columns: true, bom: true });
const scale = { type: 'integer', categories: null, minimum: 1, maximum: 5 } as const;
const answersTo = (column: string): Answer[] =>
  rows.map((row) => (row[column] === '' ? { missing: 'empty' } : { value: row[column]! }));
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
const valueOf = (statistic: { value: number } | { undefined: string } | null): number =>
  statistic && 'value' in statistic ? rounded(statistic.value) : Number.NaN;

describe('figures of the sample survey', () => {
  it.each(Object.entries(reference.items))(
    '%s has the n, mean, sd, median and counts of the reference',
    (item, wanted) => {
      const figures = itemFigures(answersTo(item), scale);
      expect({
        n: figures.n,
        mean: valueOf(figures.mean),
        sd: valueOf(figures.sd),
        median: valueOf(figures.median),
        counts: Object.fromEntries(figures.counts.map(({ value, count }) => [value, count])),
      }).toEqual(wanted);
      expect(figures.n + figures.missing.empty).toBe(reference.respondents);
    },
  );

  it.each(Object.entries(reference.accept_by_age_group))('%s_accept by age group', (behaviour, wanted) => {
    const groups = answerGroups(answersTo('age_group'), {
      categories: ['18-29', '30-44', '45-59', '60+', 'no answer'],
      groupedAs: new Map(),
    });
    const answers = answersTo(`${behaviour}_accept`);
    const found = Object.fromEntries(
      groups.map(({ group, places }) => {
        const { n, mean } = itemFigures(
          places.map((place) => answers[place]!),
          scale,
        );
        return [group, { n, mean: valueOf(mean) }];
      }),
    );
    expect(found).toMatchObject(wanted);
    expect(groups.map(({ group }) => group)).toEqual(['18-29', '30-44', '45-59', '60+', 'no answer']);
  });

  it('counts a missing answer as missing, never as 0', () => {
    const { n, mean, missing } = itemFigures([{ value: '4' }, { missing: 'empty' }, { missing: 'refused' }], scale);
    expect({ n, mean, missing }).toMatchObject({ n: 1, mean: { value: 4 }, missing: { empty: 1, refused: 1 } });
  });

  it('says why there is no figure', () => {
    expect(itemFigures([], scale)).toMatchObject({ mean: { undefined: 'no_units' }, sd: { undefined: 'no_units' } });
    expect(itemFigures([{ value: '2' }], scale)).toMatchObject({
      mean: { value: 2 },
      sd: { undefined: 'too_few_units' },
    });
    const text = { type: 'text', categories: null, minimum: null, maximum: null } as const;
    expect(itemFigures([{ value: 'b' }, { value: 'a' }, { value: 'b' }], text)).toMatchObject({
      mean: null,
      counts: [
        { value: 'b', count: 2 },
        { value: 'a', count: 1 },
      ],
    });
  });
});

describe('groups', () => {
  it('count values in several scripts as one', () => {
    const cities: Answer[] = ['Yunting', '云汀市', '雲汀市', 'Elsewhere'].map((value) => ({ value }));
    const groupedAs = new Map(['Yunting', '云汀市', '雲汀市'].map((value) => [value, 'Yunting']));
    expect(answerGroups([...cities, { missing: 'empty' }], { categories: null, groupedAs })).toEqual([
      { group: 'Yunting', places: [0, 1, 2] },
      { group: 'Elsewhere', places: [3] },
      { group: null, places: [4] },
    ]);
  });
});

describe('correlation', () => {
  const pairs = [1, 2, 3, 4, 5, 6].map((x, place): [number, number] => [x, [2, 1, 4, 3, 6, 6][place]!]);

  it('is the product moment with its interval and p', () => {
    const { n, coefficient, p, interval } = correlation(pairs, 'pearson');
    expect(n).toBe(6);
    // Σxy − ΣxΣy/n = 94 − 77; Σx² − (Σx)²/n = 17.5; Σy² − (Σy)²/n = 64/3.
    const r = 17 / Math.sqrt((17.5 * 64) / 3);
    expect(coefficient).toEqual({ value: expect.closeTo(r, 12) });
    // t = r √(4 / (1 − r²)) = 3.7024 with 4 degrees of freedom.
    expect(p).toEqual({ value: expect.closeTo(0.0208, 4) });
    const reach = 1.959963985 / Math.sqrt(3);
    expect(interval).toEqual({
      low: expect.closeTo(Math.tanh(Math.atanh(r) - reach), 8),
      high: expect.closeTo(Math.tanh(Math.atanh(r) + reach), 8),
    });
  });

  it('of ranks is the same under any rise of the values', () => {
    const risen = pairs.map(([x, y]): [number, number] => [x ** 3, Math.exp(y)]);
    expect(correlation(risen, 'spearman')).toEqual(correlation(pairs, 'spearman'));
  });

  it.each([
    [[[1, 2]], 'too_few_units'],
    [
      [
        [1, 2],
        [1, 3],
        [1, 4],
      ],
      'no_variation',
    ],
  ] as const)('has no value for %j: %s', (given, reason) => {
    expect(correlation(given, 'spearman').coefficient).toEqual({ undefined: reason });
  });

  // R 4.2.2: cor.test(x, y, method, exact = FALSE), of answers with many ties.
  const tied = ([1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 1] as const).map((x, place): [number, number] => [
    x,
    [2, 1, 3, 3, 2, 5, 4, 4, 4, 5, 5, 2][place]!,
  ]);
  it.each([
    ['spearman', 0.7865015884184523, 0.00241044175707205],
    ['pearson', 0.783751390823003, 0.00255696166775141],
  ] as const)('%s is what R gives for ties', (method, coefficient, p) => {
    expect(correlation(tied, method)).toMatchObject({
      coefficient: { value: expect.closeTo(coefficient, 12) },
      p: { value: expect.closeTo(p, 12) },
    });
  });

  it('has the interval R gives', () => {
    expect(correlation(tied, 'pearson').interval).toEqual({
      low: expect.closeTo(0.38140370931485595, 10),
      high: expect.closeTo(0.936444044138155, 10),
    });
  });

  it.each([0.1, 0.7, 1e9 + 0.1])('has no value where everybody answered %d, which no double holds', (always) => {
    const varied = [1, 2, 3, 4, 5, 6, 7, 8];
    for (const given of [varied.map((x) => [always, x] as const), varied.map((x) => [x, always] as const)])
      expect(correlation(given, 'pearson').coefficient).toEqual({ undefined: 'no_variation' });
    expect(
      itemFigures(
        varied.map(() => ({ value: String(always) })),
        { ...scale, type: 'decimal' },
      ).sd,
    ).toEqual({
      value: 0,
    });
  });

  it.each([3, -3])('leaves p open where decimals lie on a line with slope %d', (slope) => {
    const onLine = [0.1, 0.4, 0, 0.2, 0.3, 0.7, 1.1].map((x) => [x, slope * x + 0.7] as const);
    expect(correlation(onLine, 'pearson')).toMatchObject({
      coefficient: { value: Math.sign(slope) },
      interval: { undefined: 'identical_order' },
      p: { undefined: 'identical_order' },
    });
  });

  it('leaves p open where the order is perfect', () => {
    expect(
      correlation(
        [
          [1, 2],
          [2, 3],
          [3, 4],
        ],
        'spearman',
      ),
    ).toMatchObject({
      coefficient: { value: 1 },
      p: { undefined: 'identical_order' },
    });
  });
});
