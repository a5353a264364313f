import { create } from 'zustand';

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
