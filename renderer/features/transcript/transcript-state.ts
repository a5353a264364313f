import { create } from 'zustand';
import type { CodingId, DocumentId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';

export type TranscriptState = {
  readonly document: DocumentId | null;
  /** Where the reader's keyboard is, in UTF-16 units of the stored text. */
  readonly place: number;
  /** Words chosen to be coded; the selection bar is open as long as there are some. */
  readonly selection: Span | null;
  readonly selectedCoding: CodingId | null;
  readonly hoveredCoding: CodingId | null;
  /** The target of a jump, for the moment it flashes. */
  readonly flash: Span | null;
  /** The coding or passage whose memo is being written. */
  readonly memo: { readonly coding: CodingId } | { readonly passage: Span } | null;
  /** Whether the transcript takes the keyboard as soon as it is there: it was chosen to be read. */
  readonly takesKeyboard: boolean;
  /** What assistive technology is told next. */
  readonly announcement: string;
};

const closed: TranscriptState = {
  document: null,
  place: 0,
  selection: null,
  selectedCoding: null,
  hoveredCoding: null,
  flash: null,
  memo: null,
  takesKeyboard: false,
  announcement: '',
};

/** What the reader of the transcript is doing: kept outside React's tree so that a turn is drawn anew only when it is touched. */
export const useTranscript = create<TranscriptState>(() => closed);

const set = useTranscript.setState;

/** Shows another transcript, from the beginning unless a place is given. */
export function openDocument(document: DocumentId | null, place = 0, takesKeyboard = false): void {
  set({ ...closed, document, place, takesKeyboard });
}

export function moveTo(place: number): void {
  set({ place, selectedCoding: null });
}

export function chooseWords(selection: Span): void {
  set({ selection, selectedCoding: null, place: selection.start });
}

export function leaveSelection(): void {
  set({ selection: null });
}

export function chooseCoding(coding: CodingId | null, place?: number): void {
  set({ selectedCoding: coding, selection: null, ...(place === undefined ? {} : { place }) });
}

export function hoverCoding(coding: CodingId | null): void {
  if (useTranscript.getState().hoveredCoding !== coding) set({ hoveredCoding: coding });
}

export function writeMemo(memo: TranscriptState['memo']): void {
  set({ memo });
}

export function announce(announcement: string): void {
  set({ announcement });
}

/** How long a jump's target stands out, in milliseconds. */
const flashTime = 900;

export function flashSpan(flash: Span): void {
  set({ flash });
  setTimeout(() => {
    if (useTranscript.getState().flash === flash) set({ flash: null });
  }, flashTime);
}

export function resetTranscript(): void {
  set(closed);
}
