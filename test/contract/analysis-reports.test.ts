import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import type { Input } from '../../shared/contract/methods.ts';
import { openSample } from '../support/sample-core.ts';
import { fileBehind } from '../support/plain-core.ts';

type Request = Input<'reports.write'>['report'];

async function written(client: Client, report: Request, format: 'html' | 'csv' = 'csv', anonymised = false) {
  const { ticket } = await client.call('reports.write', {
    report,
    format,
    language: 'en',
    anonymised: anonymised ? { attributes: [] } : null,
  });
  return (await fileBehind(client, ticket)).toString();
}

function rowsOf(csv: string): Record<string, string>[] {
  return parse(csv, { bom: true, columns: true, comment: '#', comment_no_infix: true });
}

test('the co-occurrence report has the figures of the screen for every pair', async () => {
  const { client, coder } = await openSample();
  const coders = [coder('A')];
  const { blocks } = await client.call('cooccurrence.compute', { unit: 'turn', coders });
  const rows = rowsOf(await written(client, { kind: 'cooccurrence', coders }));
  expect(rows).toHaveLength(blocks[0]!.pairs.length);
  blocks[0]!.pairs.forEach((pair, place) => {
    const row = rows[place]!;
    expect([row['Both'], row['Only first'], row['Only second'], row['Neither'], row['Overlaps']].map(Number)).toEqual([
      pair.n11,
      pair.n10,
      pair.n01,
      pair.n00,
      pair.overlapPairs,
    ]);
    expect(row['Jaccard']).toBe('value' in pair.jaccard ? String(pair.jaccard.value) : '');
  });
  const html = await written(client, { kind: 'cooccurrence', coders }, 'html');
  expect(html).toContain('<svg');
  expect(html).toContain(`<dt>Unit</dt><dd>Turn of a respondent, N = ${blocks[0]!.n}.</dd>`);
});

test('the comparison report has the figures of the screen for every cell, in all and by group', async () => {
  const { client, coder, code } = await openSample();
  const { sheet } = await client.call('plane.get', {});
  const { attributes } = await client.call('cases.list', {});
  const group = attributes.find(({ key }) => key === 'age_group')!.id;
  const codes = [code('acceptance.disguised'), code('acceptance.endorsement')];
  const { all, groups } = await client.call('comparison.compute', {
    rows: codes,
    columns: { kind: 'codes', codes: sheet.behaviours.map((behaviour) => behaviour.code) },
    rule: 'overlap',
    children: 'apart',
    coder: coder('A'),
    by: { kind: 'attribute', attribute: group },
  });
  const csv = await written(client, { kind: 'comparison', codes, group, coders: [coder('A')] });
  const wanted = [all, ...groups].flatMap(({ cells, inColumns }) =>
    cells.flatMap((row) =>
      row.map(({ passages, respondents }, column) => [passages, respondents.length, inColumns[column]!.length]),
    ),
  );
  expect(rowsOf(csv).map((row) => [row['passages'], row['respondents'], row['of_respondents']].map(Number))).toEqual(
    wanted,
  );
  expect(wanted.some(([passages]) => passages! > 0)).toBe(true);
  // To be read: figures under their head, whose n stays with its number.
  const html = await written(client, { kind: 'comparison', codes, group, coders: [coder('A')] }, 'html');
  expect(html).toMatch(/<dt>Unit<\/dt><dd>Respondent, N = 6 respondents/);
  expect(html).toMatch(/<th scope="col" class="figure">Criminal records \(n\u00a06\)<\/th>/);
  expect(html).toMatch(/<td class="figure">\d+ \(\d+\)<\/td>/);
});

test('translations are printed when asked for, without their translator where people are not named', async () => {
  const { client } = await openSample();
  const [first] = await client.call('documents.list', {});
  const { passages } = await client.call('portraits.passages', { coder: 'together', documents: [first!.id], limit: 1 });
  const { document, start, end } = passages[0]!;
  await client.call('translations.save', {
    document,
    start,
    end,
    language: 'zh',
    text: '译文在此',
    translator: 'Nakamura',
    isChecked: true,
  });
  const named = await written(client, { kind: 'passages' }, 'html');
  expect(named).toContain('译文在此');
  expect(named).toContain('Nakamura');
  const anonymous = await written(client, { kind: 'passages' }, 'html', true);
  expect(anonymous).toContain('译文在此');
  expect(anonymous).not.toContain('Nakamura');
  expect(await written(client, { kind: 'passages', translations: false }, 'html')).not.toContain('译文在此');
});

test('the marker marks or leaves out in every report what it does on the screen, and the report says so', async () => {
  const { client, coder, code } = await openSample();
  const coders = [coder('A')];
  const { sheet } = await client.call('plane.get', {});
  const codes = [code('acceptance.endorsement'), code('acceptance.withheld')];
  for (const treatment of ['marked', 'left_out'] as const) {
    const marker = { code: code('acceptance.disguised'), treatment };
    const { all } = await client.call('comparison.compute', {
      rows: codes,
      columns: { kind: 'codes', codes: sheet.behaviours.map((behaviour) => behaviour.code) },
      rule: 'overlap',
      children: 'apart',
      coder: coder('A'),
      marker,
    });
    const compared = rowsOf(await written(client, { kind: 'comparison', codes, coders, marker }));
    expect(compared.map((row) => [row['passages'], row['marked']].map(Number))).toEqual(
      all.cells.flat().map(({ passages, marked }) => [passages, marked]),
    );
    const { blocks } = await client.call('cooccurrence.compute', { unit: 'turn', coders, marker });
    const together = rowsOf(await written(client, { kind: 'cooccurrence', coders, marker }));
    expect(together.map((row) => Number(row['Both']))).toEqual(blocks[0]!.pairs.map(({ n11 }) => n11));
    const passages = rowsOf(await written(client, { kind: 'passages', coders, marker }));
    const disguised = passages.filter((row) => row['code'] === 'acceptance.disguised');
    expect(disguised).toHaveLength(treatment === 'marked' ? 8 : 0);
    expect(disguised.every((row) => row['marked'] === '1')).toBe(true);
    for (const kind of ['comparison', 'cooccurrence', 'passages'] as const)
      expect(await written(client, { kind, coders, marker }, 'html')).toContain(
        `Passages with “Social desirability, disguised attitude” ${treatment === 'marked' ? 'marked' : 'left out'}.`,
      );
  }
});

test('the comparison report prints the plane with its source, the words of the axes, means, spread and n', async () => {
  const { client } = await openSample();
  const { sheet } = await client.call('plane.get', {});
  const compared = { kind: 'comparison' } as const;
  expect(await written(client, compared, 'html')).not.toContain('Individuality and morality');
  await client.call('plane.save', {
    ...sheet,
    source: 'survey',
    individuality: { low: '大家的事', high: 'one’s own affair', definition: 'Whose affair it is.' },
  });
  const html = await written(client, compared, 'html');
  expect(html).toContain('Set from survey means');
  expect(html).toContain('Individuality: 1 大家的事, 5 one’s own affair. Whose affair it is.');
  expect(html).toContain('Morality: 1 end not worded, 5 end not worded.');
  for (const figure of ['4.65', '2.15', '2.64', '4.18']) expect(html).toContain(figure);
});
