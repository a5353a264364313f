import { z } from 'zod';
import { command, query } from '../method.ts';
import { id } from '../schema/scalars.ts';
import { searchHit } from './search.ts';

/** Longest text of a query, in UTF-16 units. */
export const longestQuery = 10_000;
const queryText = z.string().max(longestQuery);

export const savedQuery = z.object({ id: id<'savedQuery'>(), name: z.string(), query: z.string() });
export type SavedQuery = z.infer<typeof savedQuery>;

export const queriesMethods = {
  /** Passages that a query finds, a page of them in the order of transcripts and places. Throws `query_syntax`. */
  'query.run': query({
    input: z.object({
      query: queryText,
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(5000).default(200),
    }),
    output: z.object({
      /** Places found: several coders' passages of the same words are one. */
      total: z.number().int(),
      documents: z.number().int(),
      /** Cases of these transcripts. */
      respondents: z.number().int(),
      passages: z.array(searchHit),
      /** Parts of the query that cannot hold together, as they are written. */
      contradictions: z.array(z.object({ a: z.string(), b: z.string() })),
    }),
  }),
  'queries.list': query({ input: z.object({}), output: z.array(savedQuery) }),
  /** Keeps a query under a name; one that has the name already is written over. Throws `query_syntax`, `name_empty`. */
  'queries.save': command({ input: z.object({ name: z.string().max(200), query: queryText }), output: savedQuery }),
  'queries.remove': command({ input: z.object({ query: id<'savedQuery'>() }), output: z.object({}) }),
};
