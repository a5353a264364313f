import { z } from 'zod';
import { speakerRoles } from '../../domain/transcript.ts';
import { command, job, query } from '../method.ts';
import { document, documentSummary } from '../schema/entities.ts';
import { id, languageTag, position, ticket } from '../schema/scalars.ts';
import { errorParameters, type WireError } from '../errors.ts';

const wireError = z.object({
  code: z.enum(Object.keys(errorParameters) as [keyof typeof errorParameters]),
  params: z.unknown(),
}) as unknown as z.ZodType<WireError>;

/** How one file is to be read, where the guess is overruled. */
export const importFile = z.object({
  ticket,
  encoding: z.string().optional(),
  language: languageTag.optional(),
  /** A label pattern's name, as in the preview. */
  pattern: z.string().optional(),
  /** The user's own label pattern, a regular expression matched at the beginning of each line; goes before `pattern`. */
  speakerPattern: z.string().optional(),
  /** Columns of a table, or keys of a list, by what they hold: a name of the header, or a place from 1. */
  columns: z.object({ speaker: z.string(), start: z.string(), end: z.string(), text: z.string() }).partial().optional(),
  /** Tracked changes of a .docx as if all were accepted (the default) or rejected. */
  changes: z.enum(['accepted', 'rejected']).optional(),
  /** Bytes that are not of the encoding: the file is refused (the default), or U+FFFD stands for them and the places are reported. */
  undecodable: z.enum(['refused', 'replaced']).optional(),
  /** Notes of a .docx: left out (the default) or behind the text. */
  notes: z.enum(['left-out', 'at-end']).optional(),
  /** Comments of a .docx: left out (the default) or as memos on the passages they mark, with their author's name. */
  comments: z.enum(['left-out', 'memos']).optional(),
  /** Names for speakers by the label found in the file; labels of one name become one speaker. */
  speakerNames: z.record(z.string(), z.string()).optional(),
  /** Names of the interviewers; everybody else is none. `roles` goes before it. */
  interviewers: z.array(z.string()).optional(),
  /** Roles by speaker name (as `speakerNames` gives it), where the guess is overruled. */
  roles: z.record(z.string(), z.enum(speakerRoles)).optional(),
});
export type ImportFile = z.infer<typeof importFile>;

const parsedSpeaker = z.object({ name: z.string(), turns: z.number().int(), role: z.enum(speakerRoles) });

/** A label as it stands in the file, before speakers are renamed, with the beginning of what is said under it first. */
const foundLabel = z.object({ label: z.string(), turns: z.number().int(), example: z.string() });

/** The columns of a table (or keys of a list), and which of them were taken for what. */
const foundColumns = z.object({
  names: z.array(z.string()),
  used: z.object({ speaker: z.string(), start: z.string(), end: z.string(), text: z.string() }).partial(),
});

export const importVerdict = z.object({
  ticket,
  file: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  encodingGuessed: z.boolean(),
  language: languageTag,
  /** Code points. */
  characters: z.number().int(),
  turns: z.number().int(),
  pattern: z.string(),
  speakers: z.array(parsedSpeaker),
  labels: z.array(foundLabel),
  columns: foundColumns.nullable(),
  /** How many comments the file has. */
  comments: z.number().int(),
  /** Where U+FFFD stands for bytes that could not be read: how often, and the first places, by line from 1 with the words around. */
  replaced: z.object({
    count: z.number().int(),
    places: z.array(z.object({ line: z.number().int(), around: z.string() })),
  }),
});
export type ImportVerdict = z.infer<typeof importVerdict>;

export const importFailure = z.object({ ticket, file: z.string(), error: wireError });
export type ImportFailure = z.infer<typeof importFailure>;

export const importPreview = z.object({
  text: z.string(),
  language: languageTag,
  turns: z.array(
    z.object({
      start: position,
      contentStart: position,
      end: position,
      speaker: z.string().nullable(),
      time: z.number().nullable(),
    }),
  ),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const documentsMethods = {
  'documents.list': query({ input: z.object({}), output: z.array(documentSummary) }),
  /** How many words are said in each transcript by the rules of its language; labels and times are none. */
  'documents.words': query({
    input: z.object({}),
    output: z.array(z.object({ document: id<'document'>(), words: z.number().int() })),
  }),
  'documents.get': query({ input: z.object({ document: id<'document'>() }), output: document }),
  'documents.rename': command({
    input: z.object({ document: id<'document'>(), name: z.string() }),
    output: z.object({}),
  }),
  /** Removes the document with its turns, selections, codings and memos; undo brings all of it back. */
  'documents.remove': command({
    input: z.object({ document: id<'document'>() }),
    output: z.object({ codings: z.number().int() }),
  }),
  'documents.setDone': command({
    input: z.object({ document: id<'document'>(), coder: id<'coder'>(), done: z.boolean() }),
    output: z.object({}),
  }),
  'documents.setSpeakerRole': command({
    input: z.object({ speaker: id<'speaker'>(), role: z.enum(speakerRoles) }),
    output: z.object({}),
  }),

  /** Reads files without storing anything: one verdict or one failure for each. */
  'imports.inspect': job({
    input: z.object({ files: z.array(importFile).min(1) }),
    output: z.object({ ready: z.array(importVerdict), failed: z.array(importFailure) }),
  }),
  /** The beginning of one file as it would be stored: at most about 200 turns. */
  'imports.preview': query({ input: importFile, output: importPreview }),
  /** Stores every readable file in one transaction; a name already taken gets " (2)". */
  'imports.commit': job({
    input: z.object({ files: z.array(importFile).min(1) }),
    output: z.object({
      imported: z.array(importVerdict.extend({ document: id<'document'>(), name: z.string() })),
      failed: z.array(importFailure),
    }),
  }),
};
