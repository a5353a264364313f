import type { ProjectSummary } from '../../shared/contract/methods/project.ts';
import type { Output } from '../../shared/contract/methods.ts';
import { useQueryPart } from '../api/hooks.ts';

/** What of a project does not change with every coding: its name, its coders, who codes now. */
export type OpenProject = Pick<
  ProjectSummary,
  'id' | 'name' | 'file' | 'synthetic' | 'language' | 'coders' | 'coder' | 'isBlind' | 'syncedBy' | 'rewriteDue'
>;

/** What the current coder is called. */
export function coderName({ coders, coder }: OpenProject): string {
  return coders.find(({ id }) => id === coder)?.name ?? '';
}

function openProject({ project }: Output<'app.state'>): OpenProject | null {
  if (!project) return null;
  const { id, name, file, synthetic, language, coders, coder, isBlind, syncedBy, rewriteDue } = project;
  return { id, name, file, synthetic, language, coders, coder, isBlind, syncedBy, rewriteDue };
}

/**
 * The open project without its counts and revision: the same object until something in it changes, so that what only
 * shows names is not drawn anew with every coding. Null while none is open or nothing is known.
 */
export function useOpenProject(isConnected = true): OpenProject | null {
  return useQueryPart('app.state', {}, openProject, { enabled: isConnected }) ?? null;
}
