import { FormatError } from '../unreadable.ts';
import type { XmlWalker } from '../xml-events.ts';
import { isoDay, type NumberFormat, shownNumber } from './xlsx-numbers.ts';

/** Bounds far above any survey: a sheet beyond them is refused as a bomb. */
const mostRows = 200_000;
const mostColumns = 16_384;
const mostCells = 5_000_000;

type SheetContext = {
  readonly texts: readonly string[];
  /** By cell style. */
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
};

type Cell = { row: number; column: number; type: string; style: number; value: string };

/** Walks a worksheet's XML; `rows` answers its cells as text, each row without its empty end, without empty rows at the end. */
export function sheetWalker(context: SheetContext): XmlWalker & { readonly rows: () => string[][] } {
  const rows: string[][] = [];
  let cells = 0;
  let row = -1;
  let column = -1;
  let cell: Cell | null = null;
  let reading = false;
  let readings = 0;

  const keep = (done: Cell): void => {
    const text = cellText(done, context);
    if (text === '') return;
    if (done.row >= mostRows || done.column >= mostColumns) throw new FormatError('bomb');
    while (rows.length <= done.row) rows.push([]);
    const into = rows[done.row]!;
    // Empty cells before it take their place too.
    cells += Math.max(0, done.column + 1 - into.length);
    if (cells > mostCells) throw new FormatError('bomb');
    while (into.length <= done.column) into.push('');
    into[done.column] = text;
  };

  return {
    open: (_space, name, attribute) => {
      if (name === 'row') {
        row = numbered(attribute('r'), row + 1);
        column = -1;
      } else if (name === 'c') {
        const place = cellPlace(attribute('r')) ?? { row: Math.max(row, 0), column: column + 1 };
        column = place.column;
        cell = { ...place, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: '' };
      } else if (name === 'rPh') readings++;
      else if (cell !== null && (name === 'v' || (name === 't' && readings === 0))) reading = true;
    },
    close: (_space, name) => {
      if (name === 'c' && cell !== null) {
        keep(cell);
        cell = null;
      } else if (name === 'rPh') readings--;
      else if (name === 'v' || name === 't') reading = false;
    },
    text: (text) => {
      if (cell !== null && reading) cell.value += text;
    },
    rows: () => rows,
  };
}

function numbered(reference: string | undefined, otherwise: number): number {
  return reference !== undefined && /^\d{1,7}$/.test(reference) ? Number(reference) - 1 : otherwise;
}

/** `B7` as row and column from 0; null for what is no reference. */
function cellPlace(reference: string | undefined): { row: number; column: number } | null {
  const parts = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '');
  if (!parts || parts[2] === '0') return null;
  const column = Array.from(parts[1]!).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(parts[2]) - 1, column };
}

/** `_x000D_` is how a workbook writes characters XML cannot hold. */
function plainText(written: string): string {
  return written.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const general: NumberFormat = { kind: 'number' };

function cellText({ type, style, value }: Cell, { texts, formats, is1904 }: SheetContext): string {
  if (type === 's') return plainText(texts[Number(value)] ?? '');
  if (type === 'inlineStr' || type === 'str') return plainText(value);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  // An error (#N/A, #DIV/0!) is no answer, and it is not hidden either.
  if (type === 'e') return value;
  if (type === 'd') return isoDay(value);
  return value === '' ? '' : shownNumber(value, formats[style] ?? general, is1904);
}
