import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({ language: z.string(), words: z.string() });
export const stopListTable = defineTable('stop_list', row, ['language']);

export const stopListQueries = {
  all: defineQuery(row, 'SELECT language, words FROM stop_list ORDER BY language'),
};
