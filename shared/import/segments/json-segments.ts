import { serviceShapes } from './json-services.ts';
import { isObject, type JsonObject, objects, speakerOf, stringOf, timeOf } from './json-values.ts';
import {
  type ColumnPlaces,
  columnPlaces,
  namedPlaces,
  namesMilliseconds,
  type SegmentColumns,
} from './segment-columns.ts';
import { areMilliseconds } from './segment-time.ts';
import { nestedSegments } from './nested-segments.ts';
import type { Segment } from './segment.ts';
import { wordSegments } from './word-segments.ts';

/** How deep and how wide a list of segments is looked for. */
const deepestList = 10;
const mostPlaces = 20_000;
const probedRows = 50;

/**
 * The segments of a speech-recognition result or any JSON that holds a list of them; null if none is found. Known shapes: Amazon
 * Transcribe, Rev, Deepgram, Google, Azure, WhisperX; else the list of objects with words and a time or a speaker (Whisper, AssemblyAI,
 * podcast transcripts, whisper.cpp `transcription`, lists of one's own), the one with the longest words, keys told like the columns of a table; where these name nobody, rows with their words in lists below
 * them; at last a
 * single `text`. Throws ColumnMissing for a key the user named and no row has.
 */
export function jsonSegments(value: unknown, given: SegmentColumns = {}): Segment[] | null {
  const known = serviceSegments(value, given);
  if (known !== null) return known;
  const list = bestList(value, given);
  if (list?.places.speaker === undefined && Object.keys(given).length === 0) {
    const nested = nestedSegmentsWithin(value);
    if (nested !== null) return nested;
  }
  if (list !== null) return segmentsOfRows(list, namesById(value));
  const whole = isObject(value) ? (value['text'] ?? value['transcript']) : undefined;
  return typeof whole === 'string' && whole.trim() !== '' ? [{ speaker: null, start: null, text: whole }] : null;
}

/** The keys of the list `jsonSegments` takes, and what it takes them for; null where the shape is a service's own, or there is no list. */
export function jsonColumns(
  value: unknown,
  given: SegmentColumns = {},
): { names: readonly string[]; used: SegmentColumns } | null {
  const list = serviceSegments(value, given) === null ? bestList(value, given) : null;
  return list === null ? null : { names: list.keys, used: namedPlaces(list.places, (place) => list.keys[place]!) };
}

function serviceSegments(value: unknown, given: SegmentColumns): Segment[] | null {
  if (Object.values(given).some((name) => name !== undefined)) return null;
  for (const shape of serviceShapes) {
    const segments = shape(value)?.filter(({ text }) => text.trim() !== '');
    if (segments !== undefined && segments.length > 0) return segments;
  }
  return null;
}

type List = {
  readonly name: string;
  readonly rows: readonly JsonObject[];
  readonly keys: readonly string[];
  readonly places: ColumnPlaces;
};

function bestList(value: unknown, given: SegmentColumns): List | null {
  let best: { readonly list: List; readonly length: number } | null = null;
  let missing: unknown = null;
  for (const { name, rows } of listsWithin(value)) {
    try {
      const list = listOf(name, rows, given);
      if (list === null) continue;
      const words = list.rows.slice(0, probedRows).map((row) => stringOf(row[list.keys[list.places.text!]!]));
      const length = words.reduce((sum, each) => sum + each.length, 0) / words.length;
      if (best === null || length > best.length) best = { list, length };
    } catch (error) {
      missing = error;
    }
  }
  if (best === null && missing !== null) throw missing;
  return best?.list ?? null;
}

function listOf(name: string, rows: readonly JsonObject[], given: SegmentColumns): List | null {
  const keys = [...new Set(rows.slice(0, probedRows).flatMap((row) => Object.keys(row)))];
  const usable = keys.filter((key) => rows.slice(0, probedRows).some((row) => row[key] !== null && row[key] !== ''));
  const places = columnPlaces(usable, given);
  const { text, speaker, start } = places;
  if (text === undefined || (speaker === undefined && start === undefined)) return null;
  if (!rows.slice(0, probedRows).some((row) => typeof row[usable[text]!] === 'string')) return null;
  return { name, rows, keys: usable, places };
}

/** Every list of objects, from the outside in; bounded in depth and number. */
function* listsWithin(value: unknown): Generator<{ name: string; rows: readonly JsonObject[] }> {
  let level: { name: string; value: unknown }[] = [{ name: '', value }];
  let seen = 0;
  for (let depth = 0; depth <= deepestList && level.length > 0; depth++) {
    const next: { name: string; value: unknown }[] = [];
    for (const { name, value: each } of level) {
      if (++seen > mostPlaces) return;
      const rows = objects(each);
      if (rows.length > 0) yield { name, rows };
      const children = isObject(each)
        ? Object.entries(each)
        : rows.slice(0, probedRows).map((row) => [name, row] as const);
      for (const [key, child] of children) {
        if (typeof child === 'object' && child !== null) next.push({ name: key, value: child });
      }
    }
    level = next;
  }
}

function nestedSegmentsWithin(value: unknown): Segment[] | null {
  const names = namesById(value);
  for (const { rows } of listsWithin(value)) {
    const segments = nestedSegments(rows, names);
    if (segments !== null) return segments;
  }
  return null;
}

/** Names of speakers by their ids, where the file keeps a list of them. */
function namesById(value: unknown): ReadonlyMap<string, string> {
  for (const { name, rows } of listsWithin(value)) {
    if (!/speaker|participant|user|person/iu.test(name)) continue;
    const pairs = rows.map(
      (row) => [stringOf(row['id'] ?? row['key'] ?? row['speaker_id']), stringOf(row['name'])] as const,
    );
    if (pairs.every(([id, named]) => id !== '' && named !== '')) return new Map(pairs);
  }
  return new Map();
}

function segmentsOfRows({ name, rows, keys, places }: List, names: ReadonlyMap<string, string>): Segment[] {
  const cell = (row: JsonObject, place: number | undefined): unknown =>
    place === undefined ? null : (row[keys[place]!] ?? null);
  const times = rows.map((row) => timeOf(cell(row, places.start)));
  const bare = rows.flatMap((row, at) => (isBare(cell(row, places.start)) ? [times[at]!] : []));
  const key = places.start === undefined ? '' : keys[places.start]!;
  const scale = namesMilliseconds(key.replace(/([a-z])(Ms)$/u, '$1_$2')) || areMilliseconds(bare) ? 1000 : 1;
  const segments = rows.map((row, at) => ({
    speaker: names.get(stringOf(cell(row, places.speaker))) ?? speakerOf(cell(row, places.speaker)),
    start: scaled(times[at] ?? null, isBare(cell(row, places.start)) ? scale : 1),
    text: stringOf(cell(row, places.text)).replace(/\r\n?/g, '\n'),
  }));
  return /^(?:words?|tokens?|word_?segments)$/i.test(name) ? wordSegments(segments) : segments;
}

/** A number without a unit, as such or in quotes. */
function isBare(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
}

function scaled(time: number | null, scale: number): number | null {
  return time === null ? null : time / scale;
}
