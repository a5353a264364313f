import type { CellEdit, StudyCase } from '../../../shared/contract/methods/cases.ts';
import type { CaseId } from '../../../shared/domain/ids.ts';
import { cellContent, type GridColumn, type MissingWords } from './grid-columns.ts';

export type GridPlace = { readonly row: number; readonly column: number };
export type GridBlock = { readonly from: GridPlace; readonly to: GridPlace };

/** The corners of the block between two cells, whichever was first. */
export function blockBetween(a: GridPlace, b: GridPlace): GridBlock {
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  };
}

/** What `cases.edit` takes. */
export type GridEdit = {
  readonly cells: readonly CellEdit[];
  readonly names: readonly { readonly case: CaseId; readonly name: string }[];
  readonly created: readonly { readonly name: string; readonly values: Readonly<Record<string, string>> }[];
};

type Grid = {
  readonly cases: readonly StudyCase[];
  readonly columns: readonly GridColumn[];
  readonly words: MissingWords;
};

/**
 * What pasting a block does: it is laid from the first cell of the selection on; a single cell fills the whole selection. Rows
 * beyond the last case become cases of their own if the block names them. Columns beyond the last, and transcripts, are left out.
 */
export function pasteEdit(grid: Grid, rows: readonly (readonly string[])[], { from, to }: GridBlock): GridEdit {
  const fills = rows.length === 1 && rows[0]!.length === 1;
  const height = fills ? to.row - from.row + 1 : rows.length;
  const width = fills ? to.column - from.column + 1 : Math.max(...rows.map((row) => row.length));
  const cells: CellEdit[] = [];
  const names: { case: CaseId; name: string }[] = [];
  const created: { name: string; values: Record<string, string> }[] = [];
  for (let down = 0; down < height; down++) {
    const of = grid.cases[from.row + down];
    const values: Record<string, string> = {};
    let name = '';
    for (let across = 0; across < width; across++) {
      const text = fills ? rows[0]![0]! : rows[down]![across];
      const column = grid.columns[from.column + across];
      if (text === undefined || column === undefined || column.kind === 'material') continue;
      if (column.kind === 'name') {
        name = text.trim();
        if (of && name !== '' && name !== of.name) names.push({ case: of.id, name });
        continue;
      }
      const content = cellContent(text, grid.words);
      if (of) cells.push({ case: of.id, attribute: column.attribute.id, ...content });
      else if (content.value !== null) values[column.attribute.id] = content.value;
    }
    if (!of && name !== '') created.push({ name, values });
  }
  return { cells, names, created };
}

/** What emptying a block does: values and kinds of missing go; names and transcripts stay. */
export function clearEdit({ cases, columns }: Grid, block: GridBlock, missing: CellEdit['missing'] = null): GridEdit {
  const cells: CellEdit[] = [];
  for (let row = block.from.row; row <= block.to.row; row++)
    for (let column = block.from.column; column <= block.to.column; column++) {
      const [of, at] = [cases[row], columns[column]];
      if (of && at?.kind === 'attribute') cells.push({ case: of.id, attribute: at.attribute.id, value: null, missing });
    }
  return { cells, names: [], created: [] };
}

/** Where an arrow or another key leads, within the grid; null for keys that lead nowhere. */
export function gridMove(
  key: string,
  withControl: boolean,
  { row, column }: GridPlace,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
): GridPlace | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const moves: Readonly<Record<string, GridPlace>> = {
    ArrowLeft: { row, column: withControl ? 0 : column - 1 },
    ArrowRight: { row, column: withControl ? last.column : column + 1 },
    ArrowUp: { row: withControl ? 0 : row - 1, column },
    ArrowDown: { row: withControl ? last.row : row + 1, column },
    Home: { row: withControl ? 0 : row, column: 0 },
    End: { row: withControl ? last.row : row, column: last.column },
    PageUp: { row: row - size.page, column },
    PageDown: { row: row + size.page, column },
  };
  const to = moves[key];
  if (!to) return null;
  return {
    row: Math.max(0, Math.min(last.row, to.row)),
    column: Math.max(0, Math.min(last.column, to.column)),
  };
}
