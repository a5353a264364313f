import { z } from 'zod';
import { job } from '../method.ts';
import { ticket } from '../schema/scalars.ts';
import { pseudonym } from './pseudonyms.ts';

/** What a copy to share may keep beside texts, codebook, codings and cases. */
export const shareableParts = ['memos', 'coders', 'confidential', 'originals'] as const;
export type ShareablePart = (typeof shareableParts)[number];

/** What it keeps unless told otherwise. */
export const sharedAtFirst: readonly ShareablePart[] = ['memos'];

/** How a place in the tables of a project begins; any other is the name of a part or a transcript. */
export const projectPlace = 'project:';

/** Something looked for and found: how often, and in which parts of the file (the first few). */
const found = z.object({ name: z.string(), count: z.number().int(), places: z.array(z.string()) });
export type FoundName = z.infer<typeof found>;

const findings = z.object({
  file: z.string(),
  size: z.number().int(),
  /** Only a passphrase opens it: nothing in it can be looked through, by anybody. */
  isEncrypted: z.boolean(),
  /** Names of the list that was handed over. */
  names: z.array(found),
  coders: z.array(found),
  /** Names of cases, and labels of speakers that are names, as the project has them. */
  cases: z.array(found),
  /** Attributes marked confidential that the file names. */
  confidential: z.array(found),
  /** Who made the file, as its own fields say. */
  authors: z.array(z.object({ place: z.string(), value: z.string() })),
  /** Paths of files and folders. */
  paths: z.array(z.string()),
  /** Files in it as they once came in. */
  originals: z.array(z.string()),
  /** Steps of a history that can be gone back. */
  steps: z.number().int(),
  /** Parts that cannot be looked through: pictures, recordings, pages. */
  unread: z.array(z.string()),
});
export type Findings = z.infer<typeof findings>;

export const protectionMethods = {
  /**
   * A project of its own with the texts, codebook, codings and cases of this one, and of the rest what is named. Never in it:
   * history, backups, what was removed, passages that have lost their place, state of the view.
   */
  'protection.share': job({
    input: z.object({ keep: z.array(z.enum(shareableParts)) }),
    output: z.object({ ticket, codings: z.number().int(), leftBehind: z.number().int() }),
  }),
  /**
   * Closes the project and leaves it as NAME.vbtx in its place, which only the passphrase opens: it is read back before the
   * project file and all its backups go. Throws `project_exists` for a NAME.vbtx that is there, unless it may be replaced.
   */
  'protection.lock': job({
    input: z.object({ passphrase: z.string().min(8), replace: z.boolean().optional() }),
    output: z.object({ file: z.string(), backups: z.number().int() }),
  }),
  /** What a file holds that tells of people: the one behind a ticket, or the project itself as it would leave. */
  'protection.check': job({
    input: z.object({ ticket: ticket.optional(), list: z.array(pseudonym).max(10_000), folded: z.boolean() }),
    output: findings,
  }),
};
