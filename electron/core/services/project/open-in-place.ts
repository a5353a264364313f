import { resolve } from 'node:path';
import { needed } from '../../../../shared/contract/needed.ts';
import type { ProjectSummary } from '../../../../shared/contract/methods/project.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import { backUpBeforeMigration } from '../../store/backup.ts';
import { Store } from '../../store/store.ts';
import type { Ports } from '../../ports.ts';
import { backUpErased, finishErasure } from '../protection/finish-erasure.ts';
import { recordBlinding } from '../../store/records.ts';
import type { Context } from './context.ts';
import { OpenProject } from './open-project.ts';

/** The project as one coder sees it. A blind coder who so becomes another one is recorded, and refused where that cannot be. Throws `not_found`, `blind`. */
function seenBy(context: Context, project: OpenProject, name: string): OpenProject {
  const { store } = project;
  const coder = needed('coder', name, store.get(coderQueries.byName, name));
  const blind = store.sight.coder;
  if (blind !== null && blind !== coder.id && store.readOnly) project.refuseBlind();
  if (blind !== null && blind !== coder.id)
    recordBlinding(store, context.ports, { coder: blind, act: 'left', reason: coder.name });
  return new OpenProject(store, context.ports, asId<'coder'>(coder.id));
}

/** The project of an opened file with its summary; a file that cannot even say what is in it is closed again. */
function readWhole(
  context: Context,
  store: Store,
  as: string | undefined,
): { project: OpenProject; summary: ProjectSummary } {
  try {
    const opened = new OpenProject(store, context.ports);
    const project = as === undefined ? opened : seenBy(context, opened, as);
    return { project, summary: project.summary() };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Opens a project file, backed up before it is brought to a newer schema. Throws what opening does. */
export function openStore({ ports }: Context, path: string): Store {
  return Store.open(path, ports, {
    allowReadOnly: ports.host === 'cli',
    beforeMigration: (db, from) => backUpBeforeMigration(db, ports, from),
  });
}

function isErasureLeft(store: Store): boolean {
  try {
    return !store.readOnly && store.rewriteDue;
  } catch {
    // What cannot be read is told by whoever reads all of it.
    return false;
  }
}

/** Tries again what an erasure has left to be done; where it fails again the project opens all the same and says so. */
async function finishLeft(store: Store, ports: Ports): Promise<void> {
  try {
    finishErasure(store, ports);
    await backUpErased(store, ports);
  } catch (error) {
    ports.log.error(error, 'project.rewrite');
  }
}

/** Puts a project in place of the open one and remembers it among the recent ones. */
export async function openInPlace(context: Context, store: Store, as?: string): Promise<ProjectSummary> {
  // Else at once: whoever asks for the same file meanwhile finds it open already.
  if (isErasureLeft(store)) await finishLeft(store, context.ports);
  const { project, summary } = readWhole(context, store, as);
  context.switchTo(project);
  // The command line opens many projects in passing: they are nobody's recent projects.
  if (context.ports.host !== 'cli') context.recent.remember(resolve(store.path), summary);
  return summary;
}
