import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { ParsedInput } from '../../../../shared/contract/methods.ts';
import { codeQueries, type CodeRow } from '../../store/repositories/code-table.ts';
import { codingTable } from '../../store/repositories/coding-table.ts';
import { CodeNames } from './code-label.ts';
import { codeRow, freeCodeName, insertCode, placeCode, writtenLanguage } from './code-rows.ts';
import type { OpenProject } from '../project/open-project.ts';

/**
 * Makes a code of some codings of another: beside it, right after it, unless another parent is given. Memos on the codings
 * stay with them. Throws `not_found` for what is no coding of that code, `name_empty`, `name_taken`.
 */
export function splitCode(project: OpenProject, input: ParsedInput<'codes.split'>): CodeRow {
  const { store } = project;
  const source = codeRow(project, input.code);
  const parent = input.parent === undefined ? source.parent : input.parent;
  if (parent !== null) codeRow(project, parent);
  const name = freeCodeName(project, input.name, parent);
  const language = input.language ?? writtenLanguage(project);
  const codings = [...new Set(input.codings)];
  for (const coding of codings)
    if (store.row(codingTable, coding)?.code !== source.id)
      throw new VerbatimError('not_found', { kind: 'coding', name: coding });
  const siblings = store.all(codeQueries.all).filter((row) => row.parent === parent);
  const after = siblings.findIndex(({ id }) => id === source.id);
  const before = after < 0 ? null : (siblings[after + 1]?.id ?? null);
  const label = { from: new CodeNames(store).name(source.id), to: name, codings: codings.length };
  return project.change('codes.split', label, (log) => {
    const row = insertCode(project, log, { name, language, parent });
    placeCode(project, log, row.id, { parent, before });
    for (const coding of codings) log.update(codingTable, coding, { code: row.id, code_version: row.version });
    return row;
  });
}
