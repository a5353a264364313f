import type { Cell, ReportTable, Run } from './model.ts';

export function textCell(text: string, lang?: string): Cell {
  return { kind: 'text', runs: [lang === undefined ? { text } : { text, lang }] };
}

export function runsCell(runs: readonly Run[]): Cell {
  return { kind: 'text', runs };
}

/** Words that are read as a figure: set to the end like the figures of their column. */
export function figuresCell(text: string): Cell {
  return { kind: 'text', runs: [{ text }], isFigure: true };
}

export function countCell(value: number): Cell {
  return { kind: 'count', value };
}

export function numberCell(value: number, decimals: number): Cell {
  return { kind: 'number', value, decimals };
}

/** A measure: its value, or in words why there is none. */
export function measureCell<Reason extends string>(
  measure: { readonly value: number } | { readonly undefined: Reason },
  decimals: number,
  reasonText: (reason: Reason) => string,
): Cell {
  return 'undefined' in measure
    ? { kind: 'undefined', reason: reasonText(measure.undefined) }
    : { kind: 'number', value: measure.value, decimals };
}

function runsText(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** A cell as it is read: a true minus, fixed decimals; empty where there is no value. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return runsText(cell.runs);
    case 'count':
      return signed(String(cell.value));
    case 'number':
      return signed(cell.value.toFixed(cell.decimals));
    case 'undefined':
      return '';
    default:
      return cell satisfies never;
  }
}

function signed(digits: string): string {
  const isZero = /^-0(\.0*)?$/.test(digits);
  return isZero ? digits.slice(1) : digits.replace(/^-/, '−');
}

/** Whether a column holds figures, some cells perhaps empty: it is set to the end, with its head over it. */
export function isFigureColumn({ rows }: Pick<ReportTable, 'rows'>, column: number): boolean {
  const cells = rows.flatMap((row) => row[column] ?? []);
  const isFigure = (cell: Cell): boolean => cell.kind !== 'text' || cell.isFigure === true;
  const isEmpty = (cell: Cell): boolean => cell.kind === 'text' && runsText(cell.runs) === '';
  return cells.some(isFigure) && cells.every((cell) => isFigure(cell) || isEmpty(cell));
}

/** Columns that a page holds upright; with more of them it is turned. */
const narrowColumns = 10;

export function isWideTable({ columns }: ReportTable): boolean {
  return columns.length > narrowColumns;
}

/** The reasons why cells of a table have no value, in order of appearance: the first is marked a, the next b. */
export function undefinedReasons({ rows }: ReportTable): readonly string[] {
  return [...new Set(rows.flatMap((row) => row.flatMap((cell) => (cell.kind === 'undefined' ? [cell.reason] : []))))];
}

/** The mark of a reason: a to z, then aa. */
export function reasonMark(place: number): string {
  const last = String.fromCharCode(97 + (place % 26));
  return place < 26 ? last : reasonMark(Math.floor(place / 26) - 1) + last;
}

/** For formats whose empty cells must stay empty: each reason with the cells it is about, `row / column`. */
export function undefinedNotes(table: ReportTable): string[] {
  return undefinedReasons(table).map((reason) => {
    const places = table.rows.flatMap((row) =>
      row.flatMap((cell, column) =>
        cell.kind === 'undefined' && cell.reason === reason
          ? [`${row[0] === undefined ? '' : cellText(row[0])} / ${table.columns[column] ?? ''}`]
          : [],
      ),
    );
    return `${reason} ${places.join('; ')}`;
  });
}
