import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { ParsedInput } from '../../../shared/contract/methods.ts';
import type { Code } from '../../../shared/contract/schema/entities.ts';
import { type CodeMark, codesInTreeOrder, wouldCloseCircle } from '../../../shared/domain/codebook.ts';
import { type CodeLook, lookOfChildCode, lookOfTopLevelCode } from '../../../shared/color/deal.ts';
import { asId } from '../../../shared/domain/ids.ts';
import type { ChangeLog } from '../store/change-log.ts';
import {
  codeAliasQueries,
  codeAliasTable,
  codeExampleQueries,
  codeExampleTable,
  codeQueries,
  type CodeRow,
  codeTable,
  codeTextQueries,
  type CodeTextRow,
  codeTextTable,
} from '../store/repositories/code-table.ts';
import { codingQueries } from '../store/repositories/coding-table.ts';
import { memoQueries, memoTable } from '../store/repositories/memo-table.ts';
import { projectQueries } from '../store/repositories/project-table.ts';
import { CodeNames } from './code-label.ts';
import type { Context, Service } from './context.ts';
import type { OpenProject } from './open-project.ts';
import { removeCoding, removeSelectionIfBare } from './selections.ts';

/** All codes with their texts, in tree order. */
export function listCodes({ store }: OpenProject): Code[] {
  const texts = Map.groupBy(store.all(codeTextQueries.all), ({ code }) => code);
  const examples = Map.groupBy(store.all(codeExampleQueries.all), ({ code }) => code);
  const aliases = Map.groupBy(store.all(codeAliasQueries.all), ({ code }) => code);
  const counts = Map.groupBy(store.all(codeQueries.counts), ({ code }) => code);
  return codesInTreeOrder(store.all(codeQueries.all)).map(({ code: row }) => ({
    id: asId<'code'>(row.id),
    parent: row.parent === null ? null : asId<'code'>(row.parent),
    position: row.position,
    slug: row.slug,
    color: row.color,
    mark: row.mark as CodeMark,
    codable: row.codable === 1,
    retired: row.retired === 1,
    pinned: row.pinned === 1,
    version: row.version,
    language: row.language,
    texts: Object.fromEntries(
      (texts.get(row.id) ?? []).map((text) => [
        text.language,
        {
          name: text.name,
          definition: text.definition,
          whenToUse: text.when_to_use,
          whenNotToUse: text.when_not_to_use,
        },
      ]),
    ),
    examples: (examples.get(row.id) ?? []).map(({ text, origin }) => ({ text, origin })),
    aliases: (aliases.get(row.id) ?? []).map(({ text, kind }) => ({ text, kind: kind as 'alias' | 'reading' })),
    codings: Object.fromEntries((counts.get(row.id) ?? []).map(({ coder, codings }) => [coder, codings])),
  }));
}

function codeRow(project: OpenProject, code: string): CodeRow {
  const row = project.store.row(codeTable, code);
  if (!row) throw new VerbatimError('not_found', { kind: 'code', name: code });
  return row;
}

function listed(project: OpenProject, id: string): Code {
  return listCodes(project).find((code) => code.id === id)!;
}

