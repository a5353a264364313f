import { z } from 'zod';
import { speakerRoles } from '../../domain/transcript.ts';
import { codeMarks } from '../../domain/codebook.ts';
import { memoBlockKinds } from '../../domain/memo-body.ts';
import { id, instant, languageTag, position } from './scalars.ts';

export const coder = z.object({ id: id<'coder'>(), name: z.string(), codings: z.number().int() });
export type Coder = z.infer<typeof coder>;

export const documentSummary = z.object({
  id: id<'document'>(),
  name: z.string(),
  language: languageTag,
  format: z.string(),
  /** Code points of the stored text. */
  characters: z.number().int(),
  turns: z.number().int(),
  respondentTurns: z.number().int(),
  /** Respondents' turns with at least one coding, by coder id; coders without any are left out. */
  codedTurns: z.record(z.string(), z.number().int()),
  codings: z.number().int(),
  case: z.object({ id: id<'case'>(), name: z.string() }).nullable(),
  /** Coders who have marked the document as done. */
  doneBy: z.array(id<'coder'>()),
});
export type DocumentSummary = z.infer<typeof documentSummary>;

export const speaker = z.object({ id: id<'speaker'>(), name: z.string(), role: z.enum(speakerRoles) });
export type Speaker = z.infer<typeof speaker>;

export const turn = z.object({
  id: id<'turn'>(),
  start: position,
  contentStart: position,
  end: position,
  speaker: id<'speaker'>().nullable(),
  /** Seconds from the beginning. */
  time: z.number().nullable(),
});
export type Turn = z.infer<typeof turn>;

export const document = z.object({
  id: id<'document'>(),
  name: z.string(),
  language: languageTag,
  format: z.string(),
  encoding: z.string().nullable(),
  text: z.string(),
  /** Names this text among those the document has had. */
  textHash: z.string(),
  turns: z.array(turn),
  speakers: z.array(speaker),
  case: z.object({ id: id<'case'>(), name: z.string() }).nullable(),
});
export type Document = z.infer<typeof document>;

export const codeTexts = z.object({
  name: z.string(),
  definition: z.string(),
  whenToUse: z.string(),
  whenNotToUse: z.string(),
});
export type CodeTexts = z.infer<typeof codeTexts>;

/** An example of a code: words of one's own, or those of a passage with its place as long as that stands. */
export const codeExample = z.object({
  id: id<'example'>(),
  text: z.string(),
  origin: z.string(),
  passage: z.object({ document: id<'document'>(), start: position, end: position }).nullable(),
});
export type CodeExample = z.infer<typeof codeExample>;

export const aliasKinds = ['alias', 'reading'] as const;
export type AliasKind = (typeof aliasKinds)[number];

export const code = z.object({
  id: id<'code'>(),
  parent: id<'code'>().nullable(),
  /** Order among siblings. */
  position: z.number(),
  slug: z.string().nullable(),
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  mark: z.enum(codeMarks),
  /** False for headings that only hold other codes. */
  codable: z.boolean(),
  retired: z.boolean(),
  pinned: z.boolean(),
  /** A memo is asked for when the code is applied. */
  asksMemo: z.boolean(),
  /** Counted up when a definition or rule changes. */
  version: z.number().int(),
  /** Language the code was written in: shown where the interface language has no text. */
  language: languageTag,
  texts: z.record(z.string(), codeTexts),
  examples: z.array(codeExample),
  aliases: z.array(z.object({ text: z.string(), kind: z.enum(aliasKinds) })),
  /** Codings per coder id. */
  codings: z.record(z.string(), z.number().int()),
  /** Codings made under an older version. */
  outdated: z.number().int(),
});
export type Code = z.infer<typeof code>;

export const selectionStates = ['placed', 'uncertain', 'detached'] as const;

export const selection = z.object({
  id: id<'selection'>(),
  document: id<'document'>(),
  start: position,
  end: position,
  coder: id<'coder'>(),
  state: z.enum(selectionStates),
});
export type Selection = z.infer<typeof selection>;

export const coding = z.object({
  id: id<'coding'>(),
  selection: id<'selection'>(),
  code: id<'code'>(),
  coder: id<'coder'>(),
  createdAt: instant,
  codeVersion: z.number().int(),
});
export type Coding = z.infer<typeof coding>;

export const memoKinds = ['project', 'document', 'case', 'code', 'selection', 'coding'] as const;
export const memoTarget = z.object({ kind: z.enum(memoKinds), id: z.string().nullable() });
export type MemoTarget = z.infer<typeof memoTarget>;

const memoRun = z.object({ text: z.string(), bold: z.literal(true).optional(), italic: z.literal(true).optional() });

export const memoBody = z.array(
  z.object({ kind: z.enum(memoBlockKinds), level: z.number().int().min(1).max(6), runs: z.array(memoRun) }),
);

export const memo = z.object({
  id: id<'memo'>(),
  target: memoTarget,
  coder: id<'coder'>(),
  text: z.string(),
  /** Headings, lists, bold and italic words, where there are any: its text is `text`. */
  body: memoBody.nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type Memo = z.infer<typeof memo>;

/** A passage a number opens: raw span, its words without the gutter, and where it stands. */
export const passage = z.object({
  document: id<'document'>(),
  documentName: z.string(),
  language: languageTag,
  start: position,
  end: position,
  quote: z.string(),
  speaker: z.string().nullable(),
  time: z.number().nullable(),
  /** 1-based number of the turn in its document; null outside turns. */
  turn: z.number().int().nullable(),
  /** Names of the coders who coded it, where that matters. */
  coders: z.array(z.string()),
});
export type Passage = z.infer<typeof passage>;

/** A passage, and whether it carries (or only passages bring it that carry) the marker of the analysis. */
export const markedPassage = passage.extend({ marked: z.boolean() });
export type MarkedPassage = z.infer<typeof markedPassage>;

/** A memo with where it is: the passage of a selection or coding, and the coding's code. */
export const listedMemo = memo.extend({ passage: passage.nullable(), code: id<'code'>().nullable() });
export type ListedMemo = z.infer<typeof listedMemo>;
