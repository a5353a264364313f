import type { CsvRowFault } from '../../../../shared/contract/errors.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { codePointOffsets, type CodePointOffsets } from '../../../../shared/text/offsets.ts';
import type { CodingsCsvRow, CodingsTable } from '../../import/codings-csv.ts';
import { documentQueries, type DocumentRow } from '../../store/repositories/document-table.ts';
import { CodeNames } from '../codebook/code-label.ts';
import type { OpenProject } from '../project/open-project.ts';

/** A row whose document, place, words and code have been checked; `code` is null where it is to be created under `codeKey`. */
export type PlacedRow = {
  readonly line: number;
  readonly document: DocumentRow;
  readonly coder: string;
  readonly code: string | null;
  readonly codeKey: string;
  readonly span: Span;
  readonly memo: string;
};

/** A coder who is done with a document in which nothing of theirs is coded. */
export type Finished = { readonly document: DocumentRow; readonly coder: string };

/** Longest piece of a transcript quoted in a fault, in code units. */
const quotedUnits = 200;

/**
 * Which document a file means by a name. A document's own name wins, unless another came from a file of the same name
 * and was numbered " (2)": then the name is ambiguous. Otherwise the file's original name or the name without extension.
 */
class DocumentNames {
  private readonly rows: readonly DocumentRow[];
  private readonly known = new Map<string, readonly DocumentRow[]>();

  constructor(project: OpenProject) {
    this.rows = project.store.all(documentQueries.all);
  }

  /** The one document meant, or why there is none. */
  find(name: string): DocumentRow | 'unknown_document' | 'ambiguous_document' {
    const [document, other] = this.meant(name);
    return document === undefined ? 'unknown_document' : other === undefined ? document : 'ambiguous_document';
  }

  private meant(name: string): readonly DocumentRow[] {
    const known = this.known.get(name);
    if (known) return known;
    const own = this.rows.filter((row) => row.name === name);
    const numbered = this.rows.filter((row) => row.original_name === name && row.name.startsWith(`${name} (`));
    const exact = [...own, ...numbered];
    const original = this.rows.filter((row) => row.original_name === name);
    const stem = this.rows.filter((row) => row.name.replace(/\.[^.]+$/, '') === name);
    const meant = [exact, original, stem].find((rows) => rows.length > 0) ?? this.withoutBlanks(name);
    this.known.set(name, meant);
    return meant;
  }

  /** What the name means without the blanks around it. */
  private withoutBlanks(name: string): readonly DocumentRow[] {
    const bare = name.trim();
    return bare === name ? [] : this.meant(bare);
  }
}

/** Checks every row against the project's documents and codes; nothing is written. */
export function placeRows(
  project: OpenProject,
  { rows, nothingCoded }: Pick<CodingsTable, 'rows' | 'nothingCoded'>,
  { coder, createCodes }: { coder: string | undefined; createCodes: boolean },
): { placed: PlacedRow[]; finished: Finished[]; faults: CsvRowFault[] } {
  const documents = new DocumentNames(project);
  const codes = new CodeNames(project.store).byKey();
  const faults: CsvRowFault[] = [];
  const placed: PlacedRow[] = [];

  // Grouped by document, so that each text is read once; the faults are put back in file order at the end.
  for (const [name, group] of Map.groupBy(rows, (row) => row.document)) {
    const document = documents.find(name);
    if (typeof document === 'string') {
      for (const { line } of group) faults.push({ line, problem: document, value: name });
      continue;
    }
    const text = project.texts.of(document);
    const at = { text, offsets: codePointOffsets(text) };
    for (const row of group) {
      const fault = faultOf(row, at, codes, coder, createCodes);
      if (fault) {
        faults.push(fault);
        continue;
      }
      const span = { start: at.offsets.toUtf16(row.start), end: at.offsets.toUtf16(row.end) };
      placed.push({
        line: row.line,
        document,
        coder: (coder ?? row.coder)!,
        code: codes.get(row.code) ?? null,
        codeKey: row.code,
        span,
        memo: row.memo,
      });
    }
  }
  const finished = nothingCoded.flatMap(({ line, document: name, coder: named }): Finished[] => {
    const document = documents.find(name);
    const by = coder ?? named;
    if (typeof document !== 'string' && by !== null) return [{ document, coder: by }];
    faults.push(
      typeof document === 'string' ? { line, problem: document, value: name } : { line, problem: 'no_coder' },
    );
    return [];
  });
  faults.sort((a, b) => a.line - b.line);
  placed.sort((a, b) => a.line - b.line);
  return { placed, finished, faults };
}

function faultOf(
  row: CodingsCsvRow,
  { text, offsets }: { text: string; offsets: CodePointOffsets },
  codes: ReadonlyMap<string, string>,
  coder: string | undefined,
  createCodes: boolean,
): CsvRowFault | null {
  const { line } = row;
  if ((coder ?? row.coder) === null) return { line, problem: 'no_coder' };
  const canBeMade = createCodes && row.code.split(' / ').every((name) => name.trim() !== '');
  if (!codes.has(row.code) && !canBeMade) return { line, problem: 'unknown_code', value: row.code };
  if (row.start >= row.end) return { line, problem: 'empty_span', value: `${row.start}–${row.end}` };
  if (row.end > offsets.length)
    return { line, problem: 'out_of_range', value: `${row.start}–${row.end} of ${offsets.length}` };
  if (row.text === null) return null;
  const found = text.slice(offsets.toUtf16(row.start), offsets.toUtf16(row.end));
  if (areSameWords(found, row.text)) return null;
  const texts = { given: row.text.slice(0, quotedUnits), found: found.slice(0, quotedUnits) };
  if (!areSameWords(text.slice(row.start, row.end), row.text)) return { line, problem: 'text_differs', ...texts };
  const [start, end] = [offsets.toCodePoint(row.start), offsets.toCodePoint(row.end)];
  return { line, problem: 'counted_in_utf16', value: `${start}–${end}`, ...texts };
}

/** Whether two texts are the same words: spreadsheets may compose what the transcript has decomposed, or the other way round. */
function areSameWords(one: string, other: string): boolean {
  return one === other || one.normalize('NFC') === other.normalize('NFC');
}
