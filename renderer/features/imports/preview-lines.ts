import type { ImportPreview } from '../../../shared/contract/methods/documents.ts';

type PreviewTurn = ImportPreview['turns'][number];

/** What a preview shows, in text order: a turn, or lines that belong to none. */
export type PreviewPart =
  | { readonly kind: 'turn'; readonly start: number; readonly turn: PreviewTurn; readonly words: string }
  | { readonly kind: 'outside'; readonly start: number; readonly lines: readonly string[] };

/** The lines of a text that are not blank. */
function filledLines(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

/** The beginning of a file as turns and the lines between them; blank lines are left out. Turns are sorted and disjoint. */
export function previewParts({ text, turns }: ImportPreview): PreviewPart[] {
  const parts: PreviewPart[] = [];
  let place = 0;
  const addOutside = (end: number): void => {
    const lines = filledLines(text.slice(place, end));
    if (lines.length > 0) parts.push({ kind: 'outside', start: place, lines });
  };
  for (const turn of turns) {
    addOutside(turn.start);
    parts.push({ kind: 'turn', start: turn.start, turn, words: text.slice(turn.contentStart, turn.end).trim() });
    place = turn.end;
  }
  addOutside(text.length);
  return parts;
}
