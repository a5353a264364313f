import { z } from 'zod';
import { cooccurrenceSettings, cooccurrenceUnit } from '../methods/cooccurrence.ts';

/** Which codes occur together, coder by coder: every measure of every pair, and the counts as a picture. */
export const cooccurrenceReport = cooccurrenceSettings.extend({
  kind: z.literal('cooccurrence'),
  unit: cooccurrenceUnit.default('turn'),
});
