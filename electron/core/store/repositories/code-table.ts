import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  position: z.number(),
  slug: z.string().nullable(),
  color: z.string(),
  mark: z.string(),
  codable: z.number(),
  pinned: z.number(),
  retired: z.number(),
  version: z.number(),
  language: z.string(),
  created_at: z.string(),
  asks_memo: z.number().nullable(),
});
export type CodeRow = z.infer<typeof row>;

export const codeTable = defineTable('code', row, ['id']);

export const codeQueries = {
  all: defineQuery(
    row,
    'SELECT id, parent, position, slug, color, mark, codable, pinned, retired, version, language, created_at, asks_memo FROM code ORDER BY position',
  ),
  counts: defineQuery(
    z.object({ code: z.string(), coder: z.string(), codings: z.number() }),
    'SELECT code, coder, count(*) AS codings FROM coding GROUP BY code, coder',
  ),
  /** Codings made under an older version; a code at its first version has none. */
  outdated: defineQuery(
    z.object({ code: z.string(), codings: z.number() }),
    `SELECT code.id AS code, count(*) AS codings
       FROM code JOIN coding ON coding.code = code.id AND coding.code_version < code.version
       JOIN selection ON selection.id = coding.selection AND selection.state <> 'detached'
      WHERE code.version > 1 GROUP BY code.id`,
  ),
};

const textRow = z.object({
  code: z.string(),
  language: z.string(),
  name: z.string(),
  definition: z.string(),
  when_to_use: z.string(),
  when_not_to_use: z.string(),
});
export type CodeTextRow = z.infer<typeof textRow>;
export const codeTextTable = defineTable('code_text', textRow, ['code', 'language']);
export const codeTextQueries = {
  all: defineQuery(textRow, 'SELECT code, language, name, definition, when_to_use, when_not_to_use FROM code_text'),
  ofCode: defineQuery(
    textRow,
    'SELECT code, language, name, definition, when_to_use, when_not_to_use FROM code_text WHERE code = ?',
  ),
};

const exampleRow = z.object({
  id: z.string(),
  code: z.string(),
  position: z.number(),
  text: z.string(),
  origin: z.string(),
  selection: z.string().nullable(),
});
export type CodeExampleRow = z.infer<typeof exampleRow>;
export const codeExampleTable = defineTable('code_example', exampleRow, ['id']);
export const codeExampleQueries = {
  all: defineQuery(
    exampleRow,
    'SELECT id, code, position, text, origin, selection FROM code_example ORDER BY code, position',
  ),
  ofCode: defineQuery(
    exampleRow,
    'SELECT id, code, position, text, origin, selection FROM code_example WHERE code = ? ORDER BY position',
  ),
  ofSelection: defineQuery(
    exampleRow,
    'SELECT id, code, position, text, origin, selection FROM code_example WHERE selection = ? ORDER BY position',
  ),
};

const aliasRow = z.object({
  id: z.string(),
  code: z.string(),
  position: z.number(),
  kind: z.string(),
  text: z.string(),
});
export const codeAliasTable = defineTable('code_alias', aliasRow, ['id']);
export const codeAliasQueries = {
  all: defineQuery(aliasRow, 'SELECT id, code, position, kind, text FROM code_alias ORDER BY code, position'),
  ofCode: defineQuery(
    aliasRow,
    'SELECT id, code, position, kind, text FROM code_alias WHERE code = ? ORDER BY position',
  ),
};
