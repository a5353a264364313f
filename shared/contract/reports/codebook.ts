import { z } from 'zod';

/** The codebook as it stands, with counts. */
export const codebookReport = z.object({
  kind: z.literal('codebook'),
  /** Codes that are not used any more. */
  retired: z.boolean().default(true),
});