function lookOf(row: CodeRow): CodeLook {
  return { color: row.color, mark: row.mark as CodeMark };
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

function codeName(project: OpenProject, name: string, parent: string | null, self?: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new VerbatimError('name_empty', { kind: 'code' });
  const names = new CodeNames(project.store);
  const taken = project.store
    .all(codeQueries.all)
    .some((row) => row.parent === parent && row.id !== self && names.name(row.id) === trimmed);
  if (taken) throw new VerbatimError('name_taken', { kind: 'code', name: trimmed });
  return trimmed;
}

function updateCode(project: OpenProject, log: ChangeLog, row: CodeRow, input: ParsedInput<'codes.update'>): void {
  const language = input.language ?? row.language;
  let rulesChanged = false;
  if (input.texts) {
    const standing = project.store.all(codeTextQueries.ofCode, row.id).find((text) => text.language === language);
    const next: CodeTextRow = {
      code: row.id,
      language,
      name:
        input.texts.name === undefined
          ? (standing?.name ?? '')
          : codeName(project, input.texts.name, row.parent, row.id),
      definition: input.texts.definition ?? standing?.definition ?? '',
      when_to_use: input.texts.whenToUse ?? standing?.when_to_use ?? '',
      when_not_to_use: input.texts.whenNotToUse ?? standing?.when_not_to_use ?? '',
    };
    rulesChanged =
      (standing?.definition ?? '') !== next.definition ||
      (standing?.when_to_use ?? '') !== next.when_to_use ||
      (standing?.when_not_to_use ?? '') !== next.when_not_to_use;
    if (standing) log.update(codeTextTable, JSON.stringify([row.id, language]), next);
    else log.insert(codeTextTable, next);
  }
  if (input.aliases) {
    for (const alias of project.store.all(codeAliasQueries.ofCode, row.id)) log.remove(codeAliasTable, alias.id);
    for (const [position, alias] of input.aliases.entries())
      log.insert(codeAliasTable, { id: project.newId(), code: row.id, position, ...alias });
  }
  log.update(codeTable, row.id, {
    ...(input.color === undefined ? {} : { color: input.color }),
    ...(input.mark === undefined ? {} : { mark: input.mark }),
    ...(input.pinned === undefined ? {} : { pinned: Number(input.pinned) }),
    ...(input.retired === undefined ? {} : { retired: Number(input.retired) }),
    ...(rulesChanged ? { version: row.version + 1 } : {}),
  });
}

/** The code and everything below it, children before their parents. */
function subtree(rows: readonly CodeRow[], code: string): string[] {
  const children = rows.filter((row) => row.parent === code);
  return [...children.flatMap((child) => subtree(rows, child.id)), code];
}

function removeCode(project: OpenProject, log: ChangeLog, code: string): number {
  const { store } = project;
  const codings = store.all(codingQueries.ofCode, code);
  for (const coding of codings) removeCoding(store, log, coding.id);
  for (const selection of new Set(codings.map((coding) => coding.selection)))
    removeSelectionIfBare(store, log, selection);
  for (const memo of store.all(memoQueries.onCode, code)) log.remove(memoTable, memo.id);
  for (const alias of store.all(codeAliasQueries.ofCode, code)) log.remove(codeAliasTable, alias.id);
  for (const example of store.all(codeExampleQueries.ofCode, code)) log.remove(codeExampleTable, example.id);
  for (const text of store.all(codeTextQueries.ofCode, code))
    log.remove(codeTextTable, JSON.stringify([code, text.language]));
  log.remove(codeTable, code);
  return codings.length;
}

export function codebookService(
  context: Context,
): Service<'codes.list' | 'codes.create' | 'codes.update' | 'codes.move' | 'codes.remove'> {
  return {
    'codes.list': () => listCodes(context.project()),

    'codes.create': ({ name, language, parent = null, color, mark }) => {
      const project = context.project();
      if (parent !== null) codeRow(project, parent);
      const free = codeName(project, name, parent);
      const written = language ?? project.store.get(projectQueries.only)?.language ?? 'en';
      const row = project.change('codes.create', { code: free }, (log) =>
        insertCode(project, log, { name: free, language: written, parent, color, mark }),
      );
      return listed(project, row.id);
    },

    'codes.update': (input) => {
      const project = context.project();
      const row = codeRow(project, input.code);
      const label = { code: new CodeNames(project.store).name(row.id) };
      project.change('codes.update', label, (log) => updateCode(project, log, row, input));
      return listed(project, row.id);
    },

    'codes.move': ({ code, parent, before }) => {
      const project = context.project();
      const row = codeRow(project, code);
      const rows = project.store.all(codeQueries.all);
      const names = new CodeNames(project.store);
      if (parent !== null) codeRow(project, parent);
      if (wouldCloseCircle(rows, code, parent)) throw new VerbatimError('code_cycle', { name: names.name(code) });
      if (parent !== row.parent) codeName(project, names.name(code), parent, code);
      const siblings = rows
        .filter((other) => other.parent === parent && other.id !== code)
        .sort((a, b) => a.position - b.position);
      const place = before === null ? siblings.length : siblings.findIndex((sibling) => sibling.id === before);
      if (place < 0) throw new VerbatimError('not_found', { kind: 'code', name: before ?? '' });
      siblings.splice(place, 0, row);
      project.change('codes.move', { code: names.name(code) }, (log) => {
        for (const [position, sibling] of siblings.entries()) {
          log.update(codeTable, sibling.id, sibling.id === code ? { position, parent } : { position });
        }
      });
      return {};
    },

    'codes.remove': ({ code }) => {
      const project = context.project();
      codeRow(project, code);
      const doomed = subtree(project.store.all(codeQueries.all), code);
      const codings = project.change('codes.remove', { code: new CodeNames(project.store).name(code) }, (log) =>
        doomed.reduce((sum, each) => sum + removeCode(project, log, each), 0),
      );
      return { codes: doomed.length, codings };
    },
  };
}
