/** A stretch of speech as subtitles, speech recognition and tables of speech give it. */
export type Segment = {
  /** The name given beside the words; null where none is. */
  readonly speaker: string | null;
  /** Seconds from the beginning of the recording, or null. */
  readonly start: number | null;
  /** The words; a line feed in them is a line of its own in the transcript. */
  readonly text: string;
  /** Begins a turn even where no name says so (a dialogue dash, `>>`). */
  readonly opens?: boolean;
};

const fullWidthMark = /[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65…—―]/;

/**
 * Pieces of running speech as one text: a blank between two of them, nothing where there is white space already or where a full-width mark
 * ends the first or begins the second. O(n).
 */
export function joinedPieces(pieces: readonly string[]): string {
  const parts: string[] = [];
  let before = '';
  for (const piece of pieces) {
    if (piece === '') continue;
    if (before !== '' && needsBlank(before.charAt(before.length - 1), piece.charAt(0))) parts.push(' ');
    parts.push(piece);
    before = piece;
  }
  return parts.join('');
}

function needsBlank(before: string, after: string): boolean {
  return !(/\s/.test(before) || /\s/.test(after) || fullWidthMark.test(before) || fullWidthMark.test(after));
}
