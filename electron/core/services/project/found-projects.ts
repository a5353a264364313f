import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isVerbatimError } from '../../../../shared/contract/errors.ts';
import type { FoundProject } from '../../../../shared/contract/methods/project.ts';
import { byCodeUnits } from '../../../../shared/text/code-unit-order.ts';
import { readProjectHeader } from '../../store/header.ts';
import { isOpenHere } from '../../store/open-files.ts';
import type { Context } from './context.ts';
import { refuseLocked } from '../protection/locked-project.ts';

/** The project files of a folder; none where there is no such folder. */
function projectFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\.vbtx?$/i.test(name));
  } catch {
    return [];
  }
}

/** Whether a file is a project of ours as far as its header says; a damaged one is, opening it names the remedy. */
function isProject(path: string): boolean {
  try {
    if (!isOpenHere(path)) {
      refuseLocked(path);
      readProjectHeader(path);
    }
    return true;
  } catch (error) {
    return isVerbatimError(error, 'project_damaged') || isVerbatimError(error, 'passphrase_needed');
  }
}

/** Projects in the projects folder that are not among the recent ones, the one changed last first. */
export function foundProjects({ ports, recent, tickets }: Context): FoundProject[] {
  const folder = ports.folders.projects;
  const listed = new Set(recent.paths().map((path) => resolve(path)));
  return projectFiles(folder)
    .map((name) => ({ name, path: resolve(join(folder, name)) }))
    .filter(({ path }) => !listed.has(path) && isProject(path))
    .map(({ name, path }) => ({
      ticket: tickets.grantPath(path),
      name: name.replace(/\.vbt$/i, ''),
      changedAt: statSync(path).mtime.toISOString(),
    }))
    .sort((a, b) => byCodeUnits(b.changedAt, a.changedAt));
}
