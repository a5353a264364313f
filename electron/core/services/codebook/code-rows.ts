import { type CodeLook, lookOfChildCode, lookOfTopLevelCode } from '../../../../shared/color/deal.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { needed } from '../../../../shared/contract/needed.ts';
import { type CodeMark, codeMarks, wouldCloseCircle } from '../../../../shared/domain/codebook.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { codeQueries, type CodeRow, codeTable, codeTextTable } from '../../store/repositories/code-table.ts';
import { projectQueries } from '../../store/repositories/project-table.ts';
import { CodeNames } from './code-label.ts';
import type { OpenProject } from '../project/open-project.ts';

/** The row of a code. Throws `not_found`. */
export function codeRow(project: OpenProject, code: string): CodeRow {
  return needed('code', code, project.store.row(codeTable, code));
}

function lookOf(row: CodeRow): CodeLook {
  return { color: row.color, mark: row.mark as CodeMark };
}

/** The language a new code is written in unless another is given: the project's. */
export function writtenLanguage(project: OpenProject): string {
  return project.store.get(projectQueries.only)?.language ?? 'en';
}

/** A code at the end of its siblings, with its name in one language and a colour dealt from the palette unless given. */
export function insertCode(
  project: OpenProject,
  log: ChangeLog,
  code: {
    name: string;
    language: string;
    parent: string | null;
    color?: string | undefined;
    mark?: string | undefined;
    slug?: string | null;
  },
): CodeRow {
  const rows = project.store.all(codeQueries.all);
  const siblings = rows.filter((row) => row.parent === code.parent);
  const parent = rows.find((row) => row.id === code.parent);
  const dealt = parent
    ? lookOfChildCode(lookOf(parent), siblings.map(lookOf))
    : lookOfTopLevelCode(siblings.map(lookOf));
  const row: CodeRow = {
    id: project.newId(),
    parent: code.parent,
    position: Math.max(-1, ...siblings.map((sibling) => sibling.position)) + 1,
    slug: code.slug ?? null,
    color: code.color ?? dealt.color,
    mark: code.mark ?? dealt.mark,
    codable: 1,
    pinned: 0,
    retired: 0,
    version: 1,
    language: code.language,
    created_at: project.now(),
    asks_memo: 0,
  };
  log.insert(codeTable, row);
  log.insert(codeTextTable, {
    code: row.id,
    language: code.language,
    name: code.name,
    definition: '',
    when_to_use: '',
    when_not_to_use: '',
  });
  return row;
}

/** The mark of a code whose colour is given: trees are told apart by hue and begin with a full bar, siblings take the marks in turn. */
export function usualMark(parent: string | null, position: number): CodeMark {
  return parent === null ? 'solid' : codeMarks[position % codeMarks.length]!;
}

/** A name that is free among the codes under a parent, but for the codes left out. Throws `name_empty`, `name_taken`. */
export function freeCodeName(
  project: OpenProject,
  name: string,
  parent: string | null,
  ...leftOut: readonly string[]
): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new VerbatimError('name_empty', { kind: 'code' });
  const names = new CodeNames(project.store);
  const taken = project.store
    .all(codeQueries.all)
    .some((row) => row.parent === parent && !leftOut.includes(row.id) && names.name(row.id) === trimmed);
  if (taken) throw new VerbatimError('name_taken', { kind: 'code', name: trimmed });
  return trimmed;
}

/** Checks that a code may stand under a parent. Throws `not_found`, `code_cycle`, `name_taken`. */
export function checkPlace(project: OpenProject, row: CodeRow, parent: string | null): void {
  if (parent !== null) codeRow(project, parent);
  const names = new CodeNames(project.store);
  if (wouldCloseCircle(project.store.all(codeQueries.all), row.id, parent))
    throw new VerbatimError('code_cycle', { name: names.name(row.id) });
  if (parent !== row.parent) freeCodeName(project, names.name(row.id), parent, row.id);
}

/** Puts a code under a parent before the given sibling, or last; its siblings are numbered anew. Throws `not_found`. */
export function placeCode(
  project: OpenProject,
  log: ChangeLog,
  code: string,
  { parent, before }: { parent: string | null; before: string | null },
): void {
  const siblings = project.store
    .all(codeQueries.all)
    .filter((row) => row.parent === parent && row.id !== code)
    .map(({ id }) => id);
  const place = before === null ? siblings.length : siblings.indexOf(before);
  if (place < 0) throw new VerbatimError('not_found', { kind: 'code', name: before ?? '' });
  for (const [position, id] of siblings.toSpliced(place, 0, code).entries())
    log.update(codeTable, id, id === code ? { position, parent } : { position });
}
