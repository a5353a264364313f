import { z } from 'zod';
import { codeMarks } from '../../domain/codebook.ts';
import { command, query } from '../method.ts';
import { code } from '../schema/entities.ts';
import { id, languageTag } from '../schema/scalars.ts';

const texts = z.object({
  name: z.string().optional(),
  definition: z.string().optional(),
  whenToUse: z.string().optional(),
  whenNotToUse: z.string().optional(),
});

export const codebookMethods = {
  'codes.list': query({ input: z.object({}), output: z.array(code) }),
  /** Creates a code at the end of its siblings; colour and mark are dealt from the palette unless given. */
  'codes.create': command({
    input: z.object({
      name: z.string(),
      language: languageTag.optional(),
      parent: id<'code'>().nullable().optional(),
      color: z
        .string()
        .regex(/^#[0-9a-f]{6}$/)
        .optional(),
      mark: z.enum(codeMarks).optional(),
    }),
    output: code,
  }),
  'codes.update': command({
    input: z.object({
      code: id<'code'>(),
      language: languageTag.optional(),
      texts: texts.optional(),
      color: z
        .string()
        .regex(/^#[0-9a-f]{6}$/)
        .optional(),
      mark: z.enum(codeMarks).optional(),
      pinned: z.boolean().optional(),
      retired: z.boolean().optional(),
      aliases: z.array(z.object({ text: z.string(), kind: z.enum(['alias', 'reading']) })).optional(),
    }),
    output: code,
  }),
  /** Puts a code under another parent (null: top level) before the given sibling, or last. */
  'codes.move': command({
    input: z.object({ code: id<'code'>(), parent: id<'code'>().nullable(), before: id<'code'>().nullable() }),
    output: z.object({}),
  }),
  /** Removes a code with its children and all their codings; answers how many went. */
  'codes.remove': command({
    input: z.object({ code: id<'code'>() }),
    output: z.object({ codes: z.number().int(), codings: z.number().int() }),
  }),
};
