import { z } from 'zod';
import { command } from '../method.ts';
import { id, position } from '../schema/scalars.ts';

/** A stretch of the stored text and what is to stand in its place. */
const textChange = z.object({ from: position, to: position, insert: z.string() });

export const correctionsMethods = {
  /**
   * Puts changes in place of words of a document, as one step. Selections, turns and all that hangs on them keep to their
   * words; what has lost all its words is detached and listed for review. `base` is the document's `textHash` the changes
   * were made against: where the text is another by now, nothing is done.
   */
  'documents.correct': command({
    input: z.object({ document: id<'document'>(), base: z.string(), changes: z.array(textChange).min(1) }),
    output: z.object({
      textHash: z.string(),
      /** The revision it made; null where the changes change nothing. */
      revision: z.number().int().nullable(),
      detached: z.array(id<'selection'>()),
    }),
  }),
};
