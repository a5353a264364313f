import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({ kind: z.string(), entity: z.string(), guid: z.string(), source: z.string() });
export const externalIdTable = defineTable('external_id', row, ['kind', 'entity', 'source']);

export const externalIdQueries = {
  all: defineQuery(row, 'SELECT kind, entity, guid, source FROM external_id ORDER BY kind, entity, source'),
  byGuid: defineQuery(row, 'SELECT kind, entity, guid, source FROM external_id WHERE guid = ?'),
};
