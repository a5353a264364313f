import { cellText } from '../../../shared/report/cells.ts';
import type { ReportTable } from '../../../shared/report/model.ts';

/** Room in twentieths of a point, in the widest of the faces that stand in for the named one: of a Latin and an East Asian sign in the size of tables, and of both margins of a cell. */
const latin = 120;
const eastAsian = 180;
const margins = 160;
/** How much wider a head is for being bold. */
const bold = 1.1;
const eastAsianSigns = /[\u2e80-\uffef]/g;

function roomOf(text: string): number {
  const wide = text.match(eastAsianSigns)?.length ?? 0;
  return wide * eastAsian + (text.length - wide) * latin;
}

/** The longest piece that no line break may part: a word, or one East Asian sign. */
function longestPiece(text: string): number {
  const pieces = text.replaceAll(eastAsianSigns, ' $& ').split(/[^\S\u00a0\u202f]+/);
  return Math.max(0, ...pieces.map(roomOf));
}

/** Columns are judged by the first rows: what follows is of the same kind. */
const judgedRows = 200;
/** A column of sentences asks for no more than this, so that those beside it keep theirs. */
const mostOfOne = 4500;

/**
 * Widths of a table's columns that fill `room` together: each as wide as its longest line where there is room, else at least as
 * its longest word; only where not even the words fit are they broken.
 */
export function columnWidths({ columns, rows }: ReportTable, room: number): number[] {
  const wanted = columns.map((head, column) => {
    const texts = rows.slice(0, judgedRows).map((row) => (row[column] ? cellText(row[column]) : ''));
    const widest = (measure: (text: string) => number): number =>
      margins + Math.max(bold * measure(head), ...texts.map(measure));
    const least = widest(longestPiece);
    return { least, most: Math.max(least, Math.min(mostOfOne, widest(roomOf))) };
  });
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const least = sum(wanted.map((column) => column.least));
  const most = sum(wanted.map((column) => column.most));
  const widthOf = (column: (typeof wanted)[number]): number => {
    if (most <= room) return (column.most * room) / most;
    if (least >= room) return (column.least * room) / least;
    return column.least + ((column.most - column.least) * (room - least)) / (most - least);
  };
  return wanted.map((column) => Math.floor(widthOf(column)));
}
