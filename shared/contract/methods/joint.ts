import { z } from 'zod';
import { membershipRules } from '../../analysis/matrix/membership.ts';
import { job, query } from '../method.ts';
import { markedPassage } from '../schema/entities.ts';
import { id, ticket } from '../schema/scalars.ts';
import { analysisFilter, childCodes } from './analysis-filter.ts';
import { codingsOf } from './comparison.ts';
import { behaviourItems } from './plane.ts';

/** A passage about a behaviour with every code it carries. */
const codedPassage = markedPassage.extend({ codes: z.array(id<'code'>()) });
export type CodedPassage = z.infer<typeof codedPassage>;

export const jointMethods = {
  /** One respondent: for each behaviour what was said about it, beside the answers to its items. */
  'joint.compute': query({
    input: z.object({
      case: id<'case'>(),
      coder: codingsOf,
      rule: z.enum(membershipRules),
      children: childCodes,
      marker: analysisFilter.shape.marker,
    }),
    output: z.object({
      behaviours: z.array(
        z.object({
          code: id<'code'>(),
          answers: z.array(
            z.object({
              item: z.enum(behaviourItems),
              attribute: id<'attribute'>(),
              /** As it was written; null: not answered. */
              value: z.string().nullable(),
            }),
          ),
          passages: z.array(codedPassage),
        }),
      ),
    }),
  }),

  /** Respondent × behaviour as a tidy table for statistics programs: a row for every case and behaviour. */
  'tidy.export': job({
    input: z.object({
      /** Codes counted in each row; none: answers and attributes alone. */
      codes: z.array(id<'code'>()).max(500),
      coder: codingsOf,
      rule: z.enum(membershipRules),
      children: childCodes,
      /** A byte order mark at the beginning: Excel then reads Chinese and Japanese right. */
      byteOrderMark: z.boolean(),
    }),
    output: z.object({ ticket, rows: z.number().int(), columns: z.number().int(), withheld: z.array(z.string()) }),
  }),
};
