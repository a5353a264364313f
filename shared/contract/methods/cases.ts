import { z } from 'zod';
import { query } from '../method.ts';
import { id } from '../schema/scalars.ts';

export const attributeTypes = ['text', 'integer', 'decimal', 'date', 'boolean', 'one_of', 'ordered'] as const;

export const casesMethods = {
  'cases.list': query({
    input: z.object({}),
    output: z.object({
      attributes: z.array(
        z.object({ id: id<'attribute'>(), key: z.string(), name: z.string(), type: z.enum(attributeTypes) }),
      ),
      cases: z.array(
        z.object({
          id: id<'case'>(),
          name: z.string(),
          documents: z.array(id<'document'>()),
          values: z.record(z.string(), z.string()),
        }),
      ),
    }),
  }),
};
