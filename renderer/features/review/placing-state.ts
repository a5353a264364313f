import type { DoubtedSelection } from '../../../shared/contract/methods/review.ts';
import { createProjectState } from '../../api/project-state.ts';

/** The passage that is waiting for other words of its transcript. */
export const usePlacing = createProjectState<{ readonly passage: DoubtedSelection | null }>({ passage: null });

export function startPlacing(passage: DoubtedSelection): void {
  usePlacing.setState({ passage });
}

export function stopPlacing(): void {
  usePlacing.setState({ passage: null });
}
