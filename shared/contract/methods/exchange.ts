import { z } from 'zod';
import { lossReasons } from '../../refi/losses.ts';
import { job, query } from '../method.ts';
import { id, ticket } from '../schema/scalars.ts';

export const exchangeKinds = ['qdpx', 'qdc', 'qualcoder', 'taguette'] as const;
export const exchangeFormats = ['qdpx', 'qdc'] as const;

const reading = { unit: z.enum(['code-points', 'utf16']), lineEnds: z.enum(['as-in-file', 'crlf-is-one']) };

/** Something not, or not wholly, taken over, item by item. */
const lossItem = z.object({
  element: z.string(),
  reason: z.enum(lossReasons),
  guid: z.string().nullable(),
  name: z.string().nullable(),
  count: z.number().int(),
});

/** A selection that could not be placed: it is not in the project and its words are to be found by hand. Positions as written in the file. */
export const attentionReasons = ['out_of_range', 'splits_character', 'empty', 'text_missing', 'text_differs'] as const;
const attentionItem = z.object({
  guid: z.string(),
  document: z.string(),
  codes: z.array(z.string()),
  start: z.number().nullable(),
  end: z.number().nullable(),
  /** Length of the text as the file counts; null where there is no text. */
  length: z.number().nullable(),
  name: z.string(),
  reason: z.enum(attentionReasons),
});
export type AttentionItem = z.infer<typeof attentionItem>;

/** Of every kind of element: in the file = imported + present + lost. */
const elementCount = z.object({
  element: z.string(),
  inFile: z.number().int(),
  imported: z.number().int(),
  /** Was there already. */
  present: z.number().int(),
  /** Listed under losses or attention. */
  lost: z.number().int(),
});

const convention = z.object({
  ...reading,
  decidedBy: z.enum(['nothing', 'evidence', 'origin', 'format']),
  tested: z.number().int(),
  margin: z.number(),
  evidence: z.array(
    z.object({
      ...reading,
      score: z.number(),
      names: z.number().int(),
      edges: z.number().int(),
      faults: z.number().int(),
    }),
  ),
});

export const exchangeReport = z.object({
  file: z.string(),
  kind: z.enum(exchangeKinds),
  origin: z.string(),
  name: z.string().nullable(),
  convention,
  /** Whose user counts as the coder: the coding's, or the selection's (NVivo). */
  attribution: z.enum(['coding', 'selection']),
  coders: z.array(z.object({ name: z.string(), codings: z.number().int() })),
  documents: z.array(z.string()),
  counts: z.array(elementCount),
  losses: z.array(lossItem),
  attention: z.array(attentionItem),
});
export type ExchangeReport = z.infer<typeof exchangeReport>;

/** What of the project goes into a file for other programs, and how. */
export const exchangeExport = z.object({
  format: z.enum(exchangeFormats),
  /** Whose codings and memos; all coders', if absent. */
  coders: z.array(id<'coder'>()).min(1).optional(),
  /** All documents, if absent. */
  documents: z.array(id<'document'>()).min(1).optional(),
  /** Coders by number only, roles before the turns, no memos, no original files, and nothing that was kept of other programs' files. */
  anonymous: z.boolean().optional(),
  /** Keys of the attributes an anonymous file keeps; none, if absent. Confidential ones are in no file. */
  attributes: z.array(z.string()).optional(),
  /** What positions count; the standard has code points, NVivo counts UTF-16. */
  positions: z.enum(['code-points', 'utf16']).optional(),
});
export type ExchangeExport = z.infer<typeof exchangeExport>;

export const exchangeMethods = {
  /** Which project or codebook of another program a file (or folder) is, by its content; null: it may be a transcript. */
  'exchange.recognise': query({
    input: z.object({ ticket }),
    output: z.object({ kind: z.enum(exchangeKinds).nullable() }),
  }),
  /** What importing the file would do to the open project, or to an empty one; nothing is stored. */
  'exchange.inspect': job({ input: z.object({ ticket }), output: exchangeReport }),
  /** Takes a project or codebook of another program into the open one: one transaction; what is there already, by GUID or by content, is left as it is. */
  'exchange.import': job({ input: z.object({ ticket }), output: exchangeReport }),
  /** Writes the project as .qdpx or its codebook as .qdc: the same project gives the same bytes. */
  'exchange.export': job({
    input: exchangeExport,
    output: z.object({ ticket, losses: z.array(lossItem) }),
  }),
  /** What such a file could not hold, before it is written; `positionsMatter`: a text has characters that programs count differently. */
  'exchange.exportPreview': job({
    input: exchangeExport,
    output: z.object({ losses: z.array(lossItem), positionsMatter: z.boolean() }),
  }),
};
