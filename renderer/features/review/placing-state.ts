import { create } from 'zustand';
import type { DoubtedSelection } from '../../../shared/contract/methods/review.ts';

/** The passage that is waiting for other words of its transcript. */
export const usePlacing = create<{ readonly passage: DoubtedSelection | null }>(() => ({ passage: null }));

export function startPlacing(passage: DoubtedSelection): void {
  usePlacing.setState({ passage });
}

export function stopPlacing(): void {
  usePlacing.setState({ passage: null });
}
