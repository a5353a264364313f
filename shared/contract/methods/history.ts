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

export const historyMethods = {
  'history.state': query({
    input: z.object({}),
    output: z.object({ revision: z.number().int(), undo: historyStep.nullable(), redo: historyStep.nullable() }),
  }),
  'history.undo': command({ input: z.object({}), output: z.object({ step: historyStep, place }) }),
  'history.redo': command({ input: z.object({}), output: z.object({ step: historyStep, place }) }),
};
