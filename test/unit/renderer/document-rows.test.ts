import { expect, test } from 'vitest';
import {
  anyDocument,
  type DocumentRow,
  groupedDocuments,
  matchingDocuments,
} from '../../../renderer/features/documents/document-rows.ts';
import { asId } from '../../../shared/domain/ids.ts';

const coder = asId<'coder'>('a');

function row(name: string, language: string, words: number | null, more: Partial<DocumentRow> = {}): DocumentRow {
  return {
    id: asId<'document'>(name),
    name,
    language,
    words,
    format: 'txt',
    characters: 0,
    turns: 0,
    respondentTurns: 0,
    codedTurns: {},
    codings: 0,
    case: null,
    doneBy: [],
    ...more,
  };
}

const rows = [
  row('s10', 'en', 30, { case: { id: asId<'case'>('c1'), name: 'Ｒ０１' }, doneBy: [coder] }),
  row('s2', 'ja', null, { codedTurns: { a: 4 } }),
  row('s1', 'en', 20, { codedTurns: { a: 9 } }),
];
const words = {
  languageName: (tag: string) => tag,
  compareText: new Intl.Collator('en', { numeric: true }).compare,
};
const names = (of: readonly DocumentRow[]): string[] => of.map(({ name }) => name);

test('transcripts are found by name or case whatever the width of letters, by language and by who is done', () => {
  const found = (filter: object): string[] => names(matchingDocuments(rows, { ...anyDocument, ...filter }, coder));
  expect(found({})).toEqual(['s10', 's2', 's1']);
  expect(found({ query: ' r01 ' })).toEqual(['s10']);
  expect(found({ language: 'ja' })).toEqual(['s2']);
  expect(found({ done: 'done' })).toEqual(['s10']);
  expect(found({ done: 'open', language: 'en' })).toEqual(['s1']);
});

test('any column sorts, numbers in names as numbers, what is not counted yet last', () => {
  const sorted = (column: 'name' | 'words' | 'coder:a', direction: 'ascending' | 'descending'): string[] =>
    names(groupedDocuments(rows, 'none', { column: column as 'name', direction }, words)[0]!.rows);
  expect(sorted('name', 'ascending')).toEqual(['s1', 's2', 's10']);
  expect(sorted('words', 'ascending')).toEqual(['s1', 's10', 's2']);
  expect(sorted('words', 'descending')).toEqual(['s10', 's1', 's2']);
  expect(sorted('coder:a', 'descending')).toEqual(['s1', 's2', 's10']);
});

test('groups stand by name, those without one last', () => {
  const groups = groupedDocuments(rows, 'case', { column: 'name', direction: 'ascending' }, words);
  expect(groups.map(({ name, rows: of }) => [name, names(of)])).toEqual([
    ['Ｒ０１', ['s10']],
    [null, ['s1', 's2']],
  ]);
});
