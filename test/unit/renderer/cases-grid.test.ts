import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute, StudyCase } from '../../../shared/contract/methods/cases.ts';
import { asId } from '../../../shared/domain/ids.ts';
import { blockCells, blockText } from '../../../renderer/features/cases/clipboard-block.ts';
import { cellContent, cellText, gridColumns } from '../../../renderer/features/cases/grid-columns.ts';
import { blockBetween, clearEdit, gridMove, pasteEdit } from '../../../renderer/features/cases/paste-plan.ts';

const attribute = (key: string): Attribute => ({
  id: asId<'attribute'>(key),
  key,
  name: key,
  type: 'text',
  categories: null,
  minimum: null,
  maximum: null,
  lowLabel: null,
  highLabel: null,
  confidential: false,
  isDocumentColumn: key === 'document',
  groups: {},
});
const studyCase = (name: string): StudyCase => ({
  id: asId<'case'>(name),
  name,
  documents: [],
  speakers: [],
  values: { a: `${name}a` },
  missing: { b: 'refused' },
});
const words = { missing: 'missing', not_applicable: 'n/a', refused: 'refused', confidential: 'secret' };
const grid = {
  cases: [studyCase('R1'), studyCase('R2')],
  columns: gridColumns([attribute('document'), attribute('a'), attribute('b')]),
  words,
};
const at = (row: number, column: number) => blockBetween({ row, column }, { row, column });

describe('cells on the clipboard', () => {
  it('come back as they were, whatever is in them', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom('', 'a\tb', 'x\ny', '"', '""', 'a\r\nb'),
    );
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
          ),
        (rows) => {
          // A last row of nothing cannot be told from the end of the text.
          fc.pre(rows.at(-1)!.some((each) => each !== '') || rows[0]!.length > 1 || rows.length === 1);
          expect(blockCells(blockText(rows))).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['plain words', [['plain words']]],
    ['', [['']]],
    ['"two\nlines"\tb', [['two\nlines', 'b']]],
    ['say "yes"\tb', [['say "yes"', 'b']]],
  ])('%j is %j', (text, cells) => expect(blockCells(text)).toEqual(cells));
});

describe('the grid', () => {
  it('shows what belongs to a case instead of the column of file names', () => {
    expect(grid.columns.map((column) => (column.kind === 'attribute' ? column.attribute.key : column.kind))).toEqual([
      'name',
      'material',
      'a',
      'b',
    ]);
  });

  it('writes a missing value as its kind in brackets and reads it back', () => {
    const text = cellText(grid.cases[0]!, grid.columns[3]!, words);
    expect(text).toBe('(refused)');
    expect(cellContent(text, words)).toEqual({ value: null, missing: 'refused' });
    expect(cellContent('refused', words)).toEqual({ value: 'refused', missing: null });
    expect(cellContent('', words)).toEqual({ value: null, missing: null });
  });

  it('lays a block from its first cell, renames, leaves transcripts out and makes cases below the last', () => {
    const edit = pasteEdit(
      grid,
      [
        ['R2b', 'file.txt', '1'],
        ['New', '', '2', '(n/a)', 'beyond'],
      ],
      at(1, 0),
    );
    expect(edit).toEqual({
      cells: [{ case: 'R2', attribute: 'a', value: '1', missing: null }],
      names: [{ case: 'R2', name: 'R2b' }],
      created: [{ name: 'New', values: { a: '2' } }],
    });
  });

  it('takes no empty name: neither for a case that has one nor for a new one', () => {
    expect(pasteEdit(grid, [[' ', 'file.txt', '1']], at(1, 0)).names).toEqual([]);
    expect(pasteEdit(grid, [['R1'], [' ']], at(1, 0))).toMatchObject({ names: [{ name: 'R1' }], created: [] });
  });

  it('fills a selection with one cell, and empties it', () => {
    const block = blockBetween({ row: 1, column: 3 }, { row: 0, column: 2 });
    expect(pasteEdit(grid, [['x']], block).cells).toHaveLength(4);
    const cleared = clearEdit(grid, block, 'not_applicable').cells;
    expect(cleared).toHaveLength(4);
    expect(cleared).toContainEqual({
      case: 'R1',
      attribute: 'b',
      value: null,
      missing: 'not_applicable',
    });
  });

  it('moves by arrows within its ends', () => {
    const size = { rows: 2, columns: 4, page: 20 };
    expect(gridMove('ArrowUp', false, { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 1 });
    expect(gridMove('PageDown', false, { row: 0, column: 1 }, size)).toEqual({ row: 1, column: 1 });
    expect(gridMove('PageUp', false, { row: 25, column: 1 }, { ...size, rows: 30 })).toEqual({ row: 5, column: 1 });
    expect(gridMove('End', true, { row: 0, column: 1 }, size)).toEqual({ row: 1, column: 3 });
    expect(gridMove('a', false, { row: 0, column: 1 }, size)).toBeNull();
  });
});
