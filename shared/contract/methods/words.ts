import { z } from 'zod';
import { speakerRoles } from '../../domain/transcript.ts';
import { command, query } from '../method.ts';
import { id, languageTag } from '../schema/scalars.ts';
import { searchHit } from './search.ts';

/** Whose words count, and where. */
const wordFilter = z.object({
  roles: z.array(z.enum(speakerRoles)).min(1).optional(),
  cases: z.array(id<'case'>()).min(1).optional(),
  documents: z.array(id<'document'>()).min(1).optional(),
  /** Within passages of these codes or those below them. */
  codes: z.array(id<'code'>()).min(1).optional(),
  /** First subtag, e.g. zh. */
  language: languageTag.optional(),
});
export type WordFilter = z.infer<typeof wordFilter>;

const page = {
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(5000).default(200),
};

const wordCount = z.object({
  form: z.string(),
  language: z.string(),
  word: z.string(),
  count: z.number().int(),
  documents: z.number().int(),
});
export type CountedWord = z.infer<typeof wordCount>;

export const stopList = z.object({ language: languageTag, words: z.array(z.string()), isOwn: z.boolean() });
export type StopList = z.infer<typeof stopList>;

export const wordsMethods = {
  /** How often each word is said, most frequent first: a page of the list. */
  'words.frequency': query({
    input: z.object({
      filter: wordFilter,
      /** Count the words of the stop lists too. */
      all: z.boolean().default(false),
      /** Only words with this in them. */
      find: z.string().optional(),
      ...page,
    }),
    output: z.object({
      words: z.number().int(),
      stopped: z.number().int(),
      /** Different words. */
      forms: z.number().int(),
      documents: z.number().int(),
      total: z.number().int(),
      counts: z.array(wordCount),
    }),
  }),
  /** Every place of words with what stands around it: of any text, or of a whole word (its form) in one language. */
  'words.kwic': query({
    input: z.object({
      filter: wordFilter,
      text: z.string().min(1).max(1000),
      whole: z.boolean().default(false),
      ...page,
    }),
    output: z.object({ total: z.number().int(), documents: z.number().int(), hits: z.array(searchHit) }),
  }),
  /** Stop lists of the languages of the transcripts. */
  'words.stopLists': query({ input: z.object({}), output: z.array(stopList) }),
  /** Sets the stop list of a language; null goes back to the one the program comes with. */
  'words.setStopList': command({
    input: z.object({ language: languageTag, words: z.array(z.string().max(100)).max(5000).nullable() }),
    output: z.object({}),
  }),
};
