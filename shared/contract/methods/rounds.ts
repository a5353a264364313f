import { z } from 'zod';
import { command, query } from '../method.ts';
import { agreementMeasures, agreementUnit } from './agreement.ts';
import { id, instant, seed } from '../schema/scalars.ts';

const round = z.object({
  id: id<'round'>(),
  name: z.string(),
  createdAt: instant,
  revision: z.number().int(),
  /** Hash of the codes with their definitions and rules as they were. */
  codebook: z.string(),
  /** Where the documents were drawn: the seed; null where they were chosen. */
  seed: z.number().int().nullable(),
  /** Documents there were to draw from. */
  drawnFrom: z.number().int(),
  coders: z.array(z.object({ id: id<'coder'>(), name: z.string() })),
  documents: z.array(z.object({ id: id<'document'>(), name: z.string() })),
  codings: z.number().int(),
  /** The codes there were, by the names they had. */
  codes: z.array(z.object({ id: id<'code'>(), name: z.string() })),
});
export type Round = z.infer<typeof round>;

/** Rounds keep turns and lengths, not words: units that need the text cannot be counted in them. */
export const roundUnit = agreementUnit.extract(['turn', 'character']);
export type RoundUnit = z.infer<typeof roundUnit>;

const trendPoint = z.object({
  round: id<'round'>(),
  /** Units a code, over the documents two coders had finished. */
  n: z.number().int(),
  documents: z.number().int(),
  /** All codes pooled. */
  pooled: agreementMeasures,
});
export type TrendPoint = z.infer<typeof trendPoint>;

const assignment = z.object({
  coder: id<'coder'>(),
  document: id<'document'>(),
  /** Of the sample everybody codes. */
  inSample: z.boolean(),
  /** Of the draw; null where it was set by hand. */
  seed: z.number().int().nullable(),
});
export type Assignment = z.infer<typeof assignment>;

export const roundsMethods = {
  /** Freezes what these coders have coded in some documents, chosen or drawn by a seed; nothing changes it afterwards. Throws `name_taken`, `coders_too_few`. */
  'rounds.create': command({
    input: z.object({
      name: z.string(),
      coders: z.array(id<'coder'>()).min(2).max(6),
      documents: z.array(id<'document'>()).min(1).optional(),
      sample: z.object({ count: z.number().int().min(1), seed }).optional(),
    }),
    output: z.object({ round: id<'round'>() }),
  }),
  /** All rounds, oldest first. */
  'rounds.list': query({ input: z.object({}), output: z.array(round) }),
  /** How far the coders agreed in each round, oldest first, all by the same unit. */
  'rounds.trend': query({ input: z.object({ unit: roundUnit }), output: z.array(trendPoint) }),
  'assignments.list': query({ input: z.object({}), output: z.array(assignment) }),
  /**
   * Deals the documents out to coders anew: a sample drawn by the seed goes to all of them, the others in turn to one each.
   */
  'assignments.deal': command({
    input: z.object({ coders: z.array(id<'coder'>()).min(1).max(6), sample: z.number().int().min(0), seed }),
    output: z.array(assignment),
  }),
  /** Gives one document to one coder, or takes it away; what is given by hand is no part of a sample. */
  'assignments.set': command({
    input: z.object({ coder: id<'coder'>(), document: id<'document'>(), assigned: z.boolean() }),
    output: z.object({}),
  }),
};
