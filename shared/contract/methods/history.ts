import { z } from 'zod';
import { command, query } from '../method.ts';
import { id, instant, position } from '../schema/scalars.ts';

/** A step of the history: the command and the words its label needs. */
export const historyStep = z.object({
  revision: z.number().int(),
  command: z.string(),
  label: z.record(z.string(), z.union([z.string(), z.number()])),
  coder: id<'coder'>().nullable(),
  at: instant,
});
export type HistoryStep = z.infer<typeof historyStep>;

/** Where a step happened, for the view to show it. */
const place = z.object({ document: id<'document'>(), start: position, end: position }).nullable();

/** A command in the list of steps. */
export const listedStep = historyStep.extend({
  /**
   * How many steps lie between it and now: 0 is the newest that stands, −2 is reached by two undos, 2 by two redos.
   * Null where it was undone and something else was done since: it is not reached any more.
   */
  away: z.number().int().nullable(),
  /** The past was erased after it: it stays as a record and is not gone back to. */
  sealed: z.boolean(),
});
export type ListedStep = z.infer<typeof listedStep>;

export const historyMethods = {
  'history.state': query({
    input: z.object({}),
    output: z.object({ revision: z.number().int(), undo: historyStep.nullable(), redo: historyStep.nullable() }),
  }),
  /** The commands of the project, newest first, a page at a time: those before a revision, or the newest. */
  'history.list': query({
    input: z.object({ before: z.number().int().positive().optional(), limit: z.number().int().min(1).max(500) }),
    output: z.object({ steps: z.array(listedStep), more: z.boolean() }),
  }),
  /**
   * Undoes or repeats steps until the one of this revision is the newest that stands, in one transaction; 0 or the making
   * of the project undoes everything. Each step stays in the history and can be undone or repeated again.
   */
  'history.goTo': command({
    input: z.object({ revision: z.number().int().nonnegative() }),
    output: z.object({ undone: z.number().int(), redone: z.number().int(), place }),
  }),
  /** Undoes the newest step that stands; with a revision only where that is the step of this revision. Throws `undo_overtaken`. */
  'history.undo': command({
    input: z.object({ revision: z.number().int().positive().optional() }),
    output: z.object({ step: historyStep, place }),
  }),
  'history.redo': command({ input: z.object({}), output: z.object({ step: historyStep, place }) }),
};
