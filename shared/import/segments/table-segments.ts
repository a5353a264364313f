import { areMilliseconds, segmentTime } from './segment-time.ts';
import {
  type ColumnPlaces,
  columnPlaces,
  namedPlaces,
  namesMilliseconds,
  roleOfColumn,
  type SegmentRole,
  type SegmentColumns,
} from './segment-columns.ts';
import type { Segment } from './segment.ts';

const probedRows = 200;

/** Whether a first row is the header of a table of speech: it names the words and who said them or when, each exactly by a known name. */
export function isSegmentHeader(row: readonly string[]): boolean {
  const roles = new Set(row.map((cell) => roleOfColumn(cell, true)));
  return row.length <= 40 && roles.has('text') && (roles.has('speaker') || roles.has('start'));
}

/**
 * The segments of a table of speech, one a row; null if no column of words is found. Columns are told by the header (or the user's word), else
 * by their content: times, a short name that comes back, and the longest cells as the words. Numbers are seconds, unless name or size say
 * milliseconds. Cells beyond the header belong to the words if these are the last column (commas nobody quoted).
 * Throws ColumnMissing.
 */
export function tableSegments(
  rows: readonly (readonly string[])[],
  delimiter: string,
  given: SegmentColumns = {},
): Segment[] | null {
  const { header, body, places } = laidOut(rows, given);
  const { text, speaker, start } = places;
  if (text === undefined) return null;
  const last = header.length - 1;
  const times = readTimes(
    body.map((row) => (start === undefined ? '' : (row[start] ?? ''))),
    start === undefined ? '' : header[start]!,
  );
  return body.map((row, place) => ({
    speaker: speaker === undefined ? null : row[speaker]?.trim() || null,
    start: times[place]!,
    text: (text === last && row.length > header.length ? row.slice(text).join(delimiter) : (row[text] ?? '')).replace(
      /\r\n?/g,
      '\n',
    ),
  }));
}

/** The names of a table's columns (of one without a header: their places from 1), and those `tableSegments` takes for something. */
export function tableColumns(
  rows: readonly (readonly string[])[],
  given: SegmentColumns = {},
): { names: string[]; used: SegmentColumns } {
  const { header, body, places } = laidOut(rows, given);
  const hasHeader = body[0] !== header;
  // A name that is empty or comes twice would not find its column again.
  const nameAt = (place: number): string => {
    const name = header[place] ?? '';
    const isFree = hasHeader && name.trim() !== '' && header.indexOf(name) === place;
    return isFree ? name : String(place + 1);
  };
  return { names: header.map((_, place) => nameAt(place)), used: namedPlaces(places, nameAt) };
}

type Table = {
  readonly header: readonly string[];
  readonly body: readonly (readonly string[])[];
  readonly places: ColumnPlaces;
};

/** Whether a row is blank, or the rule below the head of a Markdown table. */
function saysNothing(row: readonly string[]): boolean {
  return row.every((cell) => /^\s*(?::?-{2,}:?)?\s*$/.test(cell));
}

function laidOut(written: readonly (readonly string[])[], given: SegmentColumns): Table {
  const below = written.findIndex((row, place) => place > 0 && !saysNothing(row));
  const rows = below < 0 ? written.slice(0, 1) : written.toSpliced(1, below - 1);
  const header = rows[0] ?? [];
  const places = columnPlaces(header, given);
  if (places.text !== undefined && !header.some((cell) => isClock(cell)))
    return { header, body: rows.slice(1), places };
  const byContent = placesByContent(rows.slice(1, probedRows + 1));
  const headless = isHeadless(rows, byContent.speaker);
  // Words of a first row that is speech name no column.
  const told = Object.entries(places).filter(([role]) => !headless || given[role as SegmentRole] !== undefined);
  const named: ColumnPlaces = Object.fromEntries(told);
  const wanted = Object.entries(byContent).filter(
    ([role, place]) => given[role as SegmentRole] !== '' && !taken(named, place),
  );
  const body = headless ? rows : rows.slice(1);
  return { header, body, places: { ...Object.fromEntries(wanted), ...named } };
}

/** Whether the first row is one of speech: a time stands in it, or a speaker who comes back. */
function isHeadless(rows: readonly (readonly string[])[], speaker: number | undefined): boolean {
  const first = rows[0] ?? [];
  if (first.some((cell) => isClock(cell) || /^\s*\d+[.,]\d+\s*$/u.test(cell))) return true;
  return speaker !== undefined && rows.slice(1).some((row) => row[speaker] === first[speaker]);
}

function taken(places: ColumnPlaces, place: number): boolean {
  return Object.values(places).includes(place);
}

function readTimes(cells: readonly string[], name: string): (number | null)[] {
  const times = cells.map(segmentTime);
  const bare = cells.flatMap((cell, place) => (/^\s*\d+\s*$/.test(cell) ? [times[place]!] : []));
  const inMilliseconds = namesMilliseconds(name) || areMilliseconds(bare);
  return times.map((time, place) =>
    inMilliseconds && time !== null && /^\s*\d+(?:\.\d+)?\s*$/.test(cells[place]!) ? time / 1000 : time,
  );
}

function isClock(cell: string): boolean {
  return cell.includes(':') && segmentTime(cell) !== null;
}

/** Columns by what stands in them; the words need a time or a name beside them. */
function placesByContent(rows: readonly (readonly string[])[]): ColumnPlaces {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, place) =>
    rows.map((row) => row[place]?.trim() ?? '').filter((cell) => cell !== ''),
  );
  const timed = columns.flatMap((cells, place) => (isTimes(cells) ? [place] : []));
  const open = columns.map((_, place) => place).filter((place) => !timed.includes(place));
  const mean = (place: number): number =>
    columns[place]!.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, columns[place]!.length);
  const text = open.toSorted((a, b) => mean(b) - mean(a))[0];
  if (text === undefined || mean(text) < 4 || columns[text]!.every((cell) => segmentTime(cell) !== null)) return {};
  const speaker = open.find((place) => place !== text && isNames(columns[place]!));
  if (timed.length === 0 && speaker === undefined) return {};
  return {
    text,
    ...(timed[0] === undefined ? {} : { start: timed[0] }),
    ...(timed[1] === undefined ? {} : { end: timed[1] }),
    ...(speaker === undefined ? {} : { speaker }),
  };
}

/** Clock times, or fractions that never go back; whole numbers may just count the rows. */
function isTimes(cells: readonly string[]): boolean {
  if (cells.length === 0) return false;
  if (cells.filter(isClock).length >= cells.length * 0.8) return true;
  const numbers = cells.map(segmentTime);
  return (
    cells.some((cell) => cell.includes('.')) &&
    numbers.every((number, place) => number !== null && number >= (numbers[place - 1] ?? 0))
  );
}

function isNames(cells: readonly string[]): boolean {
  if (cells.length === 0 || cells.some((cell) => cell.length > 60) || cells.every((cell) => segmentTime(cell) !== null))
    return false;
  return new Set(cells).size <= Math.max(2, cells.length / 3);
}
