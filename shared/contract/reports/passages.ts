import { z } from 'zod';
import { analysisFilter } from '../methods/analysis-filter.ts';
import { jointRules } from '../methods/structure.ts';
import { id } from '../schema/scalars.ts';

/** Passages of codes, crossed with other codes (the behaviours) and in groups of respondents. */
export const passagesReport = z.object({
  kind: z.literal('passages'),
  /** Codes whose passages are printed, each with those below it; without them all codes. */
  codes: z.array(id<'code'>()).min(1).optional(),
  /** Codes that passages are told apart by; those of a branch count for the code above. */
  across: z.array(id<'code'>()).default([]),
  rule: z.enum(jointRules).default('overlap'),
  /** Attribute whose values are the groups of respondents. */
  group: id<'attribute'>().nullable().default(null),
  /** Attributes told beside a respondent's name; that of the groups is always among them. */
  attributes: z.array(id<'attribute'>()).default([]),
  /** Coders whose passages are printed; without them all. */
  coders: z.array(id<'coder'>()).min(1).optional(),
  /** Passages that overlap one of this code are marked or left out. */
  marker: analysisFilter.shape.marker,
  memos: z.boolean().default(true),
  translations: z.boolean().default(true),
});
