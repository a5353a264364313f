import { z } from 'zod';
import { command, job, query } from '../method.ts';
import { id, position, rewriteDue, ticket } from '../schema/scalars.ts';

export const pseudonym = z.object({ name: z.string().min(1).max(200), pseudonym: z.string().max(200) });

/** The list, and whether letter case, width and composition may differ. It is handed over with each call and never kept in the project. */
const list = { list: z.array(pseudonym).min(1).max(10_000), folded: z.boolean() };

/** Parts of a project beside the transcripts' words in which names stand. */
export const namedParts = ['speakers', 'documents', 'memos', 'cases', 'codebook'] as const;
export type NamedPart = (typeof namedParts)[number];

/** Words around a hit that are sent with it, in UTF-16 units each side. */
export const nameContext = 40;

const hit = z.object({
  document: id<'document'>(),
  documentName: z.string(),
  start: position,
  end: position,
  /** Place of the name in the list. */
  entry: z.number().int(),
  found: z.string(),
  before: z.string(),
  after: z.string(),
  inWord: z.boolean(),
});
export type PseudonymHit = z.infer<typeof hit>;

/** Where a listed name stands outside the transcripts' words: the part of the project, or the table and column of one this program does not replace in. */
const place = z.object({ part: z.string(), text: z.string(), count: z.number().int() });
export type NamePlace = z.infer<typeof place>;

const leaving = z.object({
  /** Hits in transcripts, by document. */
  documents: z.array(z.object({ document: id<'document'>(), name: z.string(), count: z.number().int() })),
  places: z.array(place),
  /** Whether the history, the originals or backups may still hold what was there before: until a project is sealed, they do. */
  past: z.object({ history: z.number().int(), originals: z.number().int(), backups: z.number().int() }),
  coders: z.array(z.string()),
  /** Paths of files and folders that stand in the project. */
  paths: z.array(z.string()),
});
export type Leaving = z.infer<typeof leaving>;

export const pseudonymsMethods = {
  /** The entries of a list in a file. */
  'pseudonyms.read': query({ input: z.object({ ticket }), output: z.array(pseudonym) }),
  /** Every place where names stand: all counts, and the first hits in full. */
  'pseudonyms.preview': job({
    input: z.object({ ...list, limit: z.number().int().positive().max(50_000).optional() }),
    output: z.object({
      hits: z.array(hit),
      total: z.number().int(),
      documents: z.number().int(),
      /** Hits by entry of the list. */
      counts: z.array(z.number().int()),
      places: z.array(place.extend({ part: z.enum(namedParts) })),
    }),
  }),
  /** Replaces all hits but those named, as one step; codings stay on their words. */
  'pseudonyms.apply': command({
    input: z.object({
      ...list,
      except: z.array(z.object({ document: id<'document'>(), start: position })),
      /** Leave hits inside longer words where they are. */
      wholeWords: z.boolean().optional(),
      parts: z.array(z.enum(namedParts)),
    }),
    output: z.object({ replaced: z.number().int(), documents: z.number().int(), places: z.number().int() }),
  }),
  /**
   * Takes the names out of what is past, for good: originals, history, backups, index, labels, speaker and file names, and free
   * space of the file. Nothing before it can be undone any more. What still stands in transcripts is answered.
   */
  'pseudonyms.seal': command({
    input: z.object({ ...list, confirmed: z.literal(true) }),
    output: z.object({ originals: z.number().int(), backups: z.number().int(), rewriteDue, leaving }),
  }),
  /** What would leave with the project: listed names wherever they stand, coders' names, paths. */
  'pseudonyms.check': query({ input: z.object({ ...list }), output: leaving }),
};
