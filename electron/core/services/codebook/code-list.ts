import type { AliasKind, Code, CodeExample } from '../../../../shared/contract/schema/entities.ts';
import { type CodeMark, codesInTreeOrder } from '../../../../shared/domain/codebook.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import {
  codeAliasQueries,
  codeExampleQueries,
  type CodeExampleRow,
  codeQueries,
  codeTextQueries,
} from '../../store/repositories/code-table.ts';
import { selectionTable } from '../../store/repositories/selection-table.ts';
import type { OpenProject } from '../project/open-project.ts';

function exampleOf({ store }: OpenProject, row: CodeExampleRow): CodeExample {
  const selection = row.selection === null ? null : store.row(selectionTable, row.selection);
  return {
    id: asId<'example'>(row.id),
    text: row.text,
    origin: row.origin,
    passage:
      selection === null || selection.state === 'detached'
        ? null
        : { document: asId<'document'>(selection.document), start: selection.start_at, end: selection.end_at },
  };
}

/** All codes with their texts, in tree order. */
export function listCodes(project: OpenProject): Code[] {
  const { store } = project;
  const texts = Map.groupBy(store.all(codeTextQueries.all), ({ code }) => code);
  const examples = Map.groupBy(store.all(codeExampleQueries.all), ({ code }) => code);
  const aliases = Map.groupBy(store.all(codeAliasQueries.all), ({ code }) => code);
  const counts = Map.groupBy(store.all(codeQueries.counts), ({ code }) => code);
  const outdated = new Map(store.all(codeQueries.outdated).map(({ code, codings }) => [code, codings]));
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
    asksMemo: row.asks_memo === 1,
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
    examples: (examples.get(row.id) ?? []).map((example) => exampleOf(project, example)),
    aliases: (aliases.get(row.id) ?? []).map(({ text, kind }) => ({ text, kind: kind as AliasKind })),
    codings: Object.fromEntries((counts.get(row.id) ?? []).map(({ coder, codings }) => [coder, codings])),
    outdated: outdated.get(row.id) ?? 0,
  }));
}
