import { z } from 'zod';
import { defineQuery } from '../table.ts';

const madeRow = z.object({ copy: z.string(), coder: z.string(), base_revision: z.number(), at: z.string() });

export const madeCopyQueries = {
  all: defineQuery(madeRow, 'SELECT copy, coder, base_revision, at FROM made_copy ORDER BY at, copy'),
};

const stampRow = z.object({ table_name: z.string(), key: z.string(), live: z.string(), gone: z.string() });
export type StampRow = z.infer<typeof stampRow>;

/** Stands for a time of removal after which nothing brings a row back: later than any time. */
export const goneForGood = '~';

const writeRow = z.object({
  /** The change set it was done by. */
  by: z.string(),
  copy: z.string(),
  revision: z.number(),
  /** Revision of the merge it came with; 0 for what was done in this file. */
  merge: z.number(),
  table_name: z.string(),
  key: z.string(),
  /** 1 where a coder's own row was changed in the copy made for that coder. */
  own: z.number(),
  /** 1 where the row stood afterwards, 0 where it was gone. */
  stands: z.number(),
  at: z.string(),
});
export type WriteRow = z.infer<typeof writeRow>;

/** Tables of which the coder's copy has the last word on the coder's own rows. */
export const ownedTables: ReadonlySet<string> = new Set([
  'coder_document',
  'selection',
  'coding',
  'memo',
  'translation',
]);

/*
 * A stamp is when a row was last written (live) or removed (gone): '1' before the time where a coder's own row was changed in
 * the copy made for that coder, else '0'; empty where that never happened. What merges wrote is stamped by those who first did.
 * These are the changes stamps are made of, each file's in its order.
 */
const ownIn = (copyFor: string): string =>
  `(${copyFor} IS NOT NULL AND table_name IN (${[...ownedTables].map((name) => `'${name}'`).join(', ')})
     AND coalesce(json_extract(coalesce(after, before), '$.coder') = ${copyFor}, 0)) AS own`;

const stands = "((CASE WHEN sets.kind = 'undo' THEN before ELSE after END) IS NOT NULL) AS stands";

export const stampQueries = {
  carried: defineQuery(stampRow, 'SELECT table_name, key, live, gone FROM main.row_stamp'),
  /** Rows of respondents who were taken out for good. */
  goneForGood: defineQuery(
    stampRow,
    `SELECT table_name, key, live, gone FROM main.row_stamp WHERE gone = '${goneForGood}'`,
  ),
  made: defineQuery(
    writeRow,
    `SELECT sets.id AS "by", '' AS copy, sets.revision AS revision, 0 AS merge, table_name, key,
            ${ownIn('(SELECT copy_for FROM project)')}, ${stands}, sets.at AS at
       FROM main.change_set AS sets JOIN main.change ON change.change_set = coalesce(sets.target, sets.revision)
      WHERE sets.command <> 'copies.merge' AND table_name <> 'document_text' ORDER BY sets.revision`,
  ),
  taken: defineQuery(
    writeRow,
    `SELECT sets.id AS "by", sets.copy AS copy, sets.revision AS revision, sets.merge AS merge, table_name, key,
            ${ownIn('sets.copy_for')}, ${stands}, sets.at AS at
       FROM main.foreign_change_set AS sets JOIN main.foreign_change ON foreign_change.change_set = coalesce(sets.target, sets.id)
       JOIN main.change_set AS merges ON merges.revision = sets.merge
      WHERE merges.undone_by IS NULL AND sets.command <> 'copies.merge' AND table_name <> 'document_text'
      ORDER BY sets.copy, sets.revision, sets.id`,
  ),
  /** What erased the past last: stamps of what was before were given then. */
  erased: defineQuery(
    z.object({ revision: z.number() }),
    `SELECT coalesce(max(revision), 0) AS revision FROM main.change_set WHERE command IN ('pseudonyms.seal', 'cases.purge')`,
  ),
  /** Which of two versions is to stand, chosen in a merge (its revision, where it was one of this file): as if it had been written then. */
  chosen: defineQuery(
    z.object({ table_name: z.string(), key: z.string(), live: z.string(), merge: z.number().nullable() }),
    `SELECT substr(choice.key, 1, instr(choice.key, ' ') - 1) AS table_name, substr(choice.key, instr(choice.key, ' ') + 1) AS key,
            choice.value || merges.at AS live, merges.merge AS merge
       FROM (SELECT label, at, revision AS merge FROM main.change_set WHERE command = 'copies.merge' AND kind = 'command' AND undone_by IS NULL
             UNION ALL
             SELECT sets.label, sets.at, NULL AS merge FROM main.foreign_change_set AS sets
               JOIN main.change_set AS merged ON merged.revision = sets.merge
              WHERE sets.command = 'copies.merge' AND sets.kind = 'command' AND merged.undone_by IS NULL) AS merges
       JOIN json_each(json_extract(merges.label, '$.chosen')) AS choice ORDER BY merges.merge`,
  ),
};

