import { z } from 'zod';
import { job } from '../method.ts';
import { ticket } from '../schema/scalars.ts';
import { projectSummary } from './project.ts';

export const archiveMethods = {
  /** The whole project as a self-describing zip for long-term deposit: rows as JSON Lines, texts, originals, checksums. */
  'archive.write': job({
    input: z.object({
      /** Values of confidential attributes too; left out unless asked for. */
      withConfidential: z.boolean().optional(),
    }),
    output: z.object({ ticket }),
  }),
  /** Makes a project of an archive, in the projects folder or at a place the host has granted, and opens it. */
  'archive.restore': job({ input: z.object({ ticket, place: ticket.optional() }), output: projectSummary }),
};
