import { z } from 'zod';
import { command, query } from '../method.ts';
import { id, interval, measure } from '../schema/scalars.ts';
import { searchHit } from './search.ts';

/** Attributes that measure a variable, by the code of a behaviour; under "" the one that is asked once for all. */
const items = z.record(z.string(), id<'attribute'>());

/** A variable on the sheet: its words in the interviews are codings of a code, its figures in the survey are items. */
export const structureVariable = z.object({
  id: id<'structureVariable'>(),
  name: z.string(),
  code: id<'code'>().nullable(),
  items,
  /** Place of its middle on the sheet, in pixels. */
  x: z.number(),
  y: z.number(),
});
export type StructureVariable = z.infer<typeof structureVariable>;

export const structureArrow = z.object({
  id: id<'structureArrow'>(),
  source: id<'structureVariable'>(),
  target: id<'structureVariable'>(),
  note: z.string(),
});
export type StructureArrow = z.infer<typeof structureArrow>;

/** How passages of several codes belong together: their words overlap, or they stand in one turn. */
export const jointRules = ['overlap', 'turn'] as const;
export type JointRule = (typeof jointRules)[number];

const place = { x: z.number().min(0).max(5000), y: z.number().min(0).max(5000) };
const name = z.string().max(200);

/** What stands behind an arrow for one behaviour, or for all of them together (null). */
const evidence = z.object({
  arrow: id<'structureArrow'>(),
  behaviour: id<'code'>().nullable(),
  /** Stretches coded as both variables (and the behaviour) by one coder; null where a variable has no code. */
  passages: z.object({ count: z.number().int(), respondents: z.number().int() }).nullable(),
  /** Of the two items over the respondents who answered both; null where a variable has no item here. */
  correlation: z
    .object({
      n: z.number().int(),
      coefficient: measure,
      interval,
      source: z.string(),
      target: z.string(),
    })
    .nullable(),
});
export type ArrowEvidence = z.infer<typeof evidence>;

export const structureMethods = {
  'structure.get': query({
    input: z.object({}),
    output: z.object({
      variables: z.array(structureVariable),
      arrows: z.array(structureArrow),
      behaviours: z.array(id<'code'>()),
      /** Whether the behaviours were chosen; else they are the four of the study's codebook, where it has them. */
      isChosen: z.boolean(),
    }),
  }),
  /** Every arrow, for every behaviour and for all together. */
  'structure.evidence': query({
    input: z.object({ rule: z.enum(jointRules) }),
    output: z.array(evidence),
  }),
  'structure.passages': query({
    input: z.object({
      arrow: id<'structureArrow'>(),
      behaviour: id<'code'>().nullable(),
      rule: z.enum(jointRules),
    }),
    output: z.array(searchHit),
  }),
  'structure.addVariable': command({
    input: z.object({ name, code: id<'code'>().nullable(), items, ...place }),
    output: structureVariable,
  }),
  'structure.updateVariable': command({
    input: z.object({
      variable: id<'structureVariable'>(),
      name: name.optional(),
      code: id<'code'>().nullable().optional(),
      items: items.optional(),
      x: place.x.optional(),
      y: place.y.optional(),
    }),
    output: structureVariable,
  }),
  /** Removes a variable with its arrows. */
  'structure.removeVariable': command({
    input: z.object({ variable: id<'structureVariable'>() }),
    output: z.object({}),
  }),
  /** Draws an arrow; one that is there already is answered as it is. Throws `arrow_to_itself`. */
  'structure.addArrow': command({
    input: z.object({ source: id<'structureVariable'>(), target: id<'structureVariable'>() }),
    output: structureArrow,
  }),
  'structure.noteArrow': command({
    input: z.object({ arrow: id<'structureArrow'>(), note: z.string().max(10_000) }),
    output: structureArrow,
  }),
  'structure.removeArrow': command({ input: z.object({ arrow: id<'structureArrow'>() }), output: z.object({}) }),
  /** Chooses the behaviours that stand side by side; none goes back to the study's four. */
  'structure.setBehaviours': command({
    input: z.object({ codes: z.array(id<'code'>()).max(12) }),
    output: z.object({}),
  }),
};
