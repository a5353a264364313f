import { z } from 'zod';
import { defineQuery } from '../table.ts';

export const viewStateQueries = {
  all: defineQuery(z.object({ key: z.string(), value: z.string() }), 'SELECT key, value FROM view_state'),
};
