import { useMemo } from 'react';
import type { ProjectSummary } from '../../shared/contract/methods/project.ts';
import { useQuery } from '../api/hooks.ts';

/** What of a project does not change with every coding: its name, its coders, who codes now. */
export type OpenProject = Pick<
  ProjectSummary,
  'id' | 'name' | 'file' | 'synthetic' | 'language' | 'coders' | 'coder' | 'syncedBy'
>;

/**
 * The open project without its counts and revision: the same object until something in it changes, so that what only
 * shows names is not drawn anew with every coding. Null while none is open or nothing is known.
 */
export function useOpenProject(isConnected = true): OpenProject | null {
  const { data } = useQuery('app.state', {}, { enabled: isConnected });
  const project = data?.project;
  const { id, name, file, synthetic, language, coders, coder, syncedBy } = project ?? {};
  return useMemo(
    () =>
      id === undefined
        ? null
        : {
            id,
            name: name!,
            file: file!,
            synthetic: synthetic!,
            language: language!,
            coders: coders!,
            coder: coder!,
            syncedBy: syncedBy!,
          },
    [id, name, file, synthetic, language, coders, coder, syncedBy],
  );
}
