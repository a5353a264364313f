import { z } from 'zod';
import { command, query } from '../method.ts';
import { id, instant } from '../schema/scalars.ts';

export const blindingActs = ['began', 'lifted', 'left'] as const;

const entry = z.object({
  coder: id<'coder'>(),
  /** `left`: another coder, who was not blind, was chosen meanwhile. */
  act: z.enum(blindingActs),
  reason: z.string(),
  at: instant,
  revision: z.number().int(),
});
export type BlindingEntry = z.infer<typeof entry>;

export const blindingMethods = {
  /** From now on the current coder sees nobody else's work in this file; every reading of it is filtered, and undo reaches only their own steps. */
  'blinding.begin': command({ input: z.object({}), output: z.object({}) }),
  /** Ends it. Who ended it, when and why is kept and cannot be undone. */
  'blinding.lift': command({ input: z.object({ reason: z.string().trim().min(1).max(500) }), output: z.object({}) }),
  /** Who coded blind from when to when, oldest first. */
  'blinding.log': query({ input: z.object({}), output: z.array(entry) }),
};
