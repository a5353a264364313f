import { z } from 'zod';

export const auditParts = ['decisions', 'all'] as const;

/** What was changed, when and by whom: decisions (codes, merges, settled disagreements) or every step. */
export const auditReport = z.object({ kind: z.literal('audit'), part: z.enum(auditParts).default('decisions') });
