import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({
  id: z.string(),
  coder: z.string(),
  document: z.string().nullable(),
  study_case: z.string().nullable(),
  code: z.string().nullable(),
  selection: z.string().nullable(),
  coding: z.string().nullable(),
  text: z.string(),
  body: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type MemoRow = z.infer<typeof row>;

export const memoTable = defineTable('memo', row, ['id']);

const columns = 'id, coder, document, study_case, code, selection, coding, text, body, created_at, updated_at';
const qualified = columns.replaceAll(/\w+/g, (column) => `memo.${column} AS ${column}`);

export const memoQueries = {
  all: defineQuery(row, `SELECT ${columns} FROM memo ORDER BY created_at, id`),
  onDocument: defineQuery(row, `SELECT ${columns} FROM memo WHERE document = ?`),
  onCase: defineQuery(row, `SELECT ${columns} FROM memo WHERE study_case = ?`),
  onCode: defineQuery(row, `SELECT ${columns} FROM memo WHERE code = ?`),
  onSelection: defineQuery(row, `SELECT ${columns} FROM memo WHERE selection = ?`),
  onCoding: defineQuery(row, `SELECT ${columns} FROM memo WHERE coding = ?`),
  onProject: defineQuery(
    row,
    `SELECT ${columns} FROM memo WHERE document IS NULL AND study_case IS NULL AND code IS NULL AND selection IS NULL AND coding IS NULL`,
  ),
  onSelectionsOfDocument: defineQuery(
    row,
    `SELECT ${qualified} FROM selection JOIN memo ON memo.selection = selection.id WHERE selection.document = ?`,
  ),
  onCodingsOfDocument: defineQuery(
    row,
    `SELECT ${qualified} FROM selection JOIN coding ON coding.selection = selection.id JOIN memo ON memo.coding = coding.id WHERE selection.document = ?`,
  ),
};
