import type { CodeCoding } from '../../../../shared/contract/methods/codebook.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { codeTable } from '../../store/repositories/code-table.ts';
import { codingQueries, codingTable } from '../../store/repositories/coding-table.ts';
import { CodeNames } from './code-label.ts';
import { codeRow } from './code-rows.ts';
import { coderNames } from '../coders/coder-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { ownCoding } from '../codings/coding-changes.ts';
import { PassageMaker } from '../codings/passages.ts';

/** The codings of a code that have a place, with their passages; on request only those made under an older version. */
export function codingsOfCode(project: OpenProject, code: string, outdated: boolean): CodeCoding[] {
  const { version } = codeRow(project, code);
  const coders = coderNames(project);
  const rows = project.store
    .all(codingQueries.versionsOfCode, code)
    .filter(({ code_version }) => !outdated || code_version < version);
  return [...Map.groupBy(rows, ({ document }) => document)].flatMap(([document, codings]) => {
    const maker = new PassageMaker(project, project.document(document));
    return codings.map((row) => ({
      coding: asId<'coding'>(row.id),
      coder: asId<'coder'>(row.coder),
      codeVersion: row.code_version,
      createdAt: row.created_at,
      passage: maker.make({ start: row.start_at, end: row.end_at }, [coders.get(row.coder) ?? row.coder]),
    }));
  });
}

/** Sets codings to the version their code is at. Throws `not_found` for a coding that is not the current coder's. */
export function confirmCodings(project: OpenProject, codings: readonly string[]): void {
  const { store } = project;
  const rows = [...new Set(codings)].map((id) => ownCoding(project, id));
  const label = { code: new CodeNames(store).name(rows[0]!.code), codings: rows.length };
  project.change('codes.confirmCodings', label, (log) => {
    for (const row of rows)
      log.update(codingTable, row.id, { code_version: store.row(codeTable, row.code)?.version ?? row.code_version });
  });
}
