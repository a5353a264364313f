import { z } from 'zod';
import { attributeTypes, missingKinds, valueProblems } from '../../domain/attribute.ts';
import { command, query } from '../method.ts';
import { id, rewriteDue } from '../schema/scalars.ts';

const shape = {
  type: z.enum(attributeTypes),
  /** Allowed values in their order, for one_of and ordered. */
  categories: z.array(z.string()).nullable(),
  /** Lowest and highest number, where they are declared: a scale item has both. */
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
};

export const attribute = z.object({
  id: id<'attribute'>(),
  /** The header it came with; never changes. */
  key: z.string(),
  name: z.string(),
  ...shape,
  /** What the lowest and the highest answer mean. */
  lowLabel: z.string().nullable(),
  highLabel: z.string().nullable(),
  /** Never exported. */
  confidential: z.boolean(),
  /** Holds the file names of a survey's interviews: shown as the documents of a case instead. */
  isDocumentColumn: z.boolean(),
  /** By a value as it was written, what it is counted as; values that stand for themselves are left out. */
  groups: z.record(z.string(), z.string()),
});
export type Attribute = z.infer<typeof attribute>;

export const studyCase = z.object({
  id: id<'case'>(),
  name: z.string(),
  /** Documents that belong to the case as a whole. */
  documents: z.array(id<'document'>()),
  /** Single speakers of other documents (focus groups). */
  speakers: z.array(z.object({ id: id<'speaker'>(), name: z.string(), document: id<'document'>() })),
  /** Values as they were written, by attribute id. */
  values: z.record(z.string(), z.string()),
  /** Why there is none, by attribute id, where that is known: anything else without a value was left empty. */
  missing: z.record(z.string(), z.enum(missingKinds)),
});
export type StudyCase = z.infer<typeof studyCase>;

/** A cell of the grid and what is to stand in it: a value, a reason why there is none, or nothing at all. */
const cell = z.object({
  case: id<'case'>(),
  attribute: id<'attribute'>(),
  value: z.string().nullable(),
  missing: z.enum(missingKinds).nullable(),
});
export type CellEdit = z.infer<typeof cell>;

/** A value that an attribute of this type does not admit. */
export const misfit = z.object({
  case: id<'case'>(),
  caseName: z.string(),
  value: z.string(),
  problem: z.enum(valueProblems),
});

const created = z.object({ name: z.string(), values: z.record(z.string(), z.string()) });
/** All that is said of an attribute. */
const description = z.object({
  name: z.string(),
  ...shape,
  lowLabel: z.string().nullable(),
  highLabel: z.string().nullable(),
  confidential: z.boolean(),
});

const purgePlan = z.object({
  name: z.string(),
  /** Names of transcripts that go as a whole. */
  documents: z.array(z.string()),
  /** What is said in transcripts that stay. */
  parts: z.array(z.object({ document: z.string(), speaker: z.string(), turns: z.number().int() })),
  codings: z.number().int(),
  memos: z.number().int(),
  /** Frozen rounds that lose a transcript. */
  rounds: z.number().int(),
  /** Answers and attributes of the survey row. */
  values: z.number().int(),
  backups: z.number().int(),
});
export type PurgePlan = z.infer<typeof purgePlan>;

export const casesMethods = {
  'cases.list': query({
    input: z.object({}),
    output: z.object({ attributes: z.array(attribute), cases: z.array(studyCase) }),
  }),
  'cases.create': command({ input: z.object({ name: z.string() }), output: z.object({ case: id<'case'>() }) }),
  'cases.rename': command({ input: z.object({ case: id<'case'>(), name: z.string() }), output: z.object({}) }),
  /** Removes cases with their values and memos; their documents and speakers stay, without a case. */
  'cases.remove': command({ input: z.object({ cases: z.array(id<'case'>()).min(1) }), output: z.object({}) }),
  /** What `cases.purge` would take: counted before anything goes. Throws `blind`. */
  'cases.purgePlan': query({ input: z.object({ case: id<'case'>() }), output: purgePlan }),
  /**
   * Takes a respondent out for good: the case with its values and memos, its transcripts with all that stands on them, what it says in
   * other transcripts, and the past that holds any of it, backups included. Nothing before it can be undone any more.
   */
  'cases.purge': command({
    input: z.object({ case: id<'case'>(), confirmed: z.literal(true) }),
    output: z.object({ documents: z.number().int(), backups: z.number().int(), rewriteDue }),
  }),
  /** Writes cells, renames and makes cases in one step: an edit of one cell as well as a block pasted from a spreadsheet. Throws `cell_values`. */
  'cases.edit': command({
    input: z.object({
      cells: z.array(cell),
      names: z.array(z.object({ case: id<'case'>(), name: z.string() })).default([]),
      created: z.array(created).default([]),
    }),
    output: z.object({ changed: z.number().int(), created: z.array(id<'case'>()) }),
  }),
  /** Gives a document to a case, or takes it from its case. */
  'cases.assignDocument': command({
    input: z.object({ document: id<'document'>(), case: id<'case'>().nullable() }),
    output: z.object({}),
  }),
  /** Gives one speaker of a document to a case. */
  'cases.assignSpeaker': command({
    input: z.object({ speaker: id<'speaker'>(), case: id<'case'>().nullable() }),
    output: z.object({}),
  }),
  /** Gives each document without a case to the case whose survey row names its file. */
  'cases.joinDocuments': command({ input: z.object({}), output: z.object({ joined: z.number().int() }) }),

  'attributes.create': command({
    input: description.partial().required({ name: true, type: true }),
    output: z.object({ attribute: id<'attribute'>() }),
  }),
  /**
   * Changes what is said of an attribute, its type too. Values that do not fit become missing where that is asked for, with the old
   * text kept beside them. Throws `cell_values` otherwise.
   */
  'attributes.update': command({
    input: z.object({
      attribute: id<'attribute'>(),
      patch: description.partial(),
      misfitsToMissing: z.boolean().default(false),
    }),
    output: z.object({ misfits: z.number().int() }),
  }),
  /** Values that would not fit another type. */
  'attributes.misfits': query({
    input: z.object({ attribute: id<'attribute'>(), ...shape }),
    output: z.array(misfit),
  }),
  'attributes.move': command({
    input: z.object({ attribute: id<'attribute'>(), before: id<'attribute'>().nullable() }),
    output: z.object({}),
  }),
  /** Removes an attribute with its values. */
  'attributes.remove': command({ input: z.object({ attribute: id<'attribute'>() }), output: z.object({}) }),
  /** Counts values as one under a common name; null: each for itself again. */
  'attributes.group': command({
    input: z.object({ attribute: id<'attribute'>(), values: z.array(z.string()).min(1), as: z.string().nullable() }),
    output: z.object({}),
  }),
};
