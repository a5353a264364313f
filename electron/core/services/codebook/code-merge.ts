import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import { wouldCloseCircle } from '../../../../shared/domain/codebook.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import {
  codeAliasQueries,
  codeAliasTable,
  codeExampleQueries,
  codeExampleTable,
  codeQueries,
  type CodeRow,
  codeTable,
  codeTextQueries,
  codeTextTable,
} from '../../store/repositories/code-table.ts';
import { codingQueries, type CodingRow, codingTable } from '../../store/repositories/coding-table.ts';
import { memoQueries } from '../../store/repositories/memo-table.ts';
import { questionCodeQueries, questionCodeTable } from '../../store/repositories/question-table.ts';
import { mergeDecisions } from '../adjudication/stored-decisions.ts';
import { CodeNames } from './code-label.ts';
import { codeRow, freeCodeName, placeCode } from './code-rows.ts';
import { moveCodingMemos, moveMemos } from '../memos/memo-join.ts';
import type { OpenProject } from '../project/open-project.ts';

/** What a merge would do, with the rows it would do it to. */
type Merge = {
  readonly source: CodeRow;
  readonly target: CodeRow;
  /** Whether the code merged into stands somewhere below the other: it then takes its place. */
  readonly isBelow: boolean;
  readonly children: readonly CodeRow[];
  readonly moved: readonly CodingRow[];
  /** Codings of passages that carry the target already, with the coding that stays. */
  readonly doubled: readonly { readonly goes: CodingRow; readonly stays: CodingRow }[];
};

/**
 * Looks at a merge before it is made. Throws `not_found`, `code_merge_self`, `code_not_codable` where codings would come to a
 * heading, `name_taken` where a child would meet one of its name.
 */
function plannedMerge(project: OpenProject, code: string, into: string): Merge {
  const { store } = project;
  const source = codeRow(project, code);
  const target = codeRow(project, into);
  const names = new CodeNames(store);
  if (code === into) throw new VerbatimError('code_merge_self', { name: names.name(code) });
  const rows = store.all(codeQueries.all);
  const isBelow = wouldCloseCircle(rows, code, into);
  const children = rows.filter((row) => row.parent === code && row.id !== into);
  for (const child of children) freeCodeName(project, names.name(child.id), into, child.id);
  if (isBelow) freeCodeName(project, names.name(into), source.parent, code, into);
  const codings = store.all(codingQueries.ofCode, code).map((goes) => ({
    goes,
    stays: store.all(codingQueries.ofSelection, goes.selection).find((other) => other.code === into),
  }));
  if (codings.length > 0 && target.codable === 0)
    throw new VerbatimError('code_not_codable', { name: names.name(into) });
  return {
    source,
    target,
    isBelow,
    children,
    moved: codings.flatMap(({ goes, stays }) => (stays ? [] : [goes])),
    doubled: codings.flatMap(({ goes, stays }) => (stays ? [{ goes, stays }] : [])),
  };
}

/** Counts what a merge would move. Throws as the merge would. */
export function mergePreview(project: OpenProject, code: string, into: string): Output<'codes.mergePreview'> {
  const { children, moved, doubled } = plannedMerge(project, code, into);
  const { store } = project;
  return {
    codings: moved.length,
    doubled: doubled.length,
    children: children.length,
    examples: store.all(codeExampleQueries.ofCode, code).length,
    memos: store.all(memoQueries.onCode, code).length,
  };
}

function mergeCodings(project: OpenProject, log: ChangeLog, { target, moved, doubled }: Merge): void {
  // Who merges two codes says that they mean the same: the codings hold under the definition as it is now.
  for (const { id } of moved) log.update(codingTable, id, { code: target.id, code_version: target.version });
  for (const { goes, stays } of doubled) {
    moveCodingMemos(project, log, goes.id, stays.id);
    log.remove(codingTable, goes.id);
  }
}

function mergeTree(project: OpenProject, log: ChangeLog, { source, target, isBelow, children }: Merge): void {
  if (isBelow) placeCode(project, log, target.id, { parent: source.parent, before: source.id });
  for (const child of children) placeCode(project, log, child.id, { parent: target.id, before: null });
}

/** Everything the code was called becomes an alias of the other, unless that is called so already. */
function mergeNames(project: OpenProject, log: ChangeLog, source: string, target: string): void {
  const { store } = project;
  const texts = store.all(codeTextQueries.ofCode, target);
  const aliases = store.all(codeAliasQueries.ofCode, target);
  const known = new Set([...texts.map(({ name }) => name), ...aliases.map(({ text }) => text), '']);
  let position = Math.max(-1, ...aliases.map((alias) => alias.position)) + 1;
  for (const { name } of store.all(codeTextQueries.ofCode, source)) {
    if (known.has(name)) continue;
    known.add(name);
    log.insert(codeAliasTable, { id: project.newId(), code: target, position: position++, kind: 'alias', text: name });
  }
  for (const alias of store.all(codeAliasQueries.ofCode, source)) {
    if (known.has(alias.text)) log.remove(codeAliasTable, alias.id);
    else log.update(codeAliasTable, alias.id, { code: target, position: position++ });
    known.add(alias.text);
  }
}

function mergeExamples(project: OpenProject, log: ChangeLog, source: string, target: string): void {
  const standing = project.store.all(codeExampleQueries.ofCode, target);
  let position = Math.max(-1, ...standing.map((example) => example.position)) + 1;
  for (const { id } of project.store.all(codeExampleQueries.ofCode, source))
    log.update(codeExampleTable, id, { code: target, position: position++ });
}

/** Questions of the guide linked to the code are linked to the one it becomes. */
function mergeQuestions({ store }: OpenProject, log: ChangeLog, source: string, target: string): void {
  for (const { question } of store.all(questionCodeQueries.ofCode, source)) {
    log.remove(questionCodeTable, JSON.stringify([question, source]));
    if (!store.row(questionCodeTable, JSON.stringify([question, target])))
      log.insert(questionCodeTable, { question, code: target });
  }
}

/** Merges a code into another, in one step. Throws as {@link mergePreview}. */
export function mergeCodes(project: OpenProject, code: string, into: string): Output<'codes.merge'> {
  const { store } = project;
  const merge = plannedMerge(project, code, into);
  const names = new CodeNames(store);
  const counts = { codings: merge.moved.length, doubled: merge.doubled.length };
  project.change('codes.merge', { from: names.name(code), to: names.name(into), ...counts }, (log) => {
    mergeDecisions(store, log, code, into);
    mergeCodings(project, log, merge);
    mergeTree(project, log, merge);
    mergeNames(project, log, code, into);
    mergeExamples(project, log, code, into);
    moveMemos(project, log, store.all(memoQueries.onCode, code), store.all(memoQueries.onCode, into), { code: into });
    for (const text of store.all(codeTextQueries.ofCode, code))
      log.remove(codeTextTable, JSON.stringify([code, text.language]));
    mergeQuestions(project, log, code, into);
    log.remove(codeTable, code);
  });
  return counts;
}
