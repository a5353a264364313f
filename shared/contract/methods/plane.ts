import { z } from 'zod';
import { command, query } from '../method.ts';
import { id } from '../schema/scalars.ts';

/** Where the positions come from: nobody has set any, the researcher did, or they are means of the survey or of the placing task. */
export const planeSources = ['none', 'researcher', 'survey', 'placing'] as const;

/** The axes of the plane. */
export const planeAxes = ['individuality', 'morality'] as const;

/** What a survey asks about each behaviour, in the order it is shown. */
export const behaviourItems = ['acceptance', 'privacy', 'morality', 'individuality'] as const;

const words = z.string().max(2000);
/** An axis in the researcher's words: what its ends mean, and what it is. */
const axis = z.object({ low: words, high: words, definition: words });

const attribute = id<'attribute'>().nullable();

/** One of the behaviours compared: a code, where it stands, and which attributes say so. */
export const planeBehaviour = z.object({
  code: id<'code'>(),
  /** Set by the researcher, 1 to 5; null: not set. */
  position: z.object({ individuality: z.number().min(1).max(5), morality: z.number().min(1).max(5) }).nullable(),
  /** Items of the survey. */
  survey: z.object({ individuality: attribute, morality: attribute, acceptance: attribute, privacy: attribute }),
  /** Where each respondent put its card. */
  placing: z.object({ individuality: attribute, morality: attribute }),
});
export type PlaneBehaviour = z.infer<typeof planeBehaviour>;

export const planeSheet = z.object({
  source: z.enum(planeSources),
  individuality: axis,
  morality: axis,
  behaviours: z.array(planeBehaviour).max(20),
});
export type PlaneSheet = z.infer<typeof planeSheet>;

export const planeMethods = {
  'plane.get': query({
    input: z.object({}),
    output: z.object({
      sheet: planeSheet,
      /** What the source of the codebook says of a behaviour: a hint, never a position. */
      hints: z.record(z.string(), z.string()),
    }),
  }),
  'plane.save': command({ input: planeSheet, output: z.object({}) }),
  /** Makes two attributes from 1 to 5 for each behaviour without them, to note where respondents put the cards. */
  'plane.addPlacing': command({ input: z.object({}), output: z.object({ attributes: z.number().int() }) }),
};
