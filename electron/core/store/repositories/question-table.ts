import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({
  id: z.string(),
  key: z.string(),
  section: z.string(),
  position: z.number(),
  created_at: z.string(),
});
export type QuestionRow = z.infer<typeof row>;
export const questionTable = defineTable('question', row, ['id']);

export const questionQueries = {
  all: defineQuery(row, 'SELECT id, key, section, position, created_at FROM question ORDER BY position, key'),
};

const textRow = z.object({ question: z.string(), language: z.string(), text: z.string() });
export const questionTextTable = defineTable('question_text', textRow, ['question', 'language']);

export const questionTextQueries = {
  all: defineQuery(textRow, 'SELECT question, language, text FROM question_text ORDER BY question, language'),
  ofQuestion: defineQuery(
    textRow,
    'SELECT question, language, text FROM question_text WHERE question = ? ORDER BY language',
  ),
};

const codeRow = z.object({ question: z.string(), code: z.string() });
export const questionCodeTable = defineTable('question_code', codeRow, ['question', 'code']);

export const questionCodeQueries = {
  all: defineQuery(codeRow, 'SELECT question, code FROM question_code ORDER BY question, code'),
  ofQuestion: defineQuery(codeRow, 'SELECT question, code FROM question_code WHERE question = ? ORDER BY code'),
  ofCode: defineQuery(codeRow, 'SELECT question, code FROM question_code WHERE code = ? ORDER BY question'),
};
