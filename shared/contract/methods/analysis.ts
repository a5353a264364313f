import { z } from 'zod';
import { scopeNames, unitNames } from '../../analysis/unit-names.ts';
import { query } from '../method.ts';
import { passage } from '../schema/entities.ts';
import { id, measure } from '../schema/scalars.ts';

/** Where is counted: the whole stored text, what turns say, or what respondents say. */
export const scope = z.enum(scopeNames);
export type Scope = z.infer<typeof scope>;
export const membershipRule = z.enum(['any', 'half']);

const cooccurrenceUnit = z.enum(['turn', 'overlap']);

/** A log odds ratio (natural logarithm) with its 95 % interval; `corrected` if .5 was added to the four cells. */
const logOdds = z.union([
  z.object({
    value: z.number(),
    standardError: z.number(),
    interval: z.object({ low: z.number(), high: z.number() }),
    corrected: z.boolean(),
  }),
  z.object({ undefined: z.string() }),
]);

export const cooccurrencePair = z.object({
  a: id<'code'>(),
  b: id<'code'>(),
  n11: z.number().nullable(),
  n10: z.number().nullable(),
  n01: z.number().nullable(),
  n00: z.number().nullable(),
  jaccard: measure,
  /** Null for overlap, like the cells they are computed from. */
  ochiai: measure.nullable(),
  logOdds: logOdds.nullable(),
  /** Pairs of selections, one of each code, that share at least one code point. */
  overlapPairs: z.number(),
  /** Code points coded with both. */
  sharedCharacters: z.number(),
});
export type CooccurrencePair = z.infer<typeof cooccurrencePair>;

export const cooccurrenceBlock = z.object({
  coder: id<'coder'>(),
  coderName: z.string(),
  unit: cooccurrenceUnit,
  scope,
  /** Units counted; null for overlap. */
  n: z.number().nullable(),
  documents: z.number().int(),
  /** Codes this coder used: units (turn) or codings (overlap) with each. */
  codes: z.array(z.object({ code: id<'code'>(), count: z.number() })),
  pairs: z.array(cooccurrencePair),
});
export type CooccurrenceBlock = z.infer<typeof cooccurrenceBlock>;

export const analysisUnit = z.enum(unitNames);
export const analysisMethods = {
  /** One block per coder: codings of different coders are never paired. */
  'cooccurrence.compute': query({
    input: z.object({ unit: cooccurrenceUnit, scope: scope.optional(), coders: z.array(id<'coder'>()).optional() }),
    output: z.object({ revision: z.number().int(), blocks: z.array(cooccurrenceBlock) }),
  }),
  /** The passages behind one cell. */
  'cooccurrence.passages': query({
    input: z.object({
      unit: cooccurrenceUnit,
      scope: scope.optional(),
      coder: id<'coder'>(),
      a: id<'code'>(),
      b: id<'code'>(),
    }),
    output: z.array(passage),
  }),
  /** Every passage of one code, of all coders or one. */
  'codes.passages': query({
    input: z.object({ code: id<'code'>(), coder: id<'coder'>().optional() }),
    output: z.array(passage),
  }),
};
