import { z } from 'zod';
import { scopeNames, unitNames } from '../../analysis/unit-names.ts';
import { job, query } from '../method.ts';
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
/** Windows share turns and cases go over documents: neither is a unit two coders judge. */
export const agreementUnit = analysisUnit.exclude(['window', 'case']);
export type AgreementUnit = z.infer<typeof agreementUnit>;
const agreementSettings = z.object({
  unit: agreementUnit,
  scope: scope.optional(),
  rule: membershipRule.optional(),
  coders: z.array(id<'coder'>()).min(2).max(6).optional(),
  /** The code whose passages are the segments; needed for the unit of that name, and not compared itself. */
  segments: id<'code'>().optional(),
  /** The codes compared; all, if none are named. */
  codes: z.array(id<'code'>()).min(1).optional(),
  documents: z.array(id<'document'>()).min(1).optional(),
  /** Whether codings of child codes count for their parents too. */
  children: z.enum(['apart', 'parents']).optional(),
});
export const agreementMeasures = z.object({
  percentAgreement: measure,
  cohenKappa: measure,
  krippendorffAlpha: measure,
  gwetAc1: measure,
});
export const agreementCode = z.object({
  code: id<'code'>(),
  /** Units coded by each of the chosen coders, in their order. */
  counts: z.array(z.number()),
  /** Units coded by all of them. */
  both: z.number(),
  /** The 2×2 table where there are two coders. */
  table: z.object({ n11: z.number(), n10: z.number(), n01: z.number(), n00: z.number() }).nullable(),
  measures: agreementMeasures,
});
export type AgreementCode = z.infer<typeof agreementCode>;

export const agreementResult = z.object({
  unit: agreementUnit,
  scope,
  rule: membershipRule,
  n: z.number(),
  coders: z.array(z.object({ id: id<'coder'>(), name: z.string() })),
  documents: z.array(z.object({ id: id<'document'>(), name: z.string() })),
  /** Documents left out because fewer than two of the chosen coders have marked them as done. */
  notDone: z.array(z.object({ id: id<'document'>(), name: z.string() })),
  /** Codings of the chosen coders that lie outside every unit. */
  outside: z.number(),
  codes: z.array(agreementCode),
  overall: z.object({
    pooled: agreementMeasures.extend({ n: z.number() }),
    macro: agreementMeasures.extend({
      /** Codes that entered each mean. */
      defined: z.object({
        percentAgreement: z.number(),
        cohenKappa: z.number(),
        krippendorffAlpha: z.number(),
        gwetAc1: z.number(),
      }),
    }),
  }),
});
export type AgreementResult = z.infer<typeof agreementResult>;

/** Most UTF-16 code units of context on each side of a hit; what is this long may go on. */
export const hitContext = 60;

/** Ends of an interval, or why there is none. */
export const interval = z.union([z.object({ low: z.number(), high: z.number() }), z.object({ undefined: z.string() })]);

/** α under resampling: its interval, and how often it stays below the customary lines (Krippendorff's q). */
export const alphaEstimate = z.object({
  interval,
  /** Resamples in which α has no value. */
  undefinedResamples: z.number().int(),
  /** Shares of the resamples with a value; null if none has one. */
  below667: z.number().nullable(),
  below80: z.number().nullable(),
});
export type AlphaEstimate = z.infer<typeof alphaEstimate>;

export const agreementIntervals = z.object({
  revision: z.number().int(),
  level: z.number(),
  /** Documents drawn from, with replacement. */
  documents: z.number().int(),
  resamples: z.number().int(),
  seed: z.number().int(),
  generator: z.string(),
  codes: z.array(z.object({ code: id<'code'>(), alpha: alphaEstimate })),
  pooled: alphaEstimate,
  macro: alphaEstimate,
});
export type AgreementIntervals = z.infer<typeof agreementIntervals>;

export const searchHit = passage.extend({ before: z.string(), after: z.string() });
export type SearchHit = z.infer<typeof searchHit>;

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
  'agreement.compute': query({
    input: agreementSettings,
    output: agreementResult.extend({ revision: z.number().int() }),
  }),
  /** 95 % percentile intervals of α by a bootstrap over documents; the same seed gives the same intervals. */
  'agreement.intervals': job({
    input: agreementSettings.extend({
      resamples: z.number().int().min(100).max(100_000).optional(),
      seed: z.number().int().nonnegative().max(0xff_ff_ff_ff).optional(),
    }),
    output: agreementIntervals,
  }),
  /** The passages behind one code's figures: where all agree and where they differ. */
  'agreement.passages': query({
    input: agreementSettings.extend({ code: id<'code'>() }),
    output: z.object({ agreed: z.array(passage), differing: z.array(passage) }),
  }),
  /** Every passage of one code, of all coders or one. */
  'codes.passages': query({
    input: z.object({ code: id<'code'>(), coder: id<'coder'>().optional() }),
    output: z.array(passage),
  }),
  'search.text': query({
    input: z.object({ query: z.string().min(1), limit: z.number().int().positive().max(5000).optional() }),
    output: z.object({ total: z.number().int(), hits: z.array(searchHit) }),
  }),
};
