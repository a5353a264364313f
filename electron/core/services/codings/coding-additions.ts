import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import type { CodeRow } from '../../store/repositories/code-table.ts';
import { codingQueries, type CodingRow, codingTable } from '../../store/repositories/coding-table.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import type { SelectionRow } from '../../store/repositories/selection-table.ts';
import { CodeNames } from '../codebook/code-label.ts';
import { codeRow } from '../codebook/code-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { selectionOn } from './selections.ts';

/** The row of a code that may be given to passages. Throws `not_found`, `code_not_codable`. */
export function codable(project: OpenProject, code: string): CodeRow {
  const row = codeRow(project, code);
  if (row.codable === 0) throw new VerbatimError('code_not_codable', { name: new CodeNames(project.store).name(code) });
  return row;
}

/** Codes one range as the current coder; codings that are there already stay as they are. `made`: how many are new. */
export function addCodings(
  project: OpenProject,
  log: ChangeLog,
  document: DocumentRow,
  span: Span,
  codes: readonly CodeRow[],
  origin: 'manual' | 'automatic',
): { selection: SelectionRow; codings: CodingRow[]; made: number } {
  const text = project.texts.of(document);
  const selection = selectionOn(project, log, document.id, text, span, project.coder);
  const standing = new Map(project.store.all(codingQueries.ofSelection, selection.id).map((row) => [row.code, row]));
  let made = 0;
  const codings = codes.map(({ id, version }) => {
    const known = standing.get(id);
    if (known) return known;
    const row: CodingRow = {
      id: project.newId(),
      selection: selection.id,
      code: id,
      coder: project.coder,
      origin,
      code_version: version,
      created_at: project.now(),
    };
    log.insert(codingTable, row);
    standing.set(id, row);
    made += 1;
    return row;
  });
  return { selection, codings, made };
}
