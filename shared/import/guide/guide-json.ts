import { z } from 'zod';
import type { GuideQuestion } from '../../analysis/guide/guide-question.ts';

const question = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  key: z.union([z.string(), z.number()]).optional(),
  section: z.string().default(''),
  texts: z.record(z.string(), z.string()),
  codes: z.array(z.string()).default([]),
});
const guide = z.union([z.array(question), z.object({ questions: z.array(question) })]);

/** The questions of a guide in JSON: a list, or `{questions: [...]}`, of `{id, section, texts: {en: …}, codes: [...]}`; null for anything else. */
export function guideJson(value: unknown): GuideQuestion[] | null {
  const read = guide.safeParse(value);
  if (!read.success) return null;
  const questions = Array.isArray(read.data) ? read.data : read.data.questions;
  return questions.flatMap(({ id, key, section, texts, codes }, place) => {
    const filled = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
    if (Object.keys(filled).length === 0) return [];
    return [{ key: String(key ?? id ?? place + 1).trim(), section, texts: filled, codes }];
  });
}
