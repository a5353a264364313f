import type { CodeId, CodingId, DocumentId, SpeakerId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { createProjectState } from '../../api/project-state.ts';

export type Backlight =
  | { readonly kind: 'codes'; readonly codes: readonly CodeId[] }
  | { readonly kind: 'speaker'; readonly speaker: SpeakerId | null }
  | { readonly kind: 'uncoded' };

/** A coding that is being made: its memo can be begun before it is there. */
export type ComingCoding = Span & {
  readonly document: DocumentId;
  /** The code it is made with, or the name of one that is being made too. */
  readonly code: CodeId | { readonly name: string };
  /** Null where it was refused. */
  readonly coding: Promise<CodingId | null>;
};

/** What a memo is written on: a coding (`came`: the memo was begun before that was there), one still to come, or words. */
export type WrittenMemo =
  | { readonly coding: CodingId; readonly came?: boolean }
  | { readonly coming: ComingCoding }
  | { readonly passage: Span };

export type TranscriptState = {
  readonly document: DocumentId | null;
  /** Where the reader's keyboard is, in UTF-16 units of the stored text. */
  readonly place: number;
  /** Words chosen to be coded; the selection bar is open as long as there are some. */
  readonly selection: Span | null;
  readonly selectedCoding: CodingId | null;
  readonly hoveredCoding: CodingId | null;
  /** What the pointer is over in the margin, and where, in pixels from the page's corner: the codings of a stripe, or those folded into a count. */
  readonly note: { readonly codings: readonly CodingId[]; readonly left: number; readonly top: number } | null;
  /** The new ends of a coding while they are dragged. */
  readonly resized: (Span & { readonly coding: CodingId }) | null;
  /** What stands out, the rest being dimmed: the passages of some codes, of a speaker, or what has no coding of one's own. */
  readonly backlight: Backlight | null;
  /** The codes given to the passage coded last, for the key that repeats them all. */
  readonly lastSet: (Span & { readonly codes: readonly CodeId[] }) | null;
  /** The target of a jump, for the moment it flashes. */
  readonly flash: Span | null;
  /** What the memo that is being written is on. */
  readonly memo: WrittenMemo | null;
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
  note: null,
  resized: null,
  backlight: null,
  lastSet: null,
  flash: null,
  memo: null,
  takesKeyboard: false,
  announcement: '',
};

/** What the reader of the transcript is doing: kept outside React's tree so that a turn is drawn anew only when it is touched. */
export const useTranscript = createProjectState(closed);

const set = useTranscript.setState;

/** Shows another transcript, from the beginning unless a place is given. */
export function openDocument(document: DocumentId | null, place = 0, takesKeyboard = false): void {
  const { lastSet } = useTranscript.getState();
  set({ ...closed, lastSet, document, place, takesKeyboard });
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

export function showNote(note: TranscriptState['note']): void {
  const before = useTranscript.getState().note;
  if (before !== note && before?.codings.join() !== note?.codings.join()) set({ note });
}

/** Dims all but some passages; the same again takes the dimming away. */
export function toggleBacklight(backlight: Backlight): void {
  const before = useTranscript.getState().backlight;
  set({ backlight: JSON.stringify(before) === JSON.stringify(backlight) ? null : backlight });
}

export function writeMemo(memo: TranscriptState['memo']): void {
  set({ memo });
}

/** The same words twice are read twice: a space that is not heard makes them another text. */
export function announce(words: string): void {
  set({ announcement: useTranscript.getState().announcement === words ? `${words}\u00a0` : words });
}

/** How long a jump's target stands out, in milliseconds. */
const flashTime = 900;

export function flashSpan(flash: Span): void {
  set({ flash });
  setTimeout(() => {
    if (useTranscript.getState().flash === flash) set({ flash: null });
  }, flashTime);
}
