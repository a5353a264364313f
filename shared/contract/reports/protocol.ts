import { z } from 'zod';
import { agreementSettings } from '../methods/agreement.ts';

/** What coders are handed before they code apart: who codes what, by which codebook, how it will be compared, and how the copy comes back. */
export const protocolReport = z.object({
  kind: z.literal('protocol'),
  unit: agreementSettings.shape.unit.default('turn'),
  rule: agreementSettings.shape.rule.unwrap().default('any'),
});
