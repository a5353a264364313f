import { z } from 'zod';
import { command, query } from '../method.ts';
import { id, interfaceLanguage } from '../schema/scalars.ts';

/** Preferences of this computer's user; kept in the app's own data folder. */
export const settings = z.object({
  language: interfaceLanguage.nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.number().min(13).max(28),
  readingFace: z.enum(['serif', 'sans']),
  /** Width of the words of a transcript, in em. */
  measure: z.number().min(28).max(44),
  lineHeight: z.number().min(1.4).max(2),
  /** How codings show in the words: tints and lines, lines only, or nothing but the stripes beside them. */
  marks: z.enum(['tint', 'lines', 'stripes']),
  /** A code that asks for a memo opens one when it is applied. */
  askForMemos: z.boolean(),
  /** The tour of the sample study has been left or seen to its end: it no longer begins by itself. */
  tourLeft: z.boolean(),
  /** Keys of the user's own choice, by command. */
  keys: z.record(z.string().max(100), z.array(z.string().max(40)).max(4)),
});
export type Settings = z.infer<typeof settings>;

/** Preferences nobody has set, and those in force until the core has told its own. */
export const defaultSettings: Settings = {
  language: null,
  theme: 'system',
  textSize: 17,
  readingFace: 'serif',
  measure: 32,
  lineHeight: 1.65,
  marks: 'tint',
  askForMemos: true,
  tourLeft: false,
  keys: {},
};

/** Where the reader was and how the panes stood: kept with the project, not a change of it. */
export const viewState = z.object({
  document: id<'document'>().nullable(),
  /** Transcripts open beside each other, in the order of their tabs. */
  tabs: z.array(id<'document'>()),
  /** First visible position per document. */
  places: z.record(z.string(), z.number().int()),
  panes: z.record(z.string(), z.array(z.number())),
  closedCodes: z.array(z.string()),
});
export type ViewState = z.infer<typeof viewState>;

export const settingsMethods = {
  'settings.get': query({ input: z.object({}), output: settings }),
  'settings.set': command({ input: settings.partial(), output: settings }),
  'view.get': query({ input: z.object({}), output: viewState }),
  'view.set': command({ input: viewState.partial(), output: z.object({}) }),
};
