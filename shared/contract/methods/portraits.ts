import { z } from 'zod';
import { isTimeZone } from '../../analysis/portraits/coder-activity.ts';
import { query } from '../method.ts';
import { passage } from '../schema/entities.ts';
import { id, position } from '../schema/scalars.ts';
import { analysisFilter, childCodes } from './analysis-filter.ts';
import { codingsOf } from './comparison.ts';

const count = z.number().int().nonnegative();
/** A place to open, and where it stands on the axis of the text, in code points. */
const place = z.object({ start: position, end: position });
const onAxis = place.extend({ from: count, to: count });

const whose = analysisFilter.omit({ marker: true }).extend({ coder: codingsOf });
const timeZone = z.string().refine(isTimeZone).default('UTC');

/** The orders in which interviews are read: as they are listed, or as they were first coded. */
export const readingOrders = ['listed', 'coded'] as const;
export const frequencyColumns = ['document', 'case'] as const;

const interviewTile = z.object({
  from: count,
  to: count,
  /** Most of the tile first. */
  codes: z.array(place.extend({ code: id<'code'>(), characters: count })),
});
export type InterviewTile = z.infer<typeof interviewTile>;

const interviewLine = z.object({
  code: id<'code'>(),
  coder: z.string(),
  coderName: z.string(),
  characters: count,
  bars: z.array(onAxis),
});
export type InterviewLine = z.infer<typeof interviewLine>;

export const portraitsMethods = {
  /** How often each code was given in each transcript or case. */
  'portraits.frequency': query({
    input: whose.extend({ by: z.enum(frequencyColumns), children: childCodes }),
    output: z.object({
      revision: count,
      columns: z.array(
        z.object({ id: z.string(), name: z.string(), isCase: z.boolean(), documents: z.array(id<'document'>()) }),
      ),
      codes: z.array(z.object({ code: id<'code'>(), counts: z.array(count), total: count })),
      codings: count,
      documents: count,
    }),
  }),
  /** One interview: cut into tiles of equal length with the codes in each, and a line for each code and coder. */
  'portraits.interview': query({
    input: z.object({
      document: id<'document'>(),
      coder: codingsOf,
      tiles: z.number().int().min(1).max(2000).default(240),
    }),
    output: z.object({
      revision: count,
      name: z.string(),
      characters: count,
      /** Of them with any code. */
      coded: count,
      codings: count,
      turns: count,
      tiles: z.array(interviewTile),
      lines: z.array(interviewLine),
    }),
  }),
  /** New codes in each interview that has codings, in reading order. */
  'portraits.saturation': query({
    input: whose.extend({ order: z.enum(readingOrders) }),
    output: z.object({
      revision: count,
      steps: z.array(
        z.object({
          document: id<'document'>(),
          name: z.string(),
          codings: count,
          first: z.array(place.extend({ code: id<'code'>() })),
          known: count,
        }),
      ),
      /** Transcripts without a coding: they are no part of the curve. */
      uncoded: count,
    }),
  }),
  /** Codings that stand, by the day they were made and by coder. */
  'portraits.activity': query({
    input: z.object({ timeZone }),
    output: z.object({
      revision: count,
      coders: z.array(z.object({ id: id<'coder'>(), name: z.string(), codings: count })),
      /** Counts in the order of the coders. */
      days: z.array(z.object({ day: z.string(), counts: z.array(count) })),
    }),
  }),
  /** What a figure of a portrait stands on: passages of a code, of transcripts, of a day. */
  'portraits.passages': query({
    input: whose.extend({
      code: id<'code'>().optional(),
      children: childCodes.default('apart'),
      /** Only what is this case's, in conversations of several too; null: what is nobody's. */
      case: id<'case'>().nullable().optional(),
      day: z.object({ day: z.iso.date(), timeZone }).optional(),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ passages: z.array(passage.extend({ codes: z.array(id<'code'>()) })), total: count }),
  }),
};
