import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({ kind: z.string(), entity: z.string(), guid: z.string(), source: z.string() });
export type ExternalIdRow = z.infer<typeof row>;
export const externalIdTable = defineTable('external_id', row, ['kind', 'entity', 'source']);

/** What GUIDs are compared by; an index has it. */
const key = "lower(replace(replace(replace(guid, '{', ''), '}', ''), ' ', ''))";

export const externalIdQueries = {
  all: defineQuery(row, 'SELECT kind, entity, guid, source FROM external_id ORDER BY kind, entity, source'),
  ofEntity: defineQuery(
    row,
    'SELECT kind, entity, guid, source FROM external_id WHERE kind = ? AND entity = ? ORDER BY source',
  ),
  anyOfKind: defineQuery(row, 'SELECT kind, entity, guid, source FROM external_id WHERE kind = ? LIMIT 1'),
  /** Of several at once, named as a JSON array; the cross keeps their names the outer loop. */
  ofEntities: defineQuery(
    row,
    `SELECT external_id.kind AS kind, external_id.entity AS entity, external_id.guid AS guid, external_id.source AS source
       FROM json_each(?) AS wanted CROSS JOIN external_id ON external_id.kind = ? AND external_id.entity = wanted.value
      ORDER BY external_id.source`,
  ),
  ofKind: defineQuery(row, 'SELECT kind, entity, guid, source FROM external_id WHERE kind = ? ORDER BY entity, source'),
  /** Few have one key, very many are of one kind: the plus keeps the kind out of the choice of the index. */
  byKey: defineQuery(
    row,
    `SELECT kind, entity, guid, source FROM external_id WHERE ${key} = ? AND +kind = ? ORDER BY entity, source`,
  ),
  /** Keys that stand for several rows, descriptions aside: these have the GUID of what they describe. */
  shared: defineQuery(
    z.object({ key: z.string() }),
    `SELECT ${key} AS key FROM external_id WHERE kind <> 'description' GROUP BY ${key} HAVING count(*) > 1`,
  ),
};
