import { z } from 'zod';
import { agreementSettings, resampling } from '../methods/agreement.ts';
import { seed } from '../schema/scalars.ts';

/** Agreement of the coders with tables, plot and everything needed to compute it again. */
export const agreementReport = agreementSettings.extend({
  kind: z.literal('agreement'),
  unit: agreementSettings.shape.unit.default('turn'),
  resampling: resampling.default('documents'),
  resamples: z.number().int().min(100).max(100_000).default(2000),
  seed: seed.default(1),
});
