import { z } from 'zod';
import { command, query } from '../method.ts';
import { id, instant, languageTag, position } from '../schema/scalars.ts';

/** A passage's words in another language, with its place. */
export const translation = z.object({
  id: id<'translation'>(),
  document: id<'document'>(),
  start: position,
  end: position,
  coder: id<'coder'>(),
  language: languageTag,
  text: z.string(),
  translator: z.string(),
  /** Held against the original by someone else. */
  isChecked: z.boolean(),
  updatedAt: instant,
});
export type Translation = z.infer<typeof translation>;

export const translationsMethods = {
  /** Translations of a transcript's passages, in text order. */
  'translations.ofDocument': query({
    input: z.object({ document: id<'document'>() }),
    output: z.array(translation),
  }),
  /** Writes the current coder's translation of a range into a language; without words it is removed. */
  'translations.save': command({
    input: z.object({
      document: id<'document'>(),
      start: position,
      end: position,
      language: languageTag,
      text: z.string(),
      translator: z.string(),
      isChecked: z.boolean(),
    }),
    output: translation.nullable(),
  }),
};
