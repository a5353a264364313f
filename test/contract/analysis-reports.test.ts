import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import { filePieceBytes } from '../../shared/contract/methods/files.ts';
import type { Input } from '../../shared/contract/methods.ts';
import { openSample } from '../support/sample-core.ts';

type Request = Input<'reports.write'>['report'];

async function written(client: Client, report: Request, format: 'html' | 'csv' = 'csv', anonymised = false) {
  const { ticket } = await client.call('reports.write', {
    report,
    format,
    language: 'en',
    anonymised: anonymised ? { attributes: [] } : null,
  });
  const { base64 } = await client.call('files.read', { ticket, offset: 0, length: filePieceBytes });
  return Buffer.from(base64, 'base64').toString('utf8');
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
  expect(html).toContain(`N = ${blocks[0]!.n}`);
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
