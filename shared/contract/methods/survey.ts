import { z } from 'zod';
import { attributeTypes, missingKinds } from '../../domain/attribute.ts';
import { surveyFault } from '../errors.ts';
import { job, query } from '../method.ts';
import { id, interval, measure, ticket } from '../schema/scalars.ts';

/** What is known of a column beforehand; anything left out is guessed, or is as the project has it. */
const columnChoice = z.object({
  header: z.string(),
  name: z.string().optional(),
  type: z.enum(attributeTypes).optional(),
  categories: z.array(z.string()).nullable().optional(),
  minimum: z.number().nullable().optional(),
  maximum: z.number().nullable().optional(),
  lowLabel: z.string().nullable().optional(),
  highLabel: z.string().nullable().optional(),
  confidential: z.boolean().optional(),
});
export type ColumnChoice = z.infer<typeof columnChoice>;

/** Cells with exactly this text are no values but say why there is none; in all columns, or in some. */
const missingText = z.object({
  text: z.string().min(1),
  missing: z.enum(missingKinds),
  headers: z.array(z.string()).optional(),
});
export type MissingText = z.infer<typeof missingText>;

const survey = {
  ticket,
  /** `survey`: its columns are remembered, so that the same table comes out again; `cases`: attributes only. */
  kind: z.enum(['survey', 'cases']),
  encoding: z.string().optional(),
  /** Name of the sheet of a workbook; the first that is filled, unless given. */
  sheet: z.string().optional(),
  /** Header of the column that names the case. */
  key: z.string().optional(),
  /** Header of the column with the file name of the interview; null: there is none. */
  document: z.string().nullable().optional(),
  /** Headers of columns to leave out. */
  ignore: z.array(z.string()).default([]),
  columns: z.array(columnChoice).default([]),
  missingTexts: z.array(missingText).default([]),
};

const surveyColumn = z.object({
  header: z.string(),
  role: z.enum(['key', 'document', 'attribute', 'ignored']),
  /** The attribute the project has under this header. */
  attribute: id<'attribute'>().nullable(),
  name: z.string(),
  type: z.enum(attributeTypes),
  categories: z.array(z.string()).nullable(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  filled: z.number().int(),
  distinct: z.number().int(),
  /** The first few values that differ. */
  examples: z.array(z.string()),
  faults: z.number().int(),
});
export type SurveyColumn = z.infer<typeof surveyColumn>;

const cellChange = z.object({
  case: z.string(),
  column: z.string(),
  before: z.string(),
  after: z.string(),
});

/** Of one item in one group. Means and the like are null for attributes that are no numbers. */
const itemFigures = z.object({
  n: z.number().int(),
  /** Cases without a value: left empty, or the kinds of missing. */
  missing: z.object({
    empty: z.number().int(),
    missing: z.number().int(),
    not_applicable: z.number().int(),
    refused: z.number().int(),
    confidential: z.number().int(),
  }),
  mean: measure.nullable(),
  sd: measure.nullable(),
  median: measure.nullable(),
  /** Every answer of the scale, or every category, with how many gave it; others in the order of their size. */
  counts: z.array(z.object({ value: z.string(), count: z.number().int() })),
});
export type ItemFigures = z.infer<typeof itemFigures>;

export const surveyMethods = {
  /** Reads a survey without storing anything: its columns with their types, what is wrong, and what importing it would change. */
  'survey.inspect': job({
    input: z.object(survey),
    output: z.object({
      file: z.string(),
      /** Null for a workbook. */
      encoding: z.string().nullable(),
      sheets: z.array(z.string()),
      sheet: z.string().nullable(),
      rows: z.number().int(),
      columns: z.array(surveyColumn),
      /** The first thousand. */
      faults: z.array(surveyFault),
      faultCount: z.number().int(),
      /** Texts that may mean "no answer" and how many cells have them. */
      doubtfulTexts: z.array(z.object({ text: z.string(), cells: z.number().int() })),
      created: z.array(z.string()),
      /** The first thousand. */
      changes: z.array(cellChange),
      changeCount: z.number().int(),
      unchanged: z.number().int(),
      newAttributes: z.number().int(),
      joined: z.array(z.object({ case: z.string(), document: z.string() })),
      /** File names that no transcript of the project has. */
      unknownDocuments: z.array(z.string()),
    }),
  }),
  /** Stores a survey in one step: new cases, changed values, joined documents. Without `partial` a single fault refuses all of it (`survey_rows`). */
  'survey.import': job({
    input: z.object({ ...survey, partial: z.boolean() }),
    output: z.object({
      rows: z.number().int(),
      created: z.number().int(),
      changed: z.number().int(),
      attributes: z.number().int(),
      joined: z.number().int(),
      refused: z.array(surveyFault),
    }),
  }),
  /** The survey as it came in, or all attributes of all cases; confidential ones stay behind. */
  'survey.export': job({
    input: z.object({ kind: z.enum(['survey', 'cases']) }),
    output: z.object({ ticket, rows: z.number().int(), withheld: z.array(z.string()) }),
  }),
  'survey.figures': query({
    input: z.object({
      /** Scale items where none are named. */
      attributes: z.array(id<'attribute'>()).optional(),
      /** The attribute whose values make the groups. */
      by: id<'attribute'>().optional(),
    }),
    output: z.object({
      cases: z.number().int(),
      items: z.array(
        z.object({
          attribute: id<'attribute'>(),
          all: itemFigures,
          groups: z.array(z.object({ group: z.string().nullable(), figures: itemFigures })),
        }),
      ),
    }),
  }),
  /** The cases behind a figure: of all or of one group, those that gave an answer, one answer or none. */
  'survey.cases': query({
    input: z.object({
      attribute: id<'attribute'>(),
      group: z.object({ by: id<'attribute'>(), value: z.string().nullable() }).optional(),
      which: z.union([z.enum(['answered', 'missing']), z.object({ answer: z.string() })]),
    }),
    output: z.array(
      z.object({
        case: id<'case'>(),
        name: z.string(),
        /** As it was written; null: there is none. */
        value: z.string().nullable(),
        documents: z.array(z.object({ id: id<'document'>(), name: z.string() })),
      }),
    ),
  }),
  /** Every pair of some items, respondents with both answers counted. */
  'survey.correlations': query({
    input: z.object({ attributes: z.array(id<'attribute'>()).min(2).max(30), method: z.enum(['spearman', 'pearson']) }),
    output: z.array(
      z.object({
        a: id<'attribute'>(),
        b: id<'attribute'>(),
        n: z.number().int(),
        coefficient: measure,
        interval,
        /** Two-sided, of no association. */
        p: measure,
      }),
    ),
  }),
};
