import { z } from 'zod';
import { differenceKinds } from '../../agreement/spans/differences.ts';
import { chanceSamplers } from '../../agreement/unitizing/gamma-samplers.ts';
import { job, query } from '../method.ts';
import { passage } from '../schema/entities.ts';
import { id, interval, measure, seed, span } from '../schema/scalars.ts';
import { childCodes } from './analysis-filter.ts';
import { analysisUnit, membershipRule, scope } from './analysis.ts';

/** Windows share turns and cases go over documents: neither is a unit two coders judge. */
export const agreementUnit = analysisUnit.exclude(['window', 'case']);
export type AgreementUnit = z.infer<typeof agreementUnit>;

export const agreementSettings = z.object({
  unit: agreementUnit,
  scope: scope.optional(),
  rule: membershipRule.optional(),
  coders: z.array(id<'coder'>()).min(2).max(6).optional(),
  /** The code whose passages are the segments; needed for the unit of that name, and not compared itself. */
  segments: id<'code'>().optional(),
  /** The codes compared; all, if none are named. */
  codes: z.array(id<'code'>()).min(1).optional(),
  documents: z.array(id<'document'>()).min(1).optional(),
  children: childCodes.optional(),
  /** A reliability round: its frozen codings are compared, by turns or characters, instead of those there are now. */
  round: id<'round'>().optional(),
});
export type AgreementSettings = z.infer<typeof agreementSettings>;

export const agreementMeasures = z.object({
  percentAgreement: measure,
  cohenKappa: measure,
  krippendorffAlpha: measure,
  gwetAc1: measure,
  /** F1 of the units coded; for more than two coders the mean over pairs. */
  positiveAgreement: measure,
});
export type AgreementMeasures = z.infer<typeof agreementMeasures>;

/** F1 of passages: same borders, any text in common, at least half of the text of either in common. */
export const spanMeasures = z.object({ exact: measure, overlap: measure, iou: measure });

const counts = {
  /** Units coded by each of the chosen coders, in their order; null for a coder done with none of the documents compared. */
  counts: z.array(z.number().nullable()),
  /** Units coded by all of them. */
  both: z.number(),
  /** Share of all judgements that are "coded". */
  prevalence: measure,
  /** The 2×2 table where there are two coders. */
  table: z.object({ n11: z.number(), n10: z.number(), n01: z.number(), n00: z.number() }).nullable(),
};

export const agreementCode = z.object({
  code: id<'code'>(),
  ...counts,
  measures: agreementMeasures,
  spans: spanMeasures,
});
export type AgreementCode = z.infer<typeof agreementCode>;

const macroMeasures = agreementMeasures.extend({
  /** Codes that entered each mean. */
  defined: z.object({
    percentAgreement: z.number(),
    cohenKappa: z.number(),
    krippendorffAlpha: z.number(),
    gwetAc1: z.number(),
    positiveAgreement: z.number(),
  }),
});

const namedDocument = z.object({ id: id<'document'>(), name: z.string() });

export const agreementResult = z.object({
  unit: agreementUnit,
  scope,
  rule: membershipRule,
  children: childCodes,
  n: z.number(),
  coders: z.array(z.object({ id: id<'coder'>(), name: z.string() })),
  documents: z.array(namedDocument),
  /** Documents left out because fewer than two of the chosen coders have marked them as done. */
  notDone: z.array(namedDocument),
  /** Codings of the chosen coders that lie outside every unit. */
  outside: z.number(),
  /** The codes somebody used, in the order of the codebook. */
  codes: z.array(agreementCode),
  /** Codes among those compared that none of the coders used. */
  unused: z.array(id<'code'>()),
  overall: z.object({
    pooled: agreementMeasures.extend({ n: z.number(), ...counts, spans: spanMeasures }),
    macro: macroMeasures,
  }),
});
export type AgreementResult = z.infer<typeof agreementResult>;

/** A coefficient under resampling: its interval, and how often it stays below the customary lines (Krippendorff's q). */
export const estimate = z.object({
  interval,
  /** Resamples in which it has no value. */
  undefinedResamples: z.number().int(),
  /** Shares of the resamples with a value; null if none has one, and for the jackknife. */
  below667: z.number().nullable(),
  below80: z.number().nullable(),
});
export type Estimate = z.infer<typeof estimate>;

export const estimates = z.object({
  percentAgreement: estimate,
  cohenKappa: estimate,
  krippendorffAlpha: estimate,
  gwetAc1: estimate,
  positiveAgreement: estimate,
});
export type Estimates = z.infer<typeof estimates>;

/** Documents or units drawn with replacement, or one document after the other left out. */
export const resampling = z.enum(['documents', 'units', 'jackknife']);
export type Resampling = z.infer<typeof resampling>;

