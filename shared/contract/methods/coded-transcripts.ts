import { z } from 'zod';
import { job } from '../method.ts';
import { id, interfaceLanguage, ticket } from '../schema/scalars.ts';

export const codedTranscriptFormats = ['docx', 'html'] as const;

export const codedTranscriptsMethods = {
  /** Writes a transcript with its codings: comments in Word, a margin in HTML. The same data give the same bytes. */
  'documents.writeCoded': job({
    input: z.object({
      document: id<'document'>(),
      format: z.enum(codedTranscriptFormats),
      language: interfaceLanguage,
      /** Whose codings; all coders', if absent. */
      coders: z.array(id<'coder'>()).optional(),
      /** Numbers in place of the names of coders and the transcript, no memos. */
      anonymised: z.boolean().default(false),
    }),
    output: z.object({ ticket, name: z.string() }),
  }),
};
