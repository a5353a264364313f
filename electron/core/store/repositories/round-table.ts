import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const assignmentRow = z.object({
  coder: z.string(),
  document: z.string(),
  in_sample: z.number(),
  seed: z.number().nullable(),
});
export type AssignmentRow = z.infer<typeof assignmentRow>;
export const assignmentTable = defineTable('assignment', assignmentRow, ['coder', 'document']);
export const assignmentQueries = {
  all: defineQuery(assignmentRow, 'SELECT coder, document, in_sample, seed FROM assignment ORDER BY document, coder'),
  ofDocument: defineQuery(assignmentRow, 'SELECT coder, document, in_sample, seed FROM assignment WHERE document = ?'),
};

const roundRow = z.object({
  id: z.string(),
  name: z.string(),
  seed: z.number().nullable(),
  drawn_from: z.number(),
  revision: z.number(),
  codebook: z.string(),
  created_at: z.string(),
});
export type RoundRow = z.infer<typeof roundRow>;
export const roundTable = defineTable('round', roundRow, ['id']);

const coderRow = z.object({ round: z.string(), coder: z.string(), name: z.string() });
export const roundCoderTable = defineTable('round_coder', coderRow, ['round', 'coder']);

const documentRow = z.object({
  round: z.string(),
  document: z.string(),
  position: z.number(),
  name: z.string(),
  code_points: z.number(),
  turns: z.string(),
  done: z.string(),
});
export const roundDocumentTable = defineTable('round_document', documentRow, ['round', 'document']);

const codeRow = z.object({ round: z.string(), code: z.string(), name: z.string(), version: z.number() });
export const roundCodeTable = defineTable('round_code', codeRow, ['round', 'code']);

const codingRow = z.object({
  round: z.string(),
  coding: z.string(),
  document: z.string(),
  coder: z.string(),
  code: z.string(),
  start_at: z.number(),
  end_at: z.number(),
});
export const roundCodingTable = defineTable('round_coding', codingRow, ['round', 'coding']);

export const roundQueries = {
  all: defineQuery(
    roundRow,
    'SELECT id, name, seed, drawn_from, revision, codebook, created_at FROM round ORDER BY created_at, id',
  ),
  coders: defineQuery(coderRow, 'SELECT round, coder, name FROM round_coder WHERE round = ? ORDER BY name'),
  documents: defineQuery(
    documentRow,
    'SELECT round, document, position, name, code_points, turns, done FROM round_document WHERE round = ? ORDER BY position',
  ),
  codes: defineQuery(codeRow, 'SELECT round, code, name, version FROM round_code WHERE round = ? ORDER BY code'),
  codings: defineQuery(
    codingRow,
    'SELECT round, coding, document, coder, code, start_at, end_at FROM round_coding WHERE round = ? ORDER BY document, start_at, end_at, coding',
  ),
};
