import * as fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvRow } from '../../shared/export/csv.ts';
import { openTestCore } from '../support/core.ts';
import { fileBehind } from '../support/plain-core.ts';

const cell = fc.oneof(
  {
    arbitrary: fc.constantFrom(
      '',
      '<3000',
      '18-29',
      '=1+1',
      '007',
      'no answer',
      ' a ',
      '"',
      'a\r\nb',
      '云汀市',
      '1e5',
      'NA',
      '02134',
      '2134',
      '12345678901234567890',
      '3,5',
      '1.0',
      '-0',
      '+1',
      '.5',
      '０１２',
      '31/12/2024',
      '2024-05-11',
      '45423',
      'TRUE',
      'n/a',
      '-',
    ),
    weight: 3,
  },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }), weight: 1 },
);
const table = fc
  .tuple(fc.uniqueArray(fc.stringMatching(/^[a-z_]{1,6}$/), { minLength: 1, maxLength: 5 }), fc.nat(6))
  .chain(([headers, rows]) =>
    fc.record({
      headers: fc.constant([
        'respondent_id',
        ...headers.filter((name) => !['document', 'file', 'id', 'key', 'case'].includes(name)),
      ]),
      rows: fc.array(fc.array(cell, { minLength: headers.length, maxLength: headers.length }), {
        minLength: rows,
        maxLength: rows,
      }),
    }),
  );

describe('a survey of any cells', () => {
  it('comes out cell by cell as it went in, however often', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ headers, rows }) => {
        const test = openTestCore();
        const { client } = test;
        await client.call('project.create', { name: 'S', template: 'empty', place: test.ticket(test.path('s.vbt')) });
        const cells = [headers, ...rows.map((row, place) => [`R${place}`, ...row].slice(0, headers.length))];
        const text = cells.map((row) => csvRow(row)).join('');
        for (let round = 0; round < 2; round++) {
          await client.call('survey.import', { ticket: test.file('s.csv', text), kind: 'survey', partial: false });
          const { ticket } = await client.call('survey.export', { kind: 'survey' });
          const bytes = await fileBehind(client, ticket);
          expect(parse(bytes.toString())).toEqual(parse(text));
        }
        await test.close();
      }),
      { numRuns: 25 },
    );
  });
});
