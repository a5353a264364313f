import { z } from 'zod';
import { query } from '../method.ts';
import { passage } from '../schema/entities.ts';
import { id, measure } from '../schema/scalars.ts';

/** What is counted: every code point of the stored text, what turns say, or what respondents say. */
export const scope = z.enum(['text', 'content', 'respondent']);
export type Scope = z.infer<typeof scope>;
export const membershipRule = z.enum(['any', 'half']);

const cooccurrenceUnit = z.enum(['turn', 'overlap']);

export const cooccurrencePair = z.object({
  a: id<'code'>(),
  b: id<'code'>(),
  n11: z.number().nullable(),
  n10: z.number().nullable(),
  n01: z.number().nullable(),
  n00: z.number().nullable(),
  jaccard: measure,
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

const agreementUnit = z.enum(['character', 'turn']);
const agreementSettings = z.object({
  unit: agreementUnit,
  scope: scope.optional(),
  rule: membershipRule.optional(),
  coders: z.array(id<'coder'>()).min(2).max(6).optional(),
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
