import type { NamedPart } from '../../../../shared/contract/methods/pseudonyms.ts';
import { memoText } from '../../../../shared/domain/memo-body.ts';
import { memoBody } from '../../../../shared/contract/schema/entities.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { keyText } from '../../store/row-images.ts';
import { scrubbedJson } from '../../store/erasure.ts';
import { attributeValueTable, caseTable, valueGroupTable } from '../../store/repositories/case-table.ts';
import { codeAliasTable, codeExampleTable, codeTextTable } from '../../store/repositories/code-table.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { memoTable, type MemoRow } from '../../store/repositories/memo-table.ts';
import { questionTextTable } from '../../store/repositories/question-table.ts';
import { reviewTable } from '../../store/repositories/review-table.ts';
import { savedQueryTable } from '../../store/repositories/saved-query-table.ts';
import { selectionTable } from '../../store/repositories/selection-table.ts';
import { structureArrowTable, structureVariableTable } from '../../store/repositories/structure-table.ts';
import { translationTable } from '../../store/repositories/translation-table.ts';
import { speakerQueries, speakerTable, type SpeakerRow } from '../../store/repositories/turn-table.ts';
import type { Row, Table } from '../../store/table.ts';
import type { OpenProject } from '../project/open-project.ts';
import { mergeSpeaker } from '../documents/speaker-rows.ts';
import { freeName } from '../imports/store-document.ts';

type Patch = Record<string, string | null>;
type Columns = {
  /** Null: words quoted from transcripts, which always go with these. */
  readonly part: NamedPart | null;
  readonly table: Table;
  readonly columns: readonly string[];
};

/** Where people write names beside the transcripts. */
export const namedColumns: readonly Columns[] = [
  { part: 'speakers', table: speakerTable, columns: ['name'] },
  { part: 'documents', table: documentTable, columns: ['name', 'original_name'] },
  { part: 'memos', table: memoTable, columns: ['text'] },
  { part: 'memos', table: selectionTable, columns: ['name', 'comment'] },
  { part: 'cases', table: caseTable, columns: ['name'] },
  { part: 'cases', table: attributeValueTable, columns: ['value'] },
  { part: 'cases', table: valueGroupTable, columns: ['value', 'grouped_as'] },
  { part: 'codebook', table: codeTextTable, columns: ['name', 'definition', 'when_to_use', 'when_not_to_use'] },
  { part: 'codebook', table: codeAliasTable, columns: ['text'] },
  { part: 'codebook', table: questionTextTable, columns: ['text'] },
  { part: 'codebook', table: savedQueryTable, columns: ['name', 'query'] },
  { part: 'codebook', table: structureVariableTable, columns: ['name'] },
  { part: 'codebook', table: structureArrowTable, columns: ['note'] },
  { part: null, table: codeExampleTable, columns: ['text', 'origin'] },
  { part: null, table: selectionTable, columns: ['quote'] },
  { part: null, table: reviewTable, columns: ['quote'] },
  { part: null, table: translationTable, columns: ['text'] },
  { part: 'memos', table: translationTable, columns: ['translator'] },
];

/** Tables in which no two rows have one name. */
const numbered = new Set([documentTable.name, caseTable.name, savedQueryTable.name]);

/** Rewrites the words of those columns; answers how many rows changed. Names that must differ stay different: documents and cases get a number, speakers of one name become one. */
export function rewriteColumns(
  project: OpenProject,
  log: ChangeLog,
  parts: ReadonlySet<NamedPart>,
  rewrite: (text: string) => string,
): number {
  let changed = 0;
  for (const { part, table, columns } of namedColumns) {
    if (part !== null && !parts.has(part)) continue;
    const rows = project.store.rows(table);
    const taken = new Set(rows.map((row) => String(row['name'] ?? '')));
    for (const row of rows) {
      const patch = patchOf(row, columns, rewrite);
      if (patch === null) continue;
      changed++;
      const { name } = patch;
      if (table.name === speakerTable.name && mergesSpeaker(project, log, row as SpeakerRow, String(name))) continue;
      if (numbered.has(table.name) && typeof name === 'string') {
        taken.delete(String(row['name']));
        patch['name'] = freeName(name, taken);
      }
      if (table.name === memoTable.name)
        Object.assign(patch, bodyPatch(row as MemoRow, String(patch['text']), rewrite));
      if (!table.key.some((column) => column in patch)) log.update(table, keyText(table, row), patch);
      else movesRow(project, log, table, row, { ...row, ...patch });
    }
  }
  return changed;
}

function patchOf(row: Row, columns: readonly string[], rewrite: (text: string) => string): Patch | null {
  const patch: Patch = {};
  for (const column of columns) {
    const words = row[column];
    if (typeof words !== 'string') continue;
    const rewritten = rewrite(words);
    if (rewritten !== words) patch[column] = rewritten;
  }
  return Object.keys(patch).length === 0 ? null : patch;
}

/** Puts a row under another key, unless there is one already. */
function movesRow({ store }: OpenProject, log: ChangeLog, table: Table, row: Row, moved: Row): void {
  log.remove(table, keyText(table, row));
  if (store.row(table, keyText(table, moved)) === null) log.insert(table, moved);
}

/** Where another speaker of the document has the name already, the two become one. */
function mergesSpeaker(project: OpenProject, log: ChangeLog, row: SpeakerRow, name: string): boolean {
  const other = project.store.all(speakerQueries.ofDocument, row.document).find((each) => each.name === name);
  if (other === undefined) return false;
  mergeSpeaker(project, log, row, other);
  return true;
}

/** A memo's looks, rewritten like its text; dropped where a name runs over from one look into another. */
function bodyPatch({ body }: MemoRow, text: string, rewrite: (text: string) => string): Partial<MemoRow> {
  if (body === null) return {};
  const rewritten = scrubbedJson(body, rewrite);
  const blocks = memoBody.safeParse(JSON.parse(rewritten)).data;
  return { body: blocks !== undefined && memoText(blocks) === text ? rewritten : null };
}
