import { z } from 'zod';
import { verdicts } from '../../agreement/spans/gold-layer.ts';
import { command, query } from '../method.ts';
import { id, instant, measure, span, ticket } from '../schema/scalars.ts';
import { agreementMeasures, agreementSettings, difference } from './agreement.ts';

/** How a difference was decided, by whom and when. */
export const decision = z.object({
  id: id<'adjudication'>(),
  verdict: z.enum(verdicts),
  /** The coder it was decided for. */
  chosen: id<'coder'>().nullable(),
  reason: z.string(),
  decidedBy: id<'coder'>(),
  decidedByName: z.string(),
  decidedAt: instant,
  outcome: z.array(span.extend({ code: id<'code'>() })),
});
export type AdjudicationDecision = z.infer<typeof decision>;

/** A difference as the queue shows it. */
export const queuedDifference = difference.extend({
  documentName: z.string(),
  language: z.string(),
  quote: z.string(),
  speaker: z.string().nullable(),
  /** Place of the turn, from 1. */
  turn: z.number().int().nullable(),
  time: z.number().nullable(),
  /** Null while it is open. */
  decision: decision.nullable(),
});
export type QueuedDifference = z.infer<typeof queuedDifference>;

const tally = z.object({ boundary: z.number(), different: z.number(), missed: z.number(), extra: z.number() });

const levels = z.object({ pooled: agreementMeasures, macro: agreementMeasures });

export const adjudicationMethods = {
  /** Where the coders differ, in the order of the documents and the text, with what was decided. */
  'agreement.differences': query({
    input: agreementSettings.extend({
      /** Only those about one code. */
      code: id<'code'>().optional(),
      limit: z.number().int().positive().max(20_000).optional(),
    }),
    output: z.object({
      revision: z.number().int(),
      coders: z.array(z.object({ id: id<'coder'>(), name: z.string() })),
      total: z.number().int(),
      decided: z.number().int(),
      kinds: tally,
      differences: z.array(queuedDifference),
    }),
  }),
  /**
   * Decides one difference; what was decided of the place before is replaced. The coders' own codings stay as they are.
   * `own` names its passages, of any codes.
   */
  'adjudication.decide': command({
    input: span.extend({
      document: id<'document'>(),
      code: id<'code'>(),
      otherCode: id<'code'>().nullable(),
      coders: z.array(id<'coder'>()).min(2),
      verdict: z.enum(verdicts),
      chosen: id<'coder'>().optional(),
      own: z
        .array(span.extend({ code: id<'code'>() }))
        .max(20)
        .optional(),
      reason: z.string().max(4000).optional(),
    }),
    output: z.object({ id: id<'adjudication'>() }),
  }),
  /** Takes a decision back: the difference is open again. */
  'adjudication.withdraw': command({ input: z.object({ adjudication: id<'adjudication'>() }), output: z.object({}) }),
  /** Agreement as it was coded, and with what is decided; each coder against the agreed layer. */
  'adjudication.figures': query({
    input: agreementSettings,
    output: z.object({
      revision: z.number().int(),
      total: z.number().int(),
      decided: z.number().int(),
      before: levels,
      after: levels,
      /** Over the codes and documents in which nothing is open. */
      gold: z.array(
        z.object({
          coder: id<'coder'>(),
          name: z.string(),
          n: z.number(),
          /** Units of both, of the coder alone, of the agreed layer alone. */
          both: z.number(),
          coderOnly: z.number(),
          goldOnly: z.number(),
          measures: agreementMeasures,
        }),
      ),
      codes: z.array(
        z.object({
          code: id<'code'>(),
          open: z.number().int(),
          before: measure,
          after: measure,
          gold: z.number().int(),
        }),
      ),
    }),
  }),
  /** The agreed layer with its decisions, as a file. */
  'adjudication.export': query({
    input: agreementSettings.extend({ format: z.enum(['csv', 'json']) }),
    output: z.object({ ticket, name: z.string(), codings: z.number().int(), decisions: z.number().int() }),
  }),
};
