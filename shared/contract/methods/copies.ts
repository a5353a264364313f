import { z } from 'zod';
import { job, query } from '../method.ts';
import { id, instant, ticket } from '../schema/scalars.ts';

/** What merging did, or would do, to the rows of one table. */
const tableTally = z.object({
  table: z.string(),
  same: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
});
export type TableTally = z.infer<typeof tableTally>;

export const mergeSides = ['here', 'there'] as const;
export type MergeSide = (typeof mergeSides)[number];

/** A row that was changed on both sides since the copy was made: the later one is taken unless told otherwise. */
const mergeConflict = z.object({
  /** Names it in `choices`. */
  row: z.string(),
  table: z.string(),
  /** What it is called: the code, document, case. */
  name: z.string(),
  fields: z.array(z.object({ field: z.string(), here: z.string().nullable(), there: z.string().nullable() })),
  taken: z.enum(mergeSides),
});
export type MergeConflict = z.infer<typeof mergeConflict>;

export const mergeNoteKinds = [
  /** Removed on one side, in use on the other: it stays. */
  'kept',
  /** Two different things had one name: the younger one has got another. */
  'renamed',
  /** Imported in both, with the same text: one document. */
  'same_document',
  /** Two coders of one name: one coder. */
  'same_coder',
  /** The same passage coded twice with one code: once. */
  'same_coding',
  /** Its place would have closed a circle in the codebook: it stands at the top. */
  'circle',
  /** Of respondents who were taken out for good: it stays out. */
  'withdrawn',
  /** The copy was made before names were sealed: it may have brought them back. */
  'unsealed',
] as const;
const mergeNote = z.object({ kind: z.enum(mergeNoteKinds), table: z.string(), name: z.string() });
export type MergeNote = z.infer<typeof mergeNote>;

const mergedFile = z.object({
  file: z.string(),
  copy: z.string(),
  /** The coder the copy was made for. */
  coder: z.string().nullable(),
  tables: z.array(tableTally),
  /** Respondents taken out for good in the copy and still here: names as they are here. */
  withdrawn: z.array(z.string()),
  conflicts: z.array(mergeConflict),
  notes: z.array(mergeNote),
  /** What becomes of the codebook without a conflict, side by side; null where a code is new or goes. */
  codebook: z.array(
    z.object({
      row: z.string(),
      name: z.string(),
      fields: z.array(z.object({ field: z.string(), here: z.string().nullable(), there: z.string().nullable() })),
    }),
  ),
  /** Documents whose texts differ: passages found again in the text that stays, and those that were not. */
  texts: z.array(
    z.object({
      document: z.string(),
      taken: z.enum(mergeSides),
      placed: z.number().int(),
      detached: z.array(z.string()),
    }),
  ),
  /** Change sets of the other file taken over to be read. */
  steps: z.number().int(),
});
export type MergedFile = z.infer<typeof mergedFile>;

const merged = z.object({
  files: z.array(mergedFile),
  /** Nothing would change: all of it is here. */
  nothingToDo: z.boolean(),
});
export type Merged = z.infer<typeof merged>;

export const copiesMethods = {
  /**
   * A project file for one coder that does not hold the codings, memos and history of the others; where `assigned`, only the
   * transcripts dealt to that coder. Throws `nothing_assigned`.
   */
  'copies.make': job({
    input: z.object({ coder: id<'coder'>(), assigned: z.boolean().optional() }),
    output: z.object({ ticket, copy: z.string(), documents: z.number().int(), codings: z.number().int() }),
  }),
  /** Copies made from this file, oldest first, and whether one came back. */
  'copies.list': query({
    input: z.object({}),
    output: z.array(
      z.object({
        copy: z.string(),
        coder: id<'coder'>(),
        revision: z.number().int(),
        at: instant,
        isMerged: z.boolean(),
      }),
    ),
  }),
  /** What merging these files would do, one after the other; nothing is changed. Throws `merge_stranger` and the errors of an unreadable project. */
  'copies.preview': job({ input: z.object({ tickets: z.array(ticket).min(1).max(50) }), output: merged }),
  /**
   * Merges copies of this project into it in one step, after a backup. Rows are told apart by their identifiers, the later
   * change counts, a coder's own rows count as they are in that coder's copy; `choices` by a conflict's `row`. Respondents
   * taken out for good in a copy are taken out here first, which cannot be undone. Throws `merge_withdrawn` unless that is wanted.
   */
  'copies.merge': job({
    input: z.object({
      tickets: z.array(ticket).min(1).max(50),
      choices: z.record(z.string(), z.enum(mergeSides)).optional(),
      removesWithdrawn: z.boolean().optional(),
    }),
    output: merged,
  }),
};
