import { z } from 'zod';
import { speakerRoles } from '../../domain/transcript.ts';
import { searchModes } from '../../search/search-query.ts';
import { codingUnits } from '../../transcript/coding-unit.ts';
import { command, query } from '../method.ts';
import { passage } from '../schema/entities.ts';
import { id, position } from '../schema/scalars.ts';

/** Most UTF-16 code units of context on each side of a hit; what is this long may go on. */
export const hitContext = 60;

export const searchHit = passage.extend({ before: z.string(), after: z.string() });
export type SearchHit = z.infer<typeof searchHit>;

/** What is searched for, and where. */
export const searchQuestion = z.object({
  query: z.string().min(1).max(2000),
  mode: z.enum(searchModes).optional(),
  /** Speakers' labels and times too. */
  labels: z.boolean().optional(),
  /** Only these documents. */
  documents: z.array(id<'document'>()).optional(),
  /** Only turns of speakers in these roles. */
  roles: z.array(z.enum(speakerRoles)).optional(),
});
export type SearchQuestion = z.infer<typeof searchQuestion>;

/** A place to go on from: hits that begin here or later, in the order of documents. */
const searchPlace = z.object({ document: id<'document'>(), start: position });
export type SearchPlace = z.infer<typeof searchPlace>;

/** What of a transcript is coded for a hit. */
export const hitUnits = ['hit', ...codingUnits] as const;
export type HitUnit = (typeof hitUnits)[number];

export const searchMethods = {
  /** Hits in the order of documents and of their text, a page at a time. */
  'search.text': query({
    input: searchQuestion.extend({
      limit: z.number().int().positive().max(5000).optional(),
      from: searchPlace.optional(),
    }),
    output: z.object({
      hits: z.array(searchHit),
      /** Hits counted so far and the documents they are in, those before this page included. */
      total: z.number().int(),
      documents: z.number().int(),
      /** Whether that is all; otherwise there are at least so many. */
      isWhole: z.boolean(),
      /** Where the next page begins; null after the last. */
      next: searchPlace.nullable(),
    }),
  }),
  /** The hits of one document, without what stands around them: for marking them where they are. */
  'search.inDocument': query({
    input: searchQuestion.omit({ documents: true }).extend({ document: id<'document'>() }),
    output: z.object({ hits: z.array(z.object({ start: position, end: position })), isWhole: z.boolean() }),
  }),
  /** Codes what was found: the hits themselves or the sentences, turns or exchanges they are in, each once; origin automatic. */
  'search.code': command({
    input: z.object({
      hits: z
        .array(z.object({ document: id<'document'>(), start: position, end: position }))
        .min(1)
        .max(5000),
      unit: z.enum(hitUnits),
      codes: z.array(id<'code'>()).min(1),
    }),
    /** `present`: passages that had all the codes already. */
    output: z.object({ passages: z.number().int(), codings: z.number().int(), present: z.number().int() }),
  }),
};