export const agreementIntervals = z.object({
  revision: z.number().int(),
  level: z.number(),
  resampling,
  /** Documents (units) drawn from, or left out one by one. */
  elements: z.number().int(),
  /** Null for the jackknife, which draws nothing. */
  drawn: z.object({ resamples: z.number().int(), seed: z.number().int(), generator: z.string() }).nullable(),
  codes: z.array(z.object({ code: id<'code'>(), measures: estimates })),
  pooled: estimates,
  macro: estimates,
});
export type AgreementIntervals = z.infer<typeof agreementIntervals>;

const part = z.object({
  /** Units a code. */
  n: z.number(),
  pooled: agreementMeasures.extend(counts),
  macro: macroMeasures,
  codes: z.array(z.object({ code: id<'code'>(), ...counts, measures: agreementMeasures })),
});

/** The figures of each document, or of every two coders; only what is asked for is there. */
export const agreementBreakdown = z.object({
  documents: z.array(part.extend({ document: namedDocument })),
  pairs: z.array(part.extend({ coders: z.tuple([z.string(), z.string()]), documents: z.number().int() })),
});
export type AgreementBreakdown = z.infer<typeof agreementBreakdown>;

/** How annotations by chance are made for γ. */
export const chanceSampler = z.enum(chanceSamplers);
export type ChanceSampler = z.infer<typeof chanceSampler>;

const unitizingFigures = z.object({
  /** Code points in scope. */
  length: z.number(),
  /** Passages of each coder in scope, overlapping ones of one code as one; null for a coder not done with it. */
  passages: z.array(z.number().int().nullable()),
  /** |uα, uα and cuα, with the share of the text cuα rests on. */
  binary: measure,
  uAlpha: measure,
  coding: measure,
  coverage: z.number().nullable(),
  /** α_U of 1995. */
  alphaU: measure,
  gamma: measure,
  gammaCat: measure,
  /** Whether every best alignment is known to be the best, and the annotations by chance; null without γ. */
  exact: z.boolean().nullable(),
  samples: z.number().int().nullable(),
});
export type UnitizingFigures = z.infer<typeof unitizingFigures>;

/** The measures among them, in the order they are shown. */
export const unitizingMeasures = ['binary', 'uAlpha', 'coding', 'alphaU', 'gamma', 'gammaCat'] as const;

export const unitizingResult = z.object({
  revision: z.number().int(),
  scope,
  coders: z.array(z.object({ id: id<'coder'>(), name: z.string() })),
  /** Documents two of the coders are done with. */
  documents: z.array(unitizingFigures.extend({ document: namedDocument })),
  /** The documents all of the coders are done with, together; null if there are none. */
  overall: unitizingFigures.extend({ documents: z.number().int() }).nullable(),
  /** Where the annotations by chance come from; null if no γ was computed. */
  chance: z.object({ sampler: chanceSampler, seed: z.number().int(), generator: z.string() }).nullable(),
});
export type UnitizingResult = z.infer<typeof unitizingResult>;

/** A passage with who coded it, and who judged it and did not; a coder in neither list is not done with the document. */
const judgedPassage = passage.extend({ notCoded: z.array(z.string()) });
export type JudgedPassage = z.infer<typeof judgedPassage>;

/** A place where coders differ, positions in UTF-16 code units. Coders by their number in the comparison. */
export const difference = span.extend({
  document: id<'document'>(),
  kind: z.enum(differenceKinds),
  code: id<'code'>(),
  otherCode: id<'code'>().nullable(),
  coded: z.array(z.number().int()),
  notCoded: z.array(z.number().int()),
  decisions: z.array(span.extend({ coder: z.number().int(), code: id<'code'>() })),
});
export type Difference = z.infer<typeof difference>;

export const agreementMethods = {
  'agreement.compute': query({
    input: agreementSettings,
    output: agreementResult.extend({ revision: z.number().int() }),
  }),
  /** 95 % intervals of every coefficient by resampling; the same seed gives the same intervals. */
  'agreement.intervals': job({
    input: agreementSettings.extend({
      resampling: resampling.optional(),
      resamples: z.number().int().min(100).max(100_000).optional(),
      seed: seed.optional(),
    }),
    output: agreementIntervals,
  }),
  /** What the coders cut themselves: the measures of unitizing, per document and overall. The same seed, the same γ. */
  'agreement.unitizing': job({
    input: agreementSettings.extend({
      sampler: chanceSampler.optional(),
      seed: seed.optional(),
      /** γ also of documents with so many passages that it takes minutes. */
      everyGamma: z.boolean().optional(),
    }),
    output: unitizingResult,
  }),
  'agreement.breakdown': query({
    input: agreementSettings.extend({ by: z.enum(['document', 'pair']) }),
    output: agreementBreakdown,
  }),
  /** The passages behind one code's figures: where all agree and where they differ. */
  'agreement.passages': query({
    input: agreementSettings.extend({ code: id<'code'>() }),
    output: z.object({ agreed: z.array(judgedPassage), differing: z.array(judgedPassage) }),
  }),
};
