import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({
  id: z.string(),
  place: z.string(),
  owner: z.string(),
  guid: z.string(),
  content: z.string(),
});
export type KeptElementRow = z.infer<typeof row>;
export const keptElementTable = defineTable('kept_element', row, ['id']);

const fileRow = z.object({ element: z.string(), path: z.string(), name: z.string(), bytes: z.string() });
export const keptFileTable = defineTable('kept_file', fileRow, ['element', 'path']);

export const keptElementQueries = {
  all: defineQuery(row, 'SELECT id, place, owner, guid, content FROM kept_element ORDER BY id'),
};

export const keptFileQueries = {
  all: defineQuery(fileRow, 'SELECT element, path, name, bytes FROM kept_file ORDER BY element, path'),
};
