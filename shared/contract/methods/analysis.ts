import { z } from 'zod';
import { scopeNames, unitNames } from '../../analysis/unit-names.ts';
import { query } from '../method.ts';
import { markedPassage } from '../schema/entities.ts';
import { id } from '../schema/scalars.ts';
import { analysisFilter, childCodes } from './analysis-filter.ts';

/** Where is counted: the whole stored text, what turns say, or what respondents say. */
export const scope = z.enum(scopeNames);
export type Scope = z.infer<typeof scope>;
export const membershipRule = z.enum(['any', 'half']);

export const analysisUnit = z.enum(unitNames);
export const analysisMethods = {
  /** Every passage of one code, of all coders or one, as far as the settings of an analysis let it through. */
  'codes.passages': query({
    input: analysisFilter.extend({
      code: id<'code'>(),
      coder: id<'coder'>().optional(),
      children: childCodes.optional(),
      /** The agreed layer instead of anybody's own codings. */
      gold: z.boolean().optional(),
    }),
    output: z.array(markedPassage),
  }),
};
