import { z } from 'zod';
import { command, job, query } from '../method.ts';
import { csvRowFault } from '../errors.ts';
import { coder, coding, listedMemo, memo, memoBody, memoTarget, selection } from '../schema/entities.ts';
import { id, position, ticket } from '../schema/scalars.ts';

/** What a command did to the codings of one document, whole enough that they need not be asked for again. */
export const codingOutcome = z.object({
  /** The revision it made; null where there was nothing to change. */
  revision: z.number().int().nullable(),
  /** Selections as they stand now, those made or moved. */
  selections: z.array(selection),
  /** Codings as they stand now, those made or changed. */
  codings: z.array(coding),
  removed: z.array(id<'coding'>()),
});
export type CodingOutcome = z.infer<typeof codingOutcome>;

const plain = { text: z.string() };
const rich = { body: memoBody };
const range = { document: id<'document'>(), start: position, end: position };

export const codingsMethods = {
  'coders.list': query({ input: z.object({}), output: z.array(coder) }),
  'coders.create': command({ input: z.object({ name: z.string() }), output: coder }),
  'coders.rename': command({ input: z.object({ coder: id<'coder'>(), name: z.string() }), output: z.object({}) }),
  /**
   * Chooses whose work new codings are; kept with the project, not a change of it. From a coder who is blind to one who is
   * not it takes `leave`, and is recorded. Throws `blind`.
   */
  'coders.choose': command({
    input: z.object({ coder: id<'coder'>(), leave: z.boolean().optional() }),
    output: z.object({}),
  }),

  'codings.ofDocument': query({
    input: z.object({ document: id<'document'>() }),
    output: z.object({ selections: z.array(selection), codings: z.array(coding), memos: z.array(memo) }),
  }),
  /** Codes one range with one or more codes as the current coder; ends snap outward to whole graphemes. Codes already there are left as they are. */
  'codings.add': command({
    input: z.object({
      document: id<'document'>(),
      start: position,
      end: position,
      codes: z.array(id<'code'>()).min(1),
    }),
    output: z.object({ selection, codings: z.array(coding), revision: z.number().int().nullable() }),
  }),
  /** Removes codings; a selection left without codings and memos goes too. */
  'codings.remove': command({ input: z.object({ codings: z.array(id<'coding'>()).min(1) }), output: codingOutcome }),
  'codings.setCode': command({ input: z.object({ coding: id<'coding'>(), code: id<'code'>() }), output: z.object({}) }),
  /** Moves the ends of a selection with all its codings. */
  'codings.resize': command({
    input: z.object({ selection: id<'selection'>(), start: position, end: position }),
    output: codingOutcome,
  }),
  /** Takes a range out of codings: what is left of each is trimmed, or falls into two codings; one wholly inside goes. */
  'codings.erase': command({
    input: z.object({ codings: z.array(id<'coding'>()).min(1), start: position, end: position }),
    output: codingOutcome,
  }),
  /** Cuts codings in two at a position inside them; its grapheme goes to the second half. Those it does not fall into stay as they are. */
  'codings.split': command({
    input: z.object({ codings: z.array(id<'coding'>()).min(1), at: position }),
    output: codingOutcome,
  }),
  /** Makes one coding of several with the same code in one document, from the first position to the last; their memos come together on it. */
  'codings.join': command({ input: z.object({ codings: z.array(id<'coding'>()).min(2) }), output: codingOutcome }),
  /** Codes the current coder used last, newest first, without repeats. */
  'codings.recentCodes': query({
    input: z.object({ limit: z.number().int().min(1).max(50) }),
    output: z.array(id<'code'>()),
  }),

  /** Columns document (or doc), coder, code, start, end, optional text and memo; code points, half-open; one transaction. */
  'codings.importCsv': job({
    input: z.object({
      ticket,
      /** Whose codings these are where the column coder is missing or to be overruled. */
      coder: z.string().optional(),
      createCodes: z.boolean(),
      markDone: z.boolean(),
      /** Take the right rows although others are wrong. */
      partial: z.boolean(),
    }),
    output: z.object({
      imported: z.number().int(),
      /** Rows that were already there. */
      present: z.number().int(),
      coders: z.array(z.string()),
      createdCodes: z.array(z.string()),
      refused: z.array(csvRowFault),
    }),
  }),
  'codings.exportCsv': job({
    /** Also as an Excel workbook; both are read again. */
    input: z.object({ coder: z.string().optional(), format: z.enum(['csv', 'xlsx']).optional() }),
    /** `unplaced`: codings that are not in the file, as they have lost their words and stand nowhere. */
    output: z.object({ ticket, rows: z.number().int(), unplaced: z.number().int() }),
  }),

  /** Every memo of the project, in the order they were begun. */
  'memos.list': query({ input: z.object({}), output: z.array(listedMemo) }),
  /** Writes the current coder's memo on a target, as text or as blocks; without any words it is removed. */
  'memos.save': command({
    input: z.union([z.object({ target: memoTarget, ...plain }), z.object({ target: memoTarget, ...rich })]),
    output: memo.nullable(),
  }),
  /** A memo on a range: makes a selection for it where there is none. */
  'memos.saveOnRange': command({
    input: z.union([z.object({ ...range, ...plain }), z.object({ ...range, ...rich })]),
    output: memo,
  }),
};
