import type { Span } from '../../../../shared/domain/span.ts';
import { createProjectState } from '../../../api/project-state.ts';

type FindState = {
  readonly isOpen: boolean;
  readonly query: string;
  /** Where the query occurs in the transcript that is open, in text order. */
  readonly hits: readonly Span[];
  /** Place of the hit the reader is at; null before the first step. */
  readonly at: number | null;
  /** Counts up when the field is to take the keyboard. */
  readonly asked: number;
};

/** What is looked for in the transcript that is open. */
export const useFind = createProjectState<FindState>({ isOpen: false, query: '', hits: [], at: null, asked: 0 });

export function openFind(): void {
  useFind.setState(({ asked }) => ({ isOpen: true, asked: asked + 1 }));
}

export function closeFind(): void {
  useFind.setState({ isOpen: false, hits: [], at: null });
}

/** Place of the hit a step leads to: from the one the reader is at, else the first after `place`; round at the ends. */
export function steppedHit(hits: readonly Span[], at: number | null, place: number, step: 1 | -1): number | null {
  if (hits.length === 0) return null;
  if (at !== null) return (at + step + hits.length) % hits.length;
  const next = hits.findIndex(({ start }) => start >= place);
  if (step === 1) return Math.max(0, next);
  return next < 0 ? hits.length - 1 : (next - 1 + hits.length) % hits.length;
}
