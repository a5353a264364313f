import { type JsonObject, objects, speakerOf, stringOf, timeOf } from './json-values.ts';
import { roleOfColumn } from './segment-columns.ts';
import { areMilliseconds } from './segment-time.ts';
import type { Segment } from './segment.ts';
import { type Word, wordSegments } from './word-segments.ts';

/** How deep words lie under a paragraph. */
const deepestWords = 6;
const pieceKeys = ['punctuated_word', 'text', 'content', 'value', 'word', 'Text', 'Word', 'w', 'onebest'] as const;

/**
 * Segments of rows that hold their words in lists of their own (paragraphs of sentences of words, as meeting software keeps them):
 * who speaks and when is said by the row, what is said by its lists. Null where the rows are of another kind, or name nobody.
 */
export function nestedSegments(rows: readonly JsonObject[], names: ReadonlyMap<string, string>): Segment[] | null {
  const segments: { speaker: string | null; start: number | null; bare: boolean; text: string }[] = [];
  for (const row of rows) {
    const words = wordsWithin(row, 0);
    if (words.length === 0) return null;
    const start = valueOf(row, 'start') ?? firstStart(row);
    segments.push({
      speaker: speakerNamed(row, names),
      start: timeOf(start),
      bare: typeof start === 'number' || (typeof start === 'string' && /^\d+$/.test(start)),
      text: wordSegments(words)
        .map(({ text }) => text)
        .join(' '),
    });
  }
  if (segments.every(({ speaker }) => speaker === null)) return null;
  const bare = segments.flatMap(({ start, bare: isBare }) => (isBare && start !== null ? [start] : []));
  const scale = areMilliseconds(bare) ? 1000 : 1;
  return segments.map(({ speaker, start, bare: isBare, text }) => ({
    speaker,
    start: start === null ? null : isBare ? start / scale : start,
    text,
  }));
}

function valueOf(row: JsonObject, role: 'speaker' | 'start'): unknown {
  const exact = Object.keys(row).find((key) => roleOfColumn(key, true) === role);
  const key = exact ?? Object.keys(row).find((each) => roleOfColumn(each) === role);
  return key === undefined ? null : (row[key] ?? null);
}

function speakerNamed(row: JsonObject, names: ReadonlyMap<string, string>): string | null {
  const value = valueOf(row, 'speaker');
  const list = Array.isArray(value) ? value[0] : value;
  return names.get(stringOf(list)) ?? speakerOf(list ?? null);
}

/** The first time a word below the row has. */
function firstStart(row: JsonObject): unknown {
  for (const list of Object.values(row)) {
    for (const child of objects(list).slice(0, 1)) {
      const own = valueOf(child, 'start');
      if (own !== null) return own;
      return firstStart(child);
    }
  }
  return null;
}

/** The words of the lists below a row: the first of its lists that holds any. A row's own words are not asked for. */
function wordsWithin(row: JsonObject, depth: number): Word[] {
  if (depth >= deepestWords) return [];
  for (const value of Object.values(row)) {
    const children = objects(value);
    if (children.length === 0) continue;
    const words = children.flatMap((child) => {
      const below = wordsWithin(child, depth + 1);
      if (below.length > 0) return below;
      const key = pieceKeys.find((each) => typeof child[each] === 'string');
      return key === undefined ? [] : [{ speaker: null, start: null, text: stringOf(child[key]) }];
    });
    if (words.some(({ text }) => text.trim() !== '')) return words;
  }
  return [];
}
