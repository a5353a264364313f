import { expect, test } from 'vitest';
import { codebookColumn } from '../../../shared/import/codebook/codebook-columns.ts';
import { orderedEntries } from '../../../shared/import/codebook/codebook-entry.ts';
import { tableColumns, tableSegments } from '../../../shared/import/segments/table-segments.ts';
import { wordSegments } from '../../../shared/import/segments/word-segments.ts';

test('blank rows below the head of a table, however many, are passed over', () => {
  const blank = Array.from({ length: 30_000 }, () => ['', '']);
  expect(tableSegments([['speaker', 'text'], ...blank, ['Ann', 'Hello']], ',')).toEqual([
    { speaker: 'Ann', start: null, text: 'Hello' },
  ]);
  expect(tableSegments([['speaker', 'text'], ...blank], ',')).toEqual([]);
  const headless = [
    ['00:01', 'Ann', 'Hello there'],
    ['', '', ''],
    ['00:02', 'Bob', 'Hello again'],
  ];
  expect(tableColumns(headless)).toEqual({ names: ['1', '2', '3'], used: { start: '1', speaker: '2', text: '3' } });
});

test('no blank stands between East Asian words, rare characters included', () => {
  const word = (text: string) => ({ speaker: null, start: null, text });
  expect(wordSegments(['𠮷', '野', '𠀀', 'and', '𠮷'].map(word))).toEqual([
    { speaker: null, start: null, text: '𠮷野𠀀 and 𠮷' },
  ]);
});

test('a list of more codes than a call takes arguments is put in order', () => {
  const drafts = Array.from({ length: 130_000 }, (_, place) => ({
    line: place + 1,
    parent: null,
    outside: null,
    name: `code ${place}`,
    language: 'en',
    texts: {},
    examples: [],
    aliases: [],
  }));
  const { entries, faults } = orderedEntries(drafts, 'line');
  expect([entries.length, entries.at(-1)?.name, faults]).toEqual([130_000, 'code 129999', []]);
});

test('the language of a column is one language in whatever letter case', () => {
  expect(['NAME_EN', 'Name (en)', 'Definition (zh-hans)'].map((header) => codebookColumn(header)?.language)).toEqual([
    'en',
    'en',
    'zh-Hans',
  ]);
});
