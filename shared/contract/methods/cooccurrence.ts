import { z } from 'zod';
import { codingRelations } from '../../analysis/coding-relations.ts';
import { job, query } from '../method.ts';
import { markedPassage } from '../schema/entities.ts';
import { id, limits, measure, noFigure, seed } from '../schema/scalars.ts';
import { analysisFilter, childCodes } from './analysis-filter.ts';
import { membershipRule, scope } from './analysis.ts';

/** What is counted; `overlap` is no unit: it counts pairs of codings that share text. */
export const cooccurrenceUnits = ['turn', 'sentence', 'exchange', 'window', 'document', 'case', 'overlap'] as const;
export const cooccurrenceUnit = z.enum(cooccurrenceUnits);
export type CooccurrenceUnitName = z.infer<typeof cooccurrenceUnit>;

/** A log odds ratio (natural logarithm) with its 95 % interval; `corrected` if .5 was added to the four cells. */
const logOdds = z.union([
  z.object({
    value: z.number(),
    standardError: z.number(),
    interval: limits,
    corrected: z.boolean(),
  }),
  noFigure,
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
  /** Of the units with both (for overlaps: of the pairs of selections), those only passages with the marker bring; null without a marker. */
  marked: z.number().nullable(),
});
export type CooccurrencePair = z.infer<typeof cooccurrencePair>;

export const cooccurrenceBlock = z.object({
  /** Null: the codings of all coders together, so that those of different coders are paired, or the agreed layer. */
  coder: id<'coder'>().nullable(),
  coderName: z.string(),
  unit: cooccurrenceUnit,
  scope,
  /** Turns in a window. */
  window: z.number().int().nullable(),
  /** Units counted; null for overlap. */
  n: z.number().nullable(),
  documents: z.number().int(),
  /** Codes this coder used: units (codings for overlap) and codings with each. */
  codes: z.array(z.object({ code: id<'code'>(), count: z.number(), codings: z.number().int() })),
  pairs: z.array(cooccurrencePair),
});
export type CooccurrenceBlock = z.infer<typeof cooccurrenceBlock>;

const filtered = analysisFilter.extend({
  children: childCodes.optional(),
  /** Each on its own; all who coded anything, if none are named. */
  coders: z.array(id<'coder'>()).optional(),
  /** All coders' codings as if they were one's: only then are those of different coders paired. */
  together: z.boolean().optional(),
  /** The agreed layer instead of anybody's own codings. */
  gold: z.boolean().optional(),
});

export const cooccurrenceSettings = filtered.extend({
  unit: cooccurrenceUnit,
  scope: scope.optional(),
  rule: membershipRule.optional(),
  /** Turns in a window; 3 unless given. */
  window: z.number().int().min(2).max(50).optional(),
});
export type CooccurrenceSettings = z.infer<typeof cooccurrenceSettings>;

const relation = {
  relation: z.enum(codingRelations),
  /** For `precedes` and `follows`: how many turns apart at most; 1 unless given. */
  distance: z.number().int().min(0).max(100).optional(),
};

/** Whose block a cell stands in; null: all together, or the agreed layer. */
const block = { coder: id<'coder'>().nullable() };

/** What chance makes of a figure of two codes, or why it cannot be told. */
const againstChance = {
  observed: z.number(),
  /** What chance alone gives on average. */
  expected: z.number(),
  /** How often chance gives at least as many. */
  p: z.number(),
  /** p adjusted over all that was tested (Benjamini–Hochberg). */
  q: z.number(),
};
const withoutTest = { undefined: z.string() };

const twoCodes = { a: id<'code'>(), b: id<'code'>() };

/** Of units with both codes. */
export const pairTest = z.union([
  z.object({ ...twoCodes, ...againstChance, twoSided: z.number() }),
  z.object({ ...twoCodes, ...withoutTest }),
]);
export type PairTest = z.infer<typeof pairTest>;

const inOrder = { first: id<'code'>(), second: id<'code'>() };

/** Of respondents' turns with the first code that have the second in one of their next turns. */
export const orderTest = z.union([
  z.object({ ...inOrder, ...againstChance }),
  z.object({ ...inOrder, ...withoutTest }),
]);
export type OrderTest = z.infer<typeof orderTest>;

const resampling = {
  draws: z.number().int().min(99).max(1_000_000).optional(),
  seed: seed.optional(),
};

export const cooccurrenceMethods = {
  /** One block per coder: codings of different coders are never paired, unless they are asked for together. */
  'cooccurrence.compute': query({
    input: cooccurrenceSettings,
    output: z.object({ revision: z.number().int(), blocks: z.array(cooccurrenceBlock) }),
  }),
  /** The passages behind one cell. */
  'cooccurrence.passages': query({
    input: cooccurrenceSettings
      .omit({ coders: true, together: true })
      .extend({ ...block, a: id<'code'>(), b: id<'code'>() }),
    output: z.array(markedPassage),
  }),
  /** Pairs of codings, one of each code, by how they lie to each other; only pairs of codes that have any. */
  'cooccurrence.relations': query({
    input: filtered.extend(relation),
    output: z.object({
      revision: z.number().int(),
      blocks: z.array(
        z.object({
          ...block,
          coderName: z.string(),
          documents: z.number().int(),
          codes: z.array(z.object({ code: id<'code'>(), count: z.number().int() })),
          pairs: z.array(
            z.object({
              first: id<'code'>(),
              second: id<'code'>(),
              count: z.number().int(),
              /** Of them, those of which a coding carries the marker; null without one. */
              marked: z.number().int().nullable(),
            }),
          ),
        }),
      ),
    }),
  }),
  'cooccurrence.relationPassages': query({
    input: filtered
      .omit({ coders: true, together: true })
      .extend({ ...relation, ...block, first: id<'code'>(), second: id<'code'>() }),
    output: z.array(markedPassage),
  }),
  /** Permutation tests of every two of some codes: does chance within transcripts put them together as often? */
  'cooccurrence.test': job({
    input: cooccurrenceSettings.omit({ coders: true, together: true }).extend({
      ...block,
      codes: z.array(id<'code'>()).min(2),
      ...resampling,
    }),
    output: z.object({
      revision: z.number().int(),
      draws: z.number().int(),
      seed: z.number().int(),
      generator: z.string(),
      /** How the second code is dealt out anew: unit by unit, or (windows share turns) moved round as a whole. */
      chance: z.enum(['shuffle', 'shift']),
      /** Within each transcript, or, where transcripts or cases are the units, among all of them. */
      within: z.enum(['document', 'all']),
      /** Pairs tested and adjusted for. */
      m: z.number().int(),
      pairs: z.array(pairTest),
    }),
  }),
  /** Tests of order: does the first of two codes have the second in one of the next respondents' turns more often than by chance? Both ways round. */
  'cooccurrence.testOrder': job({
    input: filtered.omit({ coders: true, together: true }).extend({
      ...block,
      distance: z.number().int().min(1).max(100),
      codes: z.array(id<'code'>()).min(2),
      ...resampling,
    }),
    output: z.object({
      revision: z.number().int(),
      draws: z.number().int(),
      seed: z.number().int(),
      generator: z.string(),
      m: z.number().int(),
      pairs: z.array(orderTest),
    }),
  }),
};
