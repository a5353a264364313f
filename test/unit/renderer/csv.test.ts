import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '../../../renderer/features/results/csv.ts';

test('facts lead as comments, then the head, then raw numbers', () => {
  const text = csvText(
    [['unit', 'turn']],
    ['a', 'b', 'jaccard'],
    [
      ['x, y', 'say "z"', 1 / 3],
      ['p', 'q', null],
    ],
  );
  expect(text).toBe('# unit: turn\r\na,b,jaccard\r\n"x, y","say ""z""",0.3333333333333333\r\np,q,\r\n');
});

test('any cells come back as they were, but for an apostrophe before what a spreadsheet would run', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string()), { minLength: 1 }), (rows) => {
      const text = csvText([['note', 'one\nline']], ['first', 'second'], rows);
      const body = text.slice(text.indexOf('\r\n') + 2);
      const held = rows.map((row) => row.map((cell) => (/^[=+\-@＝＋－＠\t\r]/.test(cell) ? `'${cell}` : cell)));
      expect(parse(body, { record_delimiter: '\r\n' })).toEqual([['first', 'second'], ...held]);
    }),
  );
});

test('what a spreadsheet would run is held off in every script, numbers below zero stay numbers', () => {
  const rows = [
    ['=1+1', -1],
    ['＝cmd', -0.5],
    ['-2', 3],
    ['a=b', null],
  ] as const;
  expect(csvText([], ['@code', 'n'], rows)).toBe("'@code,n\r\n'=1+1,-1\r\n'＝cmd,-0.5\r\n'-2,3\r\na=b,\r\n");
});
