import { create } from 'zustand';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { isExchangeFile } from '../features/exchange/exchange-file.ts';
import { type Room, roomOf, type ViewName } from './rooms.ts';

/** A place in a transcript that some number, hit or list opens. UTF-16 positions, half-open. */
export type PassageTarget = {
  readonly document: DocumentId;
  readonly start: number;
  readonly end: number;
  /** How far below the top of the pane its block is to begin: where it stood before. Else where a jump puts it. */
  readonly at?: number | undefined;
};

type Navigation = {
  readonly view: ViewName;
  /** Set when a command has opened the view: the keyboard goes into it. A new object each time. */
  readonly entered: object | null;
  /** The view last shown in each room: its tab returns there. */
  readonly kept: Readonly<Record<string, ViewName>>;
  /** The passage to show; a new object each time, so that showing the same one again flashes again. */
  readonly target: PassageTarget | null;
  /** Files dropped or chosen, waiting for the import screen. */
  readonly files: readonly File[];
  /** A project or codebook of another program, waiting for its screen. */
  readonly foreign: File | null;
};

const start: Navigation = { view: 'code', entered: null, kept: {}, target: null, files: [], foreign: null };

/** Which screen is shown and what it was opened for. */
export const useNavigation = create<Navigation>(() => start);

export function showView(view: ViewName): void {
  const room = roomOf(view);
  useNavigation.setState(({ kept }) => ({ view, entered: null, kept: room ? { ...kept, [room.name]: view } : kept }));
}

/** Shows a view and takes the keyboard there: for commands, which are given from anywhere. */
export function enterView(view: ViewName): void {
  showView(view);
  useNavigation.setState({ entered: {} });
}

/** Shows a room as it was left. */
export function showRoom(room: Room): void {
  showView(useNavigation.getState().kept[room.name] ?? room.views[0]);
}

/** Opens a transcript at a passage, from wherever the reader is; the target flashes once. */
export function showPassage(target: PassageTarget): void {
  useNavigation.setState({ view: 'code', target: { ...target } });
}

/** Gives up a jump whose transcript has not come yet: another one was chosen. */
export function giveUpJump(): void {
  useNavigation.setState({ target: null });
}

/**
 * Opens the import preview with these files; a project or codebook of another program has a screen of its own, and goes
 * first.
 */
export function openImport(files: readonly File[]): void {
  const foreign = files.find(isExchangeFile) ?? null;
  const transcripts = files.filter((file) => !isExchangeFile(file));
  useNavigation.setState({ view: foreign ? 'exchange' : 'import', files: transcripts, foreign });
}

/** Forgets places that belong to a project no longer open. */
export function resetNavigation(): void {
  useNavigation.setState(start);
}
