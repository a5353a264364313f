import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({ name: z.string(), content: z.string() });
export const sheetTable = defineTable('sheet', row, ['name']);

export const sheetQueries = {
  byName: defineQuery(row, 'SELECT name, content FROM sheet WHERE name = ?'),
};
