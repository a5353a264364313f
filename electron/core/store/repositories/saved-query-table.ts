import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({ id: z.string(), name: z.string(), query: z.string(), created_at: z.string() });
export const savedQueryTable = defineTable('saved_query', row, ['id']);

export const savedQueryQueries = {
  all: defineQuery(row, 'SELECT id, name, query, created_at FROM saved_query ORDER BY name'),
  byName: defineQuery(row, 'SELECT id, name, query, created_at FROM saved_query WHERE name = ?'),
};
