import { z } from 'zod';
import { command, job, query } from '../method.ts';
import { id, instant, interfaceLanguage, languageTag, rewriteDue, ticket } from '../schema/scalars.ts';

export const projectSummary = z.object({
  id: id<'project'>(),
  name: z.string(),
  /** The file's name without its folder. */
  file: z.string(),
  /** True for the sample study and its copies: every screen and export says so. */
  synthetic: z.boolean(),
  language: languageTag,
  /** Counts up with every change; results name it. */
  revision: z.number().int(),
  /** When the last of them was made. */
  revisedAt: instant,
  documents: z.number().int(),
  codes: z.number().int(),
  codings: z.number().int(),
  coders: z.array(z.object({ id: id<'coder'>(), name: z.string() })),
  /** The coder whose work new codings are. */
  coder: id<'coder'>(),
  /** True while only this coder's work is seen: codings, memos, counts and steps of others are in no answer. */
  isBlind: z.boolean(),
  /** The service that copies the project's folder to other computers by itself, where the path says so. */
  syncedBy: z.string().nullable(),
  rewriteDue,
});
export type ProjectSummary = z.infer<typeof projectSummary>;

export const recentProject = z.object({
  ticket,
  name: z.string(),
  synthetic: z.boolean(),
  documents: z.number().int(),
  codings: z.number().int(),
  openedAt: instant,
  missing: z.boolean(),
});
export type RecentProject = z.infer<typeof recentProject>;

/** A project file of the projects folder that has not been opened lately. */
export const foundProject = z.object({
  ticket,
  /** The file's name without its folder and ending. */
  name: z.string(),
  changedAt: instant,
});
export type FoundProject = z.infer<typeof foundProject>;

export const integrityFault = z.object({
  kind: z.enum(['file', 'foreign_key', 'blob', 'text', 'turn', 'anchor', 'code_tree', 'decision']),
  detail: z.string(),
});
export type IntegrityFault = z.infer<typeof integrityFault>;

export const projectMethods = {
  'app.state': query({
    input: z.object({}),
    output: z.object({
      version: z.string(),
      host: z.enum(['desktop', 'browser', 'cli']),
      project: projectSummary.nullable(),
      recent: z.array(recentProject),
    }),
  }),
  /** Makes NAME.vbt in the projects folder, or at the place of a ticket granted by the host, and opens it. */
  'project.create': command({
    input: z.object({
      name: z.string(),
      template: z.enum(['empty', 'scs']),
      place: ticket.optional(),
      coder: z.string().optional(),
      /** The language new codes are written in unless they say otherwise. */
      language: interfaceLanguage.optional(),
    }),
    output: projectSummary,
  }),
  /** Project files of the projects folder that are not among the recent ones, the one changed last first. */
  'project.found': query({ input: z.object({}), output: z.array(foundProject) }),
  /**
   * Opens the file behind a ticket. An uploaded file becomes a file of the projects folder under a free name; it is
   * refused before anything is written if it is not a whole project. The same file uploaded again opens the one there is.
   */
  'project.open': command({
    /** `as`: the name of a coder; nobody else's work is then seen, as long as the project is open. */
    input: z.object({ ticket, as: z.string().optional() }),
    output: projectSummary,
  }),
  /** Creates a copy of the sample study the user may change, and opens it. */
  'project.sample': command({
    input: z.object({ place: ticket.optional(), language: interfaceLanguage.optional() }),
    output: projectSummary,
  }),
  /** The whole project as a file that only the passphrase opens (scrypt, AES-256-GCM). */
  'project.saveEncrypted': job({
    input: z.object({ passphrase: z.string().min(8) }),
    output: z.object({ ticket }),
  }),
  /** Makes a project of such a file, in the projects folder or at a place the host has granted, and opens it. */
  'project.openEncrypted': job({
    input: z.object({ ticket, passphrase: z.string(), place: ticket.optional() }),
    output: projectSummary,
  }),
  'project.close': command({ input: z.object({}), output: z.object({}) }),
  'project.summary': query({ input: z.object({}), output: projectSummary }),
  'project.rename': command({ input: z.object({ name: z.string() }), output: projectSummary }),
  /** Integrity of the file, foreign keys, and every anchor and every decided difference against its text. */
  'project.check': job({
    input: z.object({}),
    output: z.object({ documents: z.number(), selections: z.number(), faults: z.array(integrityFault), rewriteDue }),
  }),
  /** Does what an erasure has left to be done, the file written anew. Throws `disk_full` where there is no space yet. */
  'project.rewrite': command({ input: z.object({}), output: z.object({}) }),
};
