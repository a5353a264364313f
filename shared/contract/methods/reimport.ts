import { z } from 'zod';
import { anchorFindings } from '../../text/reanchor.ts';
import { job } from '../method.ts';
import { id, position } from '../schema/scalars.ts';
import { importFile } from './documents.ts';

/** How much of what stands around a change is shown with it, in UTF-16 units on either side. */
export const changeContext = 40;

/** One place where the corrected file says something else. */
const shownChange = z.object({
  before: z.string(),
  removed: z.string(),
  inserted: z.string(),
  after: z.string(),
  /** 1-based number of the turn it stands in; null outside turns. */
  turn: z.number().int().nullable(),
});
export type ShownChange = z.infer<typeof shownChange>;

/** A passage whose words are others in the corrected file, or that is not found there. */
const movedPassage = z.object({
  selection: id<'selection'>(),
  coderName: z.string(),
  codes: z.array(id<'code'>()),
  finding: z.enum(anchorFindings),
  /** Likeness of the words found to those it had. */
  score: z.number(),
  quote: z.string(),
  /** The words it would stand on; empty where it is lost. */
  now: z.string(),
  start: position,
  end: position,
});
export type MovedPassage = z.infer<typeof movedPassage>;

const input = z.object({ document: id<'document'>(), file: importFile });

export const reimportMethods = {
  /** What a corrected file would change, without changing anything. */
  'reimport.preview': job({
    input,
    output: z.object({
      file: z.string(),
      /** The text this was compared with. */
      textHash: z.string(),
      characters: z.object({ before: z.number().int(), after: z.number().int() }),
      turns: z.object({ before: z.number().int(), after: z.number().int() }),
      /** Names of speakers the document does not have yet. */
      newSpeakers: z.array(z.string()),
      /** How many places differ; the first of them. */
      changes: z.number().int(),
      shown: z.array(shownChange),
      /** Passages by what becomes of them. */
      counts: z.object({
        same: z.number().int(),
        sure: z.number().int(),
        doubtful: z.number().int(),
        lost: z.number().int(),
      }),
      /** All but those on the same words, the least sure first. */
      passages: z.array(movedPassage),
    }),
  }),
  /**
   * Puts the text, turns and bytes of a corrected file in place of a document's, as one step: passages follow their words,
   * doubtful and lost ones are listed for review. `base` is the `textHash` of the preview.
   */
  'reimport.commit': job({
    input: input.extend({ base: z.string() }),
    output: z.object({
      textHash: z.string(),
      doubtful: z.number().int(),
      lost: z.number().int(),
    }),
  }),
};