export const mergeQueries = {
  /** Rows that merges which stand have written; not what moves along with a text. */
  written: defineQuery(
    z.object({ table_name: z.string(), key: z.string() }),
    `SELECT DISTINCT table_name, key FROM main.change JOIN main.change_set AS sets ON sets.revision = change.change_set
      WHERE sets.command = 'copies.merge' AND sets.kind = 'command' AND sets.undone_by IS NULL
        AND table_name NOT IN ('document_text', 'selection', 'turn', 'speaker', 'project')`,
  ),
};

const foreignSetRow = z.object({
  id: z.string(),
  copy: z.string(),
  copy_for: z.string().nullable(),
  revision: z.number(),
  kind: z.string(),
  command: z.string(),
  label: z.string(),
  coder: z.string().nullable(),
  at: z.string(),
  target: z.string().nullable(),
});
export type ForeignSetRow = z.infer<typeof foreignSetRow>;

const foreignChangeRow = z.object({
  change_set: z.string(),
  seq: z.number(),
  table_name: z.string(),
  key: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type ForeignChangeRow = z.infer<typeof foreignChangeRow>;

/** The whole history a file knows, its own and what it took from others, told the same way: identifiers instead of revisions. */
export const knownHistoryQueries = {
  sets: defineQuery(
    foreignSetRow,
    `SELECT sets.id AS id, (SELECT copy_id FROM project) AS copy, (SELECT copy_for FROM project) AS copy_for, sets.revision AS revision,
            sets.kind AS kind, sets.command AS command, sets.label AS label, sets.coder AS coder, sets.at AS at,
            coalesce((SELECT id FROM main.change_set AS targets WHERE targets.revision = sets.target), NULL) AS target
       FROM main.change_set AS sets
     UNION ALL
     SELECT id, copy, copy_for, revision, kind, command, label, coder, at, target FROM main.foreign_change_set
      WHERE (SELECT undone_by FROM main.change_set WHERE change_set.revision = foreign_change_set.merge) IS NULL`,
  ),
  /** Whether any step of it touched a row. */
  ofRow: defineQuery(
    z.object({ key: z.string() }),
    `SELECT key FROM (SELECT table_name, key FROM main.change UNION ALL SELECT table_name, key FROM main.foreign_change)
      WHERE table_name = ? AND key = ? LIMIT 1`,
  ),
  changes: defineQuery(
    foreignChangeRow,
    `SELECT sets.id AS change_set, seq, table_name, key, before, after
       FROM main.change JOIN main.change_set AS sets ON sets.revision = change.change_set
     UNION ALL
     SELECT change_set, seq, table_name, key, before, after FROM main.foreign_change`,
  ),
};

/** What the schema itself says of the tables: which columns name rows of others, and what may stand in one row only. */
export const schemaQueries = {
  references: defineQuery(
    z.object({
      table_name: z.string(),
      column_name: z.string(),
      target: z.string(),
      nullable: z.number(),
      in_key: z.number(),
    }),
    `SELECT coalesce(tables.name, '') AS table_name, coalesce(keys."from", '') AS column_name, coalesce(keys."table", '') AS target,
            columns."notnull" = 0 AS nullable, columns.pk > 0 AS in_key
       FROM main.sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
       JOIN pragma_table_info(tables.name) AS columns ON columns.name = keys."from"
      WHERE tables.type = 'table' AND keys."table" <> 'blob'`,
  ),
  uniques: defineQuery(
    z.object({ table_name: z.string(), index_name: z.string(), column_name: z.string() }),
    `SELECT coalesce(tables.name, '') AS table_name, coalesce(indexes.name, '') AS index_name, coalesce(columns.name, '') AS column_name
       FROM main.sqlite_schema AS tables JOIN pragma_index_list(tables.name) AS indexes
       JOIN pragma_index_info(indexes.name) AS columns
      WHERE tables.type = 'table' AND indexes."unique" = 1 AND indexes.origin = 'u' AND indexes.partial = 0
      ORDER BY tables.name, indexes.name, columns.seqno`,
  ),
};
