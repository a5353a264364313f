import type { ProjectSummary } from '../../../shared/contract/methods/project.ts';
import { useQuery } from '../../api/hooks.ts';

/** The open project as far as results name it; null until it is known. */
export function useProject(): ProjectSummary | null {
  return useQuery('app.state', {}).data?.project ?? null;
}
