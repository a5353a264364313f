import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({
  id: z.string(),
  document: z.string(),
  kind: z.string(),
  code: z.string(),
  other_code: z.string().nullable(),
  start_at: z.number(),
  end_at: z.number(),
  coders: z.string(),
  verdict: z.string(),
  chosen: z.string().nullable(),
  reason: z.string(),
  decided_by: z.string(),
  decided_at: z.string(),
});
export type AdjudicationRow = z.infer<typeof row>;
export const adjudicationTable = defineTable('adjudication', row, ['id']);

const columns =
  'id, document, kind, code, other_code, start_at, end_at, coders, verdict, chosen, reason, decided_by, decided_at';

export const adjudicationQueries = {
  all: defineQuery(row, `SELECT ${columns} FROM adjudication ORDER BY document, start_at, end_at, id`),
  ofDocument: defineQuery(row, `SELECT ${columns} FROM adjudication WHERE document = ? ORDER BY start_at, end_at, id`),
  ofCode: defineQuery(row, `SELECT ${columns} FROM adjudication WHERE ? IN (code, other_code)`),
};

const goldRow = z.object({
  id: z.string(),
  adjudication: z.string(),
  document: z.string(),
  code: z.string(),
  start_at: z.number(),
  end_at: z.number(),
});
export type GoldCodingRow = z.infer<typeof goldRow>;
export const goldCodingTable = defineTable('gold_coding', goldRow, ['id']);

const goldColumns = 'id, adjudication, document, code, start_at, end_at';

export const goldCodingQueries = {
  all: defineQuery(goldRow, `SELECT ${goldColumns} FROM gold_coding ORDER BY document, start_at, end_at, id`),
  ofAdjudication: defineQuery(goldRow, `SELECT ${goldColumns} FROM gold_coding WHERE adjudication = ?`),
  ofDocument: defineQuery(goldRow, `SELECT ${goldColumns} FROM gold_coding WHERE document = ? ORDER BY start_at`),
  ofCode: defineQuery(goldRow, `SELECT ${goldColumns} FROM gold_coding WHERE code = ?`),
};
