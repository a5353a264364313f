import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const row = z.object({
  id: z.string(),
  document: z.string(),
  start_at: z.number(),
  content_at: z.number(),
  end_at: z.number(),
  speaker: z.string().nullable(),
  time: z.number().nullable(),
  question: z.string().nullable(),
});
export type TurnRow = z.infer<typeof row>;

export const turnTable = defineTable('turn', row, ['id']);

export const turnQueries = {
  ofDocument: defineQuery(
    row,
    'SELECT id, document, start_at, content_at, end_at, speaker, time, question FROM turn WHERE document = ? ORDER BY start_at',
  ),
  /** Every turn's content with its speaker's role and case, in document order: the units of analysis. */
  contents: defineQuery(
    z.object({
      document: z.string(),
      start_at: z.number(),
      content_at: z.number(),
      end_at: z.number(),
      role: z.string().nullable(),
      study_case: z.string().nullable(),
    }),
    'SELECT turn.document AS document, start_at, content_at, end_at, speaker.role AS role, speaker.study_case AS study_case FROM turn LEFT JOIN speaker ON speaker.id = turn.speaker ORDER BY turn.document, start_at',
  ),
  /** Turns that were matched to a question of the guide. */
  ofQuestion: defineQuery(
    row,
    'SELECT id, document, start_at, content_at, end_at, speaker, time, question FROM turn WHERE question = ? ORDER BY document, start_at',
  ),
  counts: defineQuery(
    z.object({ document: z.string(), turns: z.number(), respondents: z.number() }),
    `SELECT turn.document AS document, count(*) AS turns, sum(coalesce(speaker.role = 'respondent', 0)) AS respondents
       FROM turn LEFT JOIN speaker ON speaker.id = turn.speaker GROUP BY turn.document`,
  ),
};

const speakerRow = z.object({
  id: z.string(),
  document: z.string(),
  name: z.string(),
  role: z.string(),
  study_case: z.string().nullable(),
});
export type SpeakerRow = z.infer<typeof speakerRow>;

export const speakerTable = defineTable('speaker', speakerRow, ['id']);

export const speakerQueries = {
  ofDocument: defineQuery(
    speakerRow,
    'SELECT id, document, name, role, study_case FROM speaker WHERE document = ? ORDER BY name',
  ),
  ofCase: defineQuery(
    speakerRow,
    'SELECT id, document, name, role, study_case FROM speaker WHERE study_case = ? ORDER BY document, name',
  ),
  withCase: defineQuery(
    speakerRow,
    'SELECT id, document, name, role, study_case FROM speaker WHERE study_case IS NOT NULL ORDER BY document, name',
  ),
};
