import { create } from 'zustand';
import { isVerbatimError } from '../../shared/contract/errors.ts';

/** Where the reader is, for the status bar: the turn (1-based) of so many, its time, and how many characters are selected. */
export type ReadingPlace = {
  readonly turn: number;
  readonly turns: number;
  readonly time: number | null;
  readonly selected: number;
};

export const useReadingPlace = create<{ place: ReadingPlace | null }>(() => ({ place: null }));

export function setReadingPlace(place: ReadingPlace | null): void {
  useReadingPlace.setState({ place });
}

/** Failures whose banner says that something was not saved. */
const unsaved = ['disk_full', 'folder_read_only', 'internal'] as const;

/** What is said of saving: nothing while the core cannot be reached, nor what the banner above would contradict. */
export function savingState(isOpen: boolean, isSaving: boolean, error: unknown): 'saving' | 'saved' | null {
  if (!isOpen) return null;
  if (isSaving) return 'saving';
  return unsaved.some((code) => isVerbatimError(error, code)) ? null : 'saved';
}
