import { z } from 'zod';
import { membershipRules } from '../../analysis/matrix/membership.ts';
import { job, query } from '../method.ts';
import { markedPassage } from '../schema/entities.ts';
import { id, interval, limits, measure, noFigure, seed } from '../schema/scalars.ts';
import { analysisFilter, childCodes } from './analysis-filter.ts';

/** What stands side by side: codes (behaviours), or the values of an attribute of the cases. */
const columns = z.union([
  z.object({ kind: z.literal('codes'), codes: z.array(id<'code'>()).min(1).max(60) }),
  z.object({ kind: z.literal('attribute'), attribute: id<'attribute'>() }),
]);

/** One coder's codings, those of all together, or the agreed layer. */
export const codingsOf = z.union([z.literal('together'), z.literal('gold'), id<'coder'>()]);

const settings = analysisFilter.extend({
  rows: z.array(id<'code'>()).min(1).max(1000),
  columns,
  /** When a passage counts as said about a code that is a column. */
  rule: z.enum(membershipRules),
  children: childCodes,
  coder: codingsOf,
});
export type ComparisonSettings = z.infer<typeof settings>;

const comparisonUnit = z.enum(['respondents', 'passages']);

/** The same table for each value of an attribute, or for each coder. */
const grouping = z.union([
  z.object({ kind: z.literal('attribute'), attribute: id<'attribute'>() }),
  z.object({ kind: z.literal('coder') }),
]);
export type ComparisonGrouping = z.infer<typeof grouping>;

const cell = z.object({
  passages: z.number().int(),
  /** Of them, passages that share a position with the marker code. */
  marked: z.number().int(),
  /** Places of the respondents who have any, with how many. */
  respondents: z.array(z.object({ respondent: z.number().int(), passages: z.number().int() })),
});
export type ComparisonCell = z.infer<typeof cell>;

const group = z.object({
  /** Null: the whole, or those without a value. */
  name: z.string().nullable(),
  /** The attribute's value or the coder's id, to open its cells by; null as for `name`. */
  key: z.string().nullable(),
  respondents: z.array(z.number().int()),
  /** Places of the respondents who count in each column. */
  inColumns: z.array(z.array(z.number().int())),
  cells: z.array(z.array(cell)),
});
export type ComparisonGroup = z.infer<typeof group>;

const table = z.object({
  revision: z.number().int(),
  /** Cases with transcripts, and transcripts without a case, each for one respondent. */
  respondents: z.array(z.object({ id: z.string(), name: z.string(), isCase: z.boolean() })),
  documents: z.number().int(),
  coder: z.string(),
  /** Values of the attribute, where these are the columns; null: no value. */
  values: z.array(z.string().nullable()).nullable(),
  /** Codings of the marker code, and passages of the rows that share a position with one. */
  marker: z.object({ codings: z.number().int(), passages: z.number().int() }).nullable(),
  all: group,
  groups: z.array(group),
});
export type ComparisonTable = z.infer<typeof table>;

/** One cell: its row and column by place, in the whole or in one group. */
const cellPlace = {
  row: z.number().int().nonnegative(),
  column: z.number().int().nonnegative(),
  by: grouping.optional(),
  group: z.string().nullable().optional(),
};

const freeP = z.union([
  z.object({ kind: z.literal('exact'), p: z.number() }),
  z.object({ kind: z.literal('drawn'), p: z.number(), standardError: z.number(), draws: z.number().int() }),
  noFigure,
]);
export type FreePValue = z.infer<typeof freeP>;

const omnibus = z.object({
  statistic: z.number(),
  degreesOfFreedom: z.number(),
  effect: z.number(),
  interval,
  free: freeP,
  asymptotic: measure,
});

const mcNemar = z.object({
  i: z.number().int(),
  j: z.number().int(),
  onlyFirst: z.number().int(),
  onlySecond: z.number().int(),
  difference: z.union([z.object({ value: z.number(), interval: limits }), noFigure]),
  odds: measure,
  exactP: z.number(),
  midP: z.number(),
  holmP: z.number(),
});

const repeatedTest = z.object({
  n: z.number().int(),
  dropped: z.number().int(),
  cochran: z.union([omnibus.extend({ effectiveN: z.number().int() }), noFigure]),
  mcNemar: z.array(mcNemar),
  friedman: z.union([omnibus, noFigure]),
  conover: z
    .union([
      z.object({
        degreesOfFreedom: z.number(),
        pairs: z.array(z.object({ i: z.number(), j: z.number(), t: z.number(), p: z.number(), holmP: z.number() })),
      }),
      noFigure,
    ])
    .nullable(),
});
export type RepeatedTest = z.infer<typeof repeatedTest>;

const groupTest = z.object({
  n: z.number().int(),
  emptyRows: z.array(z.number().int()),
  emptyColumns: z.array(z.number().int()),
  test: z.union([
    z.object({
      chiSquare: z.number(),
      degreesOfFreedom: z.number(),
      v: measure,
      interval,
      permutation: freeP,
      fisher: freeP,
      asymptotic: measure,
      cochran: z.object({ leastExpected: z.number(), below5: z.number(), holds: z.boolean() }),
      residuals: z.array(z.array(z.number())),
    }),
    noFigure,
  ]),
});
export type GroupTest = z.infer<typeof groupTest>;

const tests = z.object({
  revision: z.number().int(),
  draws: z.number().int(),
  seed: z.number().int(),
  generator: z.string(),
  /** Columns are codes: every row over the same respondents. */
  repeated: z.array(repeatedTest).nullable(),
  /** Columns are groups of respondents: every row, has it or not. */
  independent: z.array(groupTest).nullable(),
  /** Passages of all rows and columns in one table, as if passages were independent of each other; only where asked for. */
  passages: groupTest.nullable(),
});
export type ComparisonTests = z.infer<typeof tests>;

export const comparisonMethods = {
  'comparison.compute': query({ input: settings.extend({ by: grouping.optional() }), output: table }),
  /** The passages of one cell; `respondents` names those whose passages are wanted, by place. */
  'comparison.passages': query({
    input: settings.extend({ ...cellPlace, respondents: z.array(z.number().int()).optional() }),
    output: z.array(markedPassage),
  }),
  /**
   * What sets two columns apart, for every row: the passages of respondents who have it in one of them only, or the passages
   * that stand in one of them only.
   */
  'comparison.difference': query({
    input: settings.extend({
      unit: comparisonUnit.default('respondents'),
      first: z.number().int().nonnegative(),
      second: z.number().int().nonnegative(),
    }),
    output: z.array(
      z.object({
        row: z.number().int(),
        /** Respondents who have it in each, of those who count in both; or the passages of each. */
        inFirst: z.number().int(),
        inSecond: z.number().int(),
        onlyFirst: z.array(markedPassage),
        onlySecond: z.array(markedPassage),
      }),
    ),
  }),
  'comparison.test': job({
    input: settings.extend({
      /** `passages`: also the test that takes passages for independent. */
      unit: comparisonUnit,
      draws: z.number().int().min(99).max(1_000_000).optional(),
      seed: seed.optional(),
    }),
    output: tests,
  }),
};
