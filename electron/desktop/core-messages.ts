import { z } from 'zod';

/** What the main process tells the core's process; a client's port comes with `client`. */
export const toCore = z.discriminatedUnion('type', [
  z.object({ type: z.literal('client') }),
  z.object({ type: z.literal('open'), path: z.string() }),
  z.object({ type: z.literal('menu'), command: z.string() }),
  z.object({ type: z.literal('chosen'), dialog: z.number(), path: z.string().nullable() }),
  z.object({ type: z.literal('close') }),
]);
export type ToCore = z.infer<typeof toCore>;

/** What the core's process tells the main process. */
export const fromCore = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('dialog'),
    dialog: z.number(),
    asks: z.enum(['project', 'place', 'folder']),
    suggestedName: z.string().nullable(),
  }),
  z.object({ type: z.literal('openFailed'), message: z.string() }),
]);
export type FromCore = z.infer<typeof fromCore>;
