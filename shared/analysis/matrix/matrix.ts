import type { Span } from '../../domain/span.ts';
import { unitedSpans } from '../spans.ts';
import { membershipTest, type PassageRule, touchesAny } from './membership.ts';

/** A coding of a matrix: its passage (`selection`), its place, and who coded it. Codes are whatever names them. */
export type MatrixCoding = Span & { readonly selection: string; readonly code: string };

/** One document of one respondent. */
export type MatrixDocument<C extends MatrixCoding = MatrixCoding> = {
  /** Place of the respondent in the caller's list. */
  readonly respondent: number;
  readonly turns: readonly Span[];
  readonly codings: readonly C[];
};

/**
 * What the columns are: codes, each by the codes that count as it (itself, or with its descendants); or groups of
 * respondents, each respondent in one column at most (null: in none).
 */
export type MatrixColumns =
  | { readonly kind: 'codes'; readonly codes: readonly ReadonlySet<string>[]; readonly rule: PassageRule }
  | { readonly kind: 'respondents'; readonly count: number; readonly columnOf: readonly (number | null)[] };

/** What is done with passages that share a position with one of the marker code. */
export type MarkerTreatment = 'marked' | 'left_out';
export type Marker = { readonly code: string; readonly treatment: MarkerTreatment };

export type MatrixInput<C extends MatrixCoding = MatrixCoding> = {
  readonly documents: readonly MatrixDocument<C>[];
  /** The codes that count as each row. */
  readonly rows: readonly ReadonlySet<string>[];
  readonly columns: MatrixColumns;
  readonly marker: Marker | null;
};

/** One passage in one cell: what is counted, and what a cell opens. */
export type MatrixHit<C extends MatrixCoding> = {
  readonly row: number;
  readonly column: number;
  /** Place in the input. */
  readonly document: number;
  readonly respondent: number;
  readonly coding: C;
  /** Whether it shares a position with the marker code. */
  readonly marked: boolean;
};

function columnsIn<C extends MatrixCoding>(
  columns: MatrixColumns,
  document: MatrixDocument<C>,
  codings: readonly C[],
): (passage: C) => number[] {
  if (columns.kind === 'respondents') {
    const column = columns.columnOf[document.respondent] ?? null;
    return () => (column === null ? [] : [column]);
  }
  const tests = columns.codes.map((codes) =>
    membershipTest(
      columns.rule,
      document.turns,
      codings.filter(({ code }) => codes.has(code)),
    ),
  );
  return (passage) => tests.flatMap((test, column) => (test(passage) ? [column] : []));
}

/** The codings of a document that stay after the marker's treatment, and which of them it touches. */
export function markedCodings<C extends MatrixCoding>(
  codings: readonly C[],
  marker: Marker | null,
): { readonly kept: readonly C[]; readonly isMarked: (coding: C) => boolean } {
  if (marker === null) return { kept: codings, isMarked: () => false };
  const touched = unitedSpans(codings.filter(({ code }) => code === marker.code));
  const isMarked = (coding: C): boolean => touchesAny(touched, coding);
  if (marker.treatment === 'marked') return { kept: codings, isMarked };
  return { kept: codings.filter((coding) => !isMarked(coding)), isMarked: () => false };
}

/**
 * Every passage of every cell, in the order of the input. A passage that carries two codes of one row (a code and its
 * descendant) is one passage of it. With codes as columns a passage may stand in several columns.
 */
export function matrixHits<C extends MatrixCoding>({
  documents,
  rows,
  columns,
  marker,
}: MatrixInput<C>): MatrixHit<C>[] {
  const rowsOf = new Map<string, number[]>();
  for (const [row, codes] of rows.entries())
    for (const code of codes) rowsOf.set(code, [...(rowsOf.get(code) ?? []), row]);
  return documents.flatMap((document, place) => {
    const { kept, isMarked } = markedCodings(document.codings, marker);
    const columnsOf = columnsIn(columns, document, kept);
    const seen = new Set<string>();
    return kept.flatMap((coding) => {
      const found = rowsOf.get(coding.code);
      if (found === undefined || coding.start >= coding.end) return [];
      const inColumns = columnsOf(coding);
      return found.flatMap((row) => {
        const key = `${row} ${coding.selection}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return inColumns.map((column) => ({
          row,
          column,
          document: place,
          respondent: document.respondent,
          coding,
          marked: isMarked(coding),
        }));
      });
    });
  });
}

/** The figures of one cell; a passage over turns of several respondents is one passage, and one of each of them. */
export type MatrixCell = {
  readonly passages: number;
  readonly marked: number;
  /** Passages of each respondent with at least one, by place, ascending. */
  readonly respondents: readonly { readonly respondent: number; readonly passages: number }[];
};

/** The cells, row by row. */
export function matrixCells(
  hits: readonly MatrixHit<MatrixCoding>[],
  { rows, columns }: { readonly rows: number; readonly columns: number },
): MatrixCell[][] {
  const counted = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => ({
      passages: new Set<string>(),
      marked: new Set<string>(),
      by: new Map<number, number>(),
    })),
  );
  for (const { row, column, respondent, coding, marked } of hits) {
    const cell = counted[row]![column]!;
    cell.passages.add(coding.selection);
    if (marked) cell.marked.add(coding.selection);
    cell.by.set(respondent, (cell.by.get(respondent) ?? 0) + 1);
  }
  return counted.map((row) =>
    row.map(({ passages, marked, by }) => ({
      passages: passages.size,
      marked: marked.size,
      respondents: [...by].sort(([a], [b]) => a - b).map(([respondent, passages]) => ({ respondent, passages })),
    })),
  );
}

/**
 * The respondents of each column: with codes as columns those of whom any document has the code, passages left out for the
 * marker not counting (others did not speak of it, or were not asked), with groups those of the group.
 */
export function columnRespondents({
  documents,
  columns,
  marker,
}: Pick<MatrixInput, 'documents' | 'columns' | 'marker'>): number[][] {
  if (columns.kind === 'respondents') {
    const here = new Set(documents.map(({ respondent }) => respondent));
    return Array.from({ length: columns.count }, (_, column) =>
      columns.columnOf.flatMap((of, respondent) => (of === column && here.has(respondent) ? [respondent] : [])),
    );
  }
  const spoken = documents.map(({ respondent, codings }) => ({
    respondent,
    codes: new Set(markedCodings(codings, marker).kept.map(({ code }) => code)),
  }));
  return columns.codes.map((counted) => {
    const speaking = new Set(
      spoken.flatMap(({ respondent, codes }) => ([...counted].some((code) => codes.has(code)) ? [respondent] : [])),
    );
    return [...speaking].sort((a, b) => a - b);
  });
}
