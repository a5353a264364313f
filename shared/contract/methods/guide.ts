import { z } from 'zod';
import { command, job, query } from '../method.ts';
import { passage } from '../schema/entities.ts';
import { id, position, ticket } from '../schema/scalars.ts';

export const question = z.object({
  id: id<'question'>(),
  /** `B2`; unique in the guide. */
  key: z.string(),
  section: z.string(),
  /** Its words by language. */
  texts: z.record(z.string(), z.string()),
  codes: z.array(id<'code'>()),
});
export type Question = z.infer<typeof question>;

/** A turn of an interviewer, and what is known of the question it asks. */
export const askingTurn = z.object({
  turn: id<'turn'>(),
  document: id<'document'>(),
  start: position,
  end: position,
  words: z.string(),
  question: id<'question'>().nullable(),
  /** Somebody has said that it asks nothing of the guide. */
  asksNothing: z.boolean(),
  /** The question of the guide most like it, between 0.3 and 1; only where nobody has decided. */
  suggestion: z.object({ question: id<'question'>(), score: z.number() }).nullable(),
});
export type AskingTurn = z.infer<typeof askingTurn>;

export const guideMethods = {
  'guide.list': query({ input: z.object({}), output: z.array(question) }),
  /** Takes in a guide from Markdown tables, CSV, TSV or JSON; questions already there are known by their key and changed. */
  'guide.import': job({
    input: z.object({ ticket }),
    output: z.object({
      created: z.number().int(),
      changed: z.number().int(),
      /** Codes the guide names and the project does not have. */
      unknownCodes: z.array(z.string()),
      /** Columns of its tables that are neither id, section, codes nor a language. */
      ignoredColumns: z.array(z.string()),
    }),
  }),
  /** Makes a question, or changes the one named. */
  'guide.save': command({
    input: z.object({
      question: id<'question'>().optional(),
      key: z.string(),
      section: z.string(),
      texts: z.record(z.string(), z.string()),
      codes: z.array(id<'code'>()),
    }),
    output: z.object({ question: id<'question'>() }),
  }),
  'guide.move': command({
    input: z.object({ question: id<'question'>(), before: id<'question'>().nullable() }),
    output: z.object({}),
  }),
  /** Removes a question; turns that were matched to it are open again. */
  'guide.remove': command({ input: z.object({ question: id<'question'>() }), output: z.object({}) }),

  /** Interviewers' turns of one document, in order. */
  'guide.turns': query({ input: z.object({ document: id<'document'>() }), output: z.array(askingTurn) }),
  /** Says which question turns ask; null: undecided again, `none`: nothing of the guide. */
  'guide.assign': command({
    input: z.object({
      turns: z
        .array(z.object({ turn: id<'turn'>(), question: z.union([id<'question'>(), z.literal('none')]).nullable() }))
        .min(1),
    }),
    output: z.object({}),
  }),
  /** Accepts every suggestion of at least this score. */
  'guide.accept': command({
    input: z.object({ documents: z.array(id<'document'>()).optional(), least: z.number().min(0).max(1) }),
    output: z.object({ assigned: z.number().int() }),
  }),
  /** Which questions were asked and answered in which document. */
  'guide.coverage': query({
    input: z.object({}),
    output: z.array(
      z.object({
        document: id<'document'>(),
        name: z.string(),
        /** Turns of interviewers that nobody has decided on, and how many of them have a suggestion. */
        undecided: z.number().int(),
        suggested: z.number().int(),
        asked: z.array(id<'question'>()),
        /** Asked and followed by words of somebody else. */
        answered: z.array(id<'question'>()),
      }),
    ),
  }),
  /** Codings of one coder by the question whose answers they touch. */
  'guide.matrix': query({
    input: z.object({ coder: id<'coder'>() }),
    output: z.object({
      revision: z.number().int(),
      documents: z.number().int(),
      /** Documents in which at least one question was matched. */
      matched: z.number().int(),
      answers: z.array(z.object({ question: id<'question'>(), documents: z.number().int() })),
      cells: z.array(
        z.object({
          question: id<'question'>(),
          code: id<'code'>(),
          codings: z.number().int(),
          documents: z.number().int(),
        }),
      ),
    }),
  }),
  /** What a cell of the matrix counts, or, without a code, the answers to a question. */
  'guide.passages': query({
    input: z.object({ question: id<'question'>(), code: id<'code'>().optional(), coder: id<'coder'>().optional() }),
    output: z.array(passage),
  }),
};
