import { z } from 'zod';
import { command, query } from '../method.ts';
import { instant, ticket } from '../schema/scalars.ts';
import { projectSummary } from './project.ts';

export const backupEntry = z.object({
  ticket,
  /** The project's name when the copy was made. */
  name: z.string(),
  at: instant,
  /** Why it was made: `timer`, `before-codings`, `before-schema-2` … */
  reason: z.string(),
  documents: z.number().int(),
  codings: z.number().int(),
});
export type BackupEntry = z.infer<typeof backupEntry>;

export const backupsMethods = {
  /** The folder all backups of this computer lie in. */
  'backups.folder': query({ input: z.object({}), output: z.object({ folder: z.string(), isOwn: z.boolean() }) }),
  /** Moves all of them, and those to come, into a folder the host has granted, or back to the app's data. Throws `folder_read_only`, `disk_full`. */
  'backups.move': command({
    input: z.object({ place: ticket.nullable() }),
    output: z.object({ folder: z.string(), isOwn: z.boolean() }),
  }),
  /** Every backup on this computer, newest first; copies that cannot be read are left out. */
  'backups.list': query({ input: z.object({}), output: z.array(backupEntry) }),
  /**
   * Makes a project of its own from a backup, in the projects folder or at a place the host has granted, and opens it; the
   * backup and the damaged or changed original stay as they are.
   */
  'backups.restore': command({ input: z.object({ ticket, place: ticket.optional() }), output: projectSummary }),
};
