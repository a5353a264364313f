import { z } from 'zod';
import { membershipRules } from '../../analysis/matrix/membership.ts';
import { analysisFilter, childCodes } from '../methods/analysis-filter.ts';
import { id } from '../schema/scalars.ts';

/** Behaviours, or other codes, side by side: respondents and passages of every code in each. */
export const comparisonReport = z.object({
  kind: z.literal('comparison'),
  /** Rows; without them all codes in use that are no column. */
  codes: z.array(id<'code'>()).min(1).max(1000).optional(),
  /** Columns; without them the behaviours. */
  across: z.array(id<'code'>()).min(1).max(60).optional(),
  rule: z.enum(membershipRules).default('overlap'),
  children: childCodes.default('apart'),
  /** One coder; without it the codings of all together. */
  coders: z.array(id<'coder'>()).length(1).optional(),
  /** The agreed layer in their place. */
  gold: z.boolean().default(false),
  /** Passages that overlap one of this code are marked or left out. */
  marker: analysisFilter.shape.marker,
  /** Attribute whose values get a table each. */
  group: id<'attribute'>().nullable().default(null),
});
