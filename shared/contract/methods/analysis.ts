import { z } from 'zod';
import { scopeNames, unitNames } from '../../analysis/unit-names.ts';
import { query } from '../method.ts';
import { passage } from '../schema/entities.ts';
import { id } from '../schema/scalars.ts';

/** Where is counted: the whole stored text, what turns say, or what respondents say. */
export const scope = z.enum(scopeNames);
export type Scope = z.infer<typeof scope>;
export const membershipRule = z.enum(['any', 'half']);

export const analysisUnit = z.enum(unitNames);
export const analysisMethods = {
  /** Every passage of one code, of all coders or one. */
  'codes.passages': query({
    input: z.object({ code: id<'code'>(), coder: id<'coder'>().optional() }),
    output: z.array(passage),
  }),
};
