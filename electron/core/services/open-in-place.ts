import { resolve } from 'node:path';
import type { ProjectSummary } from '../../../shared/contract/methods/project.ts';
import type { Store } from '../store/store.ts';
import type { Context } from './context.ts';
import { OpenProject } from './open-project.ts';

/** The project of an opened file with its summary; a file that cannot even say what is in it is closed again. */
function readWhole(context: Context, store: Store): { project: OpenProject; summary: ProjectSummary } {
  try {
    const project = new OpenProject(store, context.ports);
    return { project, summary: project.summary() };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Puts a project in place of the open one and remembers it among the recent ones. */
export function openInPlace(context: Context, store: Store): ProjectSummary {
  const { project, summary } = readWhole(context, store);
  context.switchTo(project);
  // The command line opens many projects in passing: they are nobody's recent projects.
  if (context.ports.host !== 'cli') context.recent.remember(resolve(store.path), summary);
  return summary;
}
