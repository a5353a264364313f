import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { ParsedInput } from '../../../../shared/contract/methods.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import {
  codeAliasQueries,
  codeAliasTable,
  codeExampleQueries,
  codeExampleTable,
  type CodeRow,
  codeTable,
  codeTextQueries,
  type CodeTextRow,
  codeTextTable,
} from '../../store/repositories/code-table.ts';
import { freeCodeName } from './code-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { removeSelectionIfBare } from '../codings/selections.ts';

type Details = Omit<ParsedInput<'codes.update'>, 'code' | 'parent'>;
type Texts = NonNullable<Details['texts']>[string];

const rules = ['definition', 'when_to_use', 'when_not_to_use'] as const;

/** Writes a code's texts in one language. Answers whether a rule became another: a rule translated for the first time did not. */
function writeTexts(project: OpenProject, log: ChangeLog, row: CodeRow, language: string, texts: Texts): boolean {
  const standing = project.store.all(codeTextQueries.ofCode, row.id).find((text) => text.language === language);
  const isWritten = language === row.language;
  const name =
    texts.name === undefined
      ? (standing?.name ?? '')
      : isWritten
        ? freeCodeName(project, texts.name, row.parent, row.id)
        : texts.name.trim();
  const next: CodeTextRow = {
    code: row.id,
    language,
    name,
    definition: texts.definition ?? standing?.definition ?? '',
    when_to_use: texts.whenToUse ?? standing?.when_to_use ?? '',
    when_not_to_use: texts.whenNotToUse ?? standing?.when_not_to_use ?? '',
  };
  const isEmpty = next.name === '' && rules.every((rule) => next[rule] === '');
  const key = JSON.stringify([row.id, language]);
  if (standing && isEmpty) log.remove(codeTextTable, key);
  else if (standing) log.update(codeTextTable, key, next);
  else if (!isEmpty) log.insert(codeTextTable, next);
  return rules.some((rule) => {
    const before = standing?.[rule] ?? '';
    return before !== next[rule] && (isWritten || before !== '');
  });
}

/** Makes the code's aliases these, in this order; empty and repeated ones are left out, ones that stay are not touched. */
function writeAliases(
  project: OpenProject,
  log: ChangeLog,
  code: string,
  wanted: NonNullable<Details['aliases']>,
): void {
  const nameOf = ({ kind, text }: { kind: string; text: string }): string => `${kind} ${text}`;
  const standing = new Map(project.store.all(codeAliasQueries.ofCode, code).map((alias) => [nameOf(alias), alias.id]));
  const trimmed = wanted.map(({ kind, text }) => ({ kind, text: text.trim() })).filter(({ text }) => text !== '');
  const distinct = [...new Map(trimmed.map((alias) => [nameOf(alias), alias])).values()];
  const stays = new Set(distinct.map(nameOf));
  for (const [name, id] of standing) if (!stays.has(name)) log.remove(codeAliasTable, id);
  for (const [position, alias] of distinct.entries()) {
    const id = standing.get(nameOf(alias));
    if (id === undefined) log.insert(codeAliasTable, { id: project.newId(), code, position, ...alias });
    else log.update(codeAliasTable, id, { position });
  }
}

/** Makes the code's examples these, in this order. Throws `not_found` for an example the code has not. */
function writeExamples(
  project: OpenProject,
  log: ChangeLog,
  code: string,
  wanted: NonNullable<Details['examples']>,
): void {
  const standing = project.store.all(codeExampleQueries.ofCode, code);
  const written = wanted.filter(({ text }) => text.trim() !== '');
  for (const example of standing) {
    if (written.some(({ id }) => id === example.id)) continue;
    log.remove(codeExampleTable, example.id);
    if (example.selection !== null) removeSelectionIfBare(project.store, log, example.selection);
  }
  for (const [position, { id, text, origin }] of written.entries()) {
    if (id === undefined)
      log.insert(codeExampleTable, {
        id: project.newId(),
        code,
        position,
        text: text.trim(),
        origin: origin ?? '',
        selection: null,
      });
    else if (standing.some((example) => example.id === id))
      log.update(codeExampleTable, id, { position, text: text.trim(), ...(origin === undefined ? {} : { origin }) });
    else throw new VerbatimError('not_found', { kind: 'example', name: id });
  }
}

/**
 * Writes what is said of a code and leaves the rest as it is. A changed definition or rule makes a new version.
 * Throws `name_empty`, `name_taken`, `not_found`.
 */
export function writeDetails(project: OpenProject, log: ChangeLog, row: CodeRow, details: Details): void {
  const changes = Object.entries(details.texts ?? {}).map(([language, texts]) =>
    writeTexts(project, log, row, language, texts),
  );
  if (details.aliases) writeAliases(project, log, row.id, details.aliases);
  if (details.examples) writeExamples(project, log, row.id, details.examples);
  log.update(codeTable, row.id, {
    ...(details.color === undefined ? {} : { color: details.color }),
    ...(details.mark === undefined ? {} : { mark: details.mark }),
    ...(details.asksMemo === undefined ? {} : { asks_memo: Number(details.asksMemo) }),
    ...(details.pinned === undefined ? {} : { pinned: Number(details.pinned) }),
    ...(details.retired === undefined ? {} : { retired: Number(details.retired) }),
    ...(changes.includes(true) ? { version: row.version + 1 } : {}),
  });
}
