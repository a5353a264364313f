import { z } from 'zod';
import { id } from '../schema/scalars.ts';

/** Which transcripts and codings an analysis is made of; whatever is left out does not limit it. */
export const analysisFilter = z.object({
  documents: z.array(id<'document'>()).min(1).optional(),
  /** Transcripts of cases that have one of the values of every attribute named; null: those without a value. */
  cases: z.array(z.object({ attribute: id<'attribute'>(), values: z.array(z.string().nullable()).min(1) })).optional(),
  /** Passages that share a position with one of this code, by the same coder, are marked in the figures, or left out of them. */
  marker: z.object({ code: id<'code'>(), treatment: z.enum(['marked', 'left_out']) }).optional(),
});
export type AnalysisFilter = z.infer<typeof analysisFilter>;

/** Whether codings of child codes count for their parents too. */
export const childCodes = z.enum(['apart', 'parents']);
