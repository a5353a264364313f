import { z } from 'zod';
import { command, query } from '../method.ts';
import { codingOutcome } from './codings.ts';
import { id, instant, languageTag, position } from '../schema/scalars.ts';

/** What took a selection's words from it: a correction, a file imported again, or names replaced. */
export const reviewCauses = ['corrected', 'reimported', 'replaced'] as const;
export type ReviewCause = (typeof reviewCauses)[number];

/** How much of what stands around a place is shown with it, in UTF-16 units on either side. */
export const reviewContext = 60;

/** A selection someone should look at. */
export const doubtedSelection = z.object({
  selection: id<'selection'>(),
  document: id<'document'>(),
  documentName: z.string(),
  language: languageTag,
  coder: id<'coder'>(),
  coderName: z.string(),
  /** `uncertain`: it stands somewhere, but perhaps not on its words; `detached`: it stands nowhere. */
  state: z.enum(['uncertain', 'detached']),
  /** Null where it came in doubtful from elsewhere. */
  cause: z.enum(reviewCauses).nullable(),
  at: instant,
  /** The words it had. */
  quote: z.string(),
  /** Where it stands, or where its words stood. */
  start: position,
  end: position,
  /** The words there now. */
  now: z.string(),
  before: z.string(),
  after: z.string(),
  codes: z.array(id<'code'>()),
  memos: z.number().int(),
  /** Looked at and left without a place. */
  kept: z.boolean(),
});
export type DoubtedSelection = z.infer<typeof doubtedSelection>;

export const reviewMethods = {
  /** Selections that are detached or uncertain, by document in text order. */
  'review.list': query({ input: z.object({}), output: z.array(doubtedSelection) }),
  /** Puts a selection with all that hangs on it on other words of its document; it need not be one's own. */
  'review.place': command({
    input: z.object({ selection: id<'selection'>(), start: position, end: position }),
    output: codingOutcome,
  }),
  /** Leaves selections as they are: an uncertain one is right where it stands, a detached one stays without a place. */
  'review.keep': command({
    input: z.object({ selections: z.array(id<'selection'>()).min(1) }),
    output: z.object({}),
  }),
  /** Removes selections with their codings and memos. */
  'review.remove': command({
    input: z.object({ selections: z.array(id<'selection'>()).min(1) }),
    output: z.object({ codings: z.number().int() }),
  }),
};
