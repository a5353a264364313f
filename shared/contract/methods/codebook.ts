import { z } from 'zod';
import { codeMarks } from '../../domain/codebook.ts';
import { command, query } from '../method.ts';
import { aliasKinds, code, passage } from '../schema/entities.ts';
import { id, instant, languageTag, position } from '../schema/scalars.ts';

const texts = z.object({
  name: z.string().optional(),
  definition: z.string().optional(),
  whenToUse: z.string().optional(),
  whenNotToUse: z.string().optional(),
});

const color = z.string().regex(/^#[0-9a-f]{6}$/);

/** What can be said of a code; what is left out stays as it is. */
const details = {
  color: color.optional(),
  mark: z.enum(codeMarks).optional(),
  /** By language; a language whose texts are all empty is taken away, but never the one the code was written in. */
  texts: z.record(languageTag, texts).optional(),
  aliases: z.array(z.object({ text: z.string(), kind: z.enum(aliasKinds) })).optional(),
  /** Whether a memo is asked for when the code is applied. */
  asksMemo: z.boolean().optional(),
  /** In their order. One with an id keeps the passage it is linked to; one without is new; one left out goes. */
  examples: z
    .array(z.object({ id: id<'example'>().optional(), text: z.string(), origin: z.string().optional() }))
    .optional(),
};

/** What of a code a step of its history changed. */
export const codeFields = [
  'name',
  'definition',
  'whenToUse',
  'whenNotToUse',
  'alias',
  'reading',
  'example',
  'color',
  'mark',
  'parent',
  'pinned',
  'retired',
  'asksMemo',
] as const;

/** One thing a step changed; `before` null: it came, `after` null: it went. Parents are named, `""` is the top level. */
export const codeChange = z.object({
  field: z.enum(codeFields),
  /** Of texts: the language they are written in. */
  language: languageTag.nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type CodeChange = z.infer<typeof codeChange>;

export const codeStep = z.object({
  /** Null for the beginning of a code that came with another step (a codebook, an import). */
  revision: z.number().int().nullable(),
  command: z.string(),
  label: z.record(z.string(), z.union([z.string(), z.number()])),
  coder: id<'coder'>().nullable(),
  at: instant,
  /** The version the step made, where it changed the definition or a rule. */
  version: z.number().int().nullable(),
  changes: z.array(codeChange),
});
export type CodeStep = z.infer<typeof codeStep>;

export const codeCoding = z.object({
  coding: id<'coding'>(),
  coder: id<'coder'>(),
  codeVersion: z.number().int(),
  createdAt: instant,
  passage,
});
export type CodeCoding = z.infer<typeof codeCoding>;

const twoCodes = z.object({ code: id<'code'>(), into: id<'code'>() });

export const codebookMethods = {
  /** In tree order: every code before those below it. */
  'codes.list': query({ input: z.object({}), output: z.array(code) }),
  /** Creates a code at the end of its siblings; colour and mark are dealt from the palette unless given. */
  'codes.create': command({
    input: z.object({
      name: z.string(),
      language: languageTag.optional(),
      parent: id<'code'>().nullable().optional(),
      ...details,
    }),
    output: code,
  }),
  /** Changes a code; another parent puts it last among that parent's children. One step, however much it changes. */
  'codes.update': command({
    input: z.object({
      code: id<'code'>(),
      parent: id<'code'>().nullable().optional(),
      pinned: z.boolean().optional(),
      /** A retired code keeps its codings but is not offered for new ones. */
      retired: z.boolean().optional(),
      ...details,
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

  /** What merging a code into another would do. */
  'codes.mergePreview': query({
    input: twoCodes,
    output: z.object({
      /** Codings that change to the other code. */
      codings: z.number().int(),
      /** Codings of passages that carry both codes: one of the two stays. */
      doubled: z.number().int(),
      children: z.number().int(),
      examples: z.number().int(),
      memos: z.number().int(),
    }),
  }),
  /**
   * Merges a code into another: codings change to it (a passage that carries both keeps one, with the memos of both),
   * children, examples and memos go over, the names become aliases, and the code is no more.
   */
  'codes.merge': command({
    input: twoCodes,
    output: z.object({ codings: z.number().int(), doubled: z.number().int() }),
  }),
  /** Makes a new code beside the given one (or under another parent) and changes the chosen codings to it; memos stay with them. */
  'codes.split': command({
    input: z.object({
      code: id<'code'>(),
      name: z.string(),
      language: languageTag.optional(),
      parent: id<'code'>().nullable().optional(),
      codings: z.array(id<'coding'>()).min(1),
    }),
    output: code,
  }),
  /** Links a passage as an example of a code; the words are kept even where the passage goes. `revision`: null where it is one already. */
  'codes.addExample': command({
    input: z.object({ code: id<'code'>(), document: id<'document'>(), start: position, end: position }),
    output: code.extend({ revision: z.number().int().nullable() }),
  }),

  /** What was done to a code, newest first; steps that were undone are not among it. */
  'codes.history': query({ input: z.object({ code: id<'code'>() }), output: z.array(codeStep) }),
  /** A code's codings with their passages, in the order of the text; `outdated`: only those made under an older definition. */
  'codes.codings': query({
    input: z.object({ code: id<'code'>(), outdated: z.boolean().optional() }),
    output: z.array(codeCoding),
  }),
  /** Says that the current coder's codings hold under the definition as it is now. */
  'codes.confirmCodings': command({
    input: z.object({ codings: z.array(id<'coding'>()).min(1) }),
    output: z.object({}),
  }),
};
