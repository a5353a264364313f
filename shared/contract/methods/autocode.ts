import { z } from 'zod';
import { command, query } from '../method.ts';
import { passage } from '../schema/entities.ts';
import { id, position } from '../schema/scalars.ts';

/** A part of the transcripts' structure: what one speaker says, wherever the name is the same, or what answers a question of the guide. */
const structure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('speaker'), name: z.string() }),
  z.object({ kind: z.literal('question'), question: id<'question'>() }),
]);
export type Structure = z.infer<typeof structure>;

export const autocodeMethods = {
  /** Speakers by name over all transcripts: what can be coded by speaker. */
  'autocode.speakers': query({
    input: z.object({}),
    output: z.array(
      z.object({ name: z.string(), role: z.string(), turns: z.number().int(), documents: z.number().int() }),
    ),
  }),
  /** The passages that would be coded, in the order of the transcripts. */
  'autocode.preview': query({ input: structure, output: z.array(passage) }),
  /** Codes chosen passages in one step, marked as automatic; a name makes a new code at the top. */
  'autocode.run': command({
    input: z.object({
      assignments: z
        .array(
          z.object({
            code: z.union([z.object({ id: id<'code'>() }), z.object({ name: z.string() })]),
            passages: z.array(z.object({ document: id<'document'>(), start: position, end: position })).min(1),
          }),
        )
        .min(1),
    }),
    output: z.object({ codings: z.number().int(), present: z.number().int(), codes: z.array(id<'code'>()) }),
  }),
};
