import { z } from 'zod';
import { comparedFields, entryStates } from '../../import/codebook/compare-codebook.ts';
import { codebookFault } from '../errors.ts';
import { job } from '../method.ts';
import { id, languageTag, ticket } from '../schema/scalars.ts';

/** A code of a file beside the open codebook. */
const comparedCode = z.object({
  /** Line of a table, or number of the code in a list. */
  line: z.number().int(),
  name: z.string(),
  language: languageTag,
  /** Place of its parent among these. */
  parent: z.number().int().nullable(),
  /** The code of the open codebook it hangs under, where its parent is not in the file. */
  under: id<'code'>().nullable(),
  state: z.enum(entryStates),
  /** The code it is, unless it is new. */
  code: id<'code'>().nullable(),
  changes: z.array(
    z.object({
      field: z.enum(comparedFields),
      language: languageTag.nullable(),
      before: z.string(),
      after: z.string(),
    }),
  ),
});
export type ComparedCode = z.infer<typeof comparedCode>;

/** `take`: what the file says; `keep`: as it stands; `move`: under the file's parent, with what the file says; `new`: a second code of that name. */
export const codeChoices = ['take', 'keep', 'move', 'new'] as const;
export type CodeChoice = (typeof codeChoices)[number];

export const codebookFilesMethods = {
  /** What importing a codebook (CSV, TSV, .xlsx, JSON) would do to the open one; nothing is stored. */
  'codebook.preview': job({
    input: z.object({ ticket }),
    output: z.object({
      file: z.string(),
      entries: z.array(comparedCode),
      faults: z.array(codebookFault),
      ignored: z.array(z.string()),
    }),
  }),
  /**
   * Takes the codes of a file into the open codebook as one step; codings are never touched. Without a choice a changed code takes what the file
   * says, and one that stands elsewhere stays as it is.
   */
  'codebook.import': job({
    input: z.object({
      ticket,
      /** By the place of the code in the preview. */
      choices: z.array(z.object({ entry: z.number().int(), choice: z.enum(codeChoices) })).default([]),
      /** Take the right rows although others are wrong. */
      partial: z.boolean().default(false),
    }),
    output: z.object({
      created: z.number().int(),
      changed: z.number().int(),
      moved: z.number().int(),
      /** Differ from the file and stay as they are. */
      left: z.number().int(),
      refused: z.array(codebookFault),
    }),
  }),
  /** The codebook as JSON, in the form of the one that comes with the program: import and export leave it equal. */
  'codebook.exportJson': job({ input: z.object({}), output: z.object({ ticket }) }),
};
