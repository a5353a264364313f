import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { checkProjectBytes } from '../../store/check-bytes.ts';
import { type ProjectRow, projectQueries } from '../../store/repositories/project-table.ts';
import { Store } from '../../store/store.ts';
import { workFolder } from '../../store/work-folders.ts';
import type { Context } from '../project/context.ts';
import { readTicket } from '../host/files-service.ts';

/** Another copy of a project, open to be read: a copy of the file, so that the file itself is never touched. */
export type OtherCopy = {
  readonly file: string;
  readonly store: Store;
  readonly project: ProjectRow;
  /** Respondents taken out for good here were still in it, and have been left out. */
  readonly lacks?: boolean;
  close(): void;
};

/**
 * Opens the file behind a ticket. Throws `project_in_use` where another program has it open or left it unfinished,
 * `project_foreign`, `project_damaged`, `project_newer`, and what reading a file throws.
 */
export function openOtherCopy(context: Context, ticket: string): OtherCopy {
  const path = context.tickets.pathOf(ticket);
  if (path !== null && existsSync(`${path}-wal`)) throw new VerbatimError('project_in_use', { file: basename(path) });
  const { name, bytes } = readTicket(context.tickets, ticket);
  checkProjectBytes(bytes, name);
  const folder = workFolder(context.ports);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const copied = join(folder, 'other.vbt');
    writeFileSync(copied, bytes, { mode: 0o600 });
    const store = Store.open(copied, context.ports);
    const close = (): void => {
      store.close();
      remove();
    };
    return { file: name, store, project: store.get(projectQueries.only)!, close };
  } catch (error) {
    remove();
    throw error;
  }
}
