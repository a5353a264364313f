import type { DocumentSummary } from '../../../shared/contract/schema/entities.ts';
import type { CoderId } from '../../../shared/domain/ids.ts';
import { searchForm } from '../../../shared/text/search-form.ts';
import { type Sorting, type SortValue, sortedRows } from '../results/sorting.ts';

export type DocumentColumn = 'name' | 'case' | 'language' | 'words' | 'turns' | 'respondentTurns' | `coder:${CoderId}`;

export type DocumentRow = DocumentSummary & {
  /** Null while they are counted. */
  readonly words: number | null;
};

export type DocumentFilter = {
  readonly query: string;
  readonly language: string;
  readonly done: 'all' | 'done' | 'open';
};
export const anyDocument: DocumentFilter = { query: '', language: 'all', done: 'all' };

export type Grouping = 'none' | 'case' | 'language';

export type DocumentGroup = { readonly name: string | null; readonly rows: readonly DocumentRow[] };

type Words = {
  readonly languageName: (tag: string) => string;
  readonly compareText: (a: string, b: string) => number;
};

/** The transcripts whose name or case has the words, in the language asked for, done by the coder or not. */
export function matchingDocuments(
  rows: readonly DocumentRow[],
  { query, language, done }: DocumentFilter,
  coder: CoderId,
): DocumentRow[] {
  const wanted = searchForm(query.trim());
  return rows.filter(
    (row) =>
      (language === 'all' || row.language === language) &&
      (done === 'all' || row.doneBy.includes(coder) === (done === 'done')) &&
      searchForm(`${row.name}\n${row.case?.name ?? ''}`).includes(wanted),
  );
}

function valueOf(row: DocumentRow, column: DocumentColumn, { languageName }: Words): SortValue {
  if (column === 'case') return row.case?.name ?? null;
  if (column === 'language') return languageName(row.language);
  if (column.startsWith('coder:')) return row.codedTurns[column.slice('coder:'.length)] ?? 0;
  return row[column as 'name' | 'words' | 'turns' | 'respondentTurns'];
}

/** The rows in order, by group where there are groups: groups by name, what belongs to none last. */
export function groupedDocuments(
  rows: readonly DocumentRow[],
  grouping: Grouping,
  sorting: Sorting<DocumentColumn>,
  words: Words,
): DocumentGroup[] {
  const sorted = sortedRows(rows, (row) => valueOf(row, sorting.column, words), sorting.direction, words.compareText);
  if (grouping === 'none') return [{ name: null, rows: sorted }];
  const groups = Map.groupBy(sorted, (row) => valueOf(row, grouping, words) as string | null);
  return sortedRows(
    [...groups].map(([name, of]) => ({ name, rows: of })),
    ({ name }) => name,
    'ascending',
    words.compareText,
  );
}

/** One line of the table below its heads: a transcript, or the name of the group that begins there. */
export type DocumentLine =
  | { readonly kind: 'head'; readonly name: string | null; readonly count: number }
  | { readonly kind: 'row'; readonly row: DocumentRow };

/** The lines of the table in order; a single group without a name needs no head. */
export function documentLines(groups: readonly DocumentGroup[]): DocumentLine[] {
  return groups.flatMap(({ name, rows }): DocumentLine[] => [
    ...(groups.length > 1 || name !== null ? [{ kind: 'head', name, count: rows.length } as const] : []),
    ...rows.map((row) => ({ kind: 'row', row }) as const),
  ]);
}
