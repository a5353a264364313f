import { parse } from 'csv-parse/sync';
import { decodeBytes } from '../../electron/core/import/encoding.ts';
import type { ParsedFile } from '../../electron/core/import/parsed-file.ts';
import { readXml, type XmlElement } from './xml-tree.ts';

/** How often each letter and digit occurs. */
export type Letters = ReadonlyMap<string, number>;

export function lettersOf(text: string): Letters {
  const counts = new Map<string, number>();
  for (const letter of text.match(/[\p{L}\p{N}]/gu) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** Letters of the first that the second lacks, each as often as it is lacking. */
export function missingLetters(wanted: Letters, found: Letters): string {
  return [...wanted].map(([letter, count]) => letter.repeat(Math.max(0, count - (found.get(letter) ?? 0)))).join('');
}

const leftOutOfWord = new Set(
  'w:del w:moveFrom w:delText w:instrText w:delInstrText w:rt w:rubyPr w:sectPr w:rPr w:pPr w:trPr w:tblPr w:tcPr w:sdtPr mc:Fallback'.split(
    ' ',
  ),
);
const leftOutOfOdt = new Set(
  'text:tracked-changes text:note text:ruby-text text:hidden-text office:annotation office:automatic-styles office:styles office:meta text:sequence-decls'.split(
    ' ',
  ),
);

function wordsOfWord(element: XmlElement): string {
  if (leftOutOfWord.has(element.name)) return '';
  if (
    element.name === 'w:r' &&
    element.children.some(({ name, children }) => name === 'w:rPr' && children.some((each) => each.name === 'w:vanish'))
  )
    return '';
  if (
    element.name === 'w:tr' &&
    element.children.some(({ name, children }) => name === 'w:trPr' && children.some((each) => each.name === 'w:del'))
  )
    return '';
  return (element.name === 'w:t' ? element.text : '') + element.children.map(wordsOfWord).join('');
}

/** An element's text is that of everything below it: what is left out is taken off. */
function wordsOfOdt(element: XmlElement): string {
  if (leftOutOfOdt.has(element.name)) return '';
  if (element.name !== 'text:p' && element.name !== 'text:h') return element.children.map(wordsOfOdt).join('');
  return [...leftOutOfOdt]
    .flatMap((name) => element.all(name))
    .reduce((words, { text }) => words.replace(text, ''), element.text);
}

/** What is said in a caption file: no header, notes, ids, times, tags; digits neither, for a broken time is words to one reader and a time to another. */
function wordsOfCaptions(text: string): string {
  return text
    .replace(/^WEBVTT[^\n]*\n(?:[^\n]+\n)*/u, '')
    .split(/\n/u)
    .map((line, place, lines) => (lines[place + 1]?.includes('-->') || line.includes('-->') ? '' : line))
    .join('\n')
    .replace(/^(?:NOTE|STYLE|REGION)\b(?:[^\n]+\n?)*/gmu, '')
    .replace(/<[^<>]*>|&[^;\s]*;|\{[^{}]*\}/gu, ' ');
}

/**
 * The letters that the rule of a format keeps, told from the bytes by simpler means than the reader's; null where these means do not understand
 * them. Names that come with every piece of a turn are said once only: they are not counted.
 */
export function keptLetters(bytes: Buffer, part: string | null, read: ParsedFile): Letters | null {
  try {
    if (part === 'word/document.xml') return lettersOf(wordsOfWord(readXml(bytes.toString('utf8'))));
    if (part === 'content.xml') return lettersOf(wordsOfOdt(readXml(bytes.toString('utf8'))));
  } catch {
    return null;
  }
  const text = decodeBytes(bytes, read.encoding ?? 'utf-8')?.text.replace(/\r\n?/gu, '\n');
  if (text === undefined) return null;
  if (read.format === 'text' || read.format === 'markdown') return lettersOf(text);
  if (read.format === 'vtt' || read.format === 'srt')
    return lettersOf(withoutNames(wordsOfCaptions(text), read).replace(/\p{N}/gu, ''));
  if (read.format === 'csv') return lettersOf(withoutNames(wordsOfTable(text, read), read));
  if (read.format === 'json') return lettersOf(withoutNames(wordsOfList(text, read), read));
  return null;
}

/** The words without the names of speakers, wherever they stand. */
function withoutNames(words: string, { speakers }: ParsedFile): string {
  const names = speakers.map(({ name }) => name).sort((a, b) => b.length - a.length);
  return names.reduce((left, name) => left.replaceAll(name, ' '), words);
}

function wordsOfTable(text: string, { columns }: ParsedFile): string {
  const used = columns?.used.text;
  if (used === undefined) return '';
  try {
    const rows = parse(text, { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
    const place = rows[0]!.indexOf(used);
    return place === -1
      ? ''
      : rows
          .slice(1)
          .map((row) => row[place] ?? '')
          .join('\n');
  } catch {
    return '';
  }
}

function wordsOfList(text: string, { columns }: ParsedFile): string {
  const used = columns?.used.text;
  const words: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === used && typeof child === 'string') words.push(child);
      else walk(child);
    }
  };
  walk(JSON.parse(text));
  return words.join('\n');
}
