import { resolve } from 'node:path';
import type { ProjectSummary } from '../../../shared/contract/methods/project.ts';
import type { Context } from './context.ts';
import type { OpenProject } from './open-project.ts';

/** Puts a project in place of the open one and remembers it among the recent ones. */
export function openInPlace(context: Context, project: OpenProject): ProjectSummary {
  context.switchTo(project);
  const summary = project.summary();
  // The command line opens many projects in passing: they are nobody's recent projects.
  if (context.ports.host !== 'cli') context.recent.remember(resolve(project.store.path), summary);
  return summary;
}
