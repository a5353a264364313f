import type { ParsedComment } from './parsed-file.ts';

type MarkKind = 'start' | 'end' | 'place';

// Noncharacters: no text has them, and none of ours keeps them.
const opening = '\ufdd0';
const closing = '\ufdd1';
const letters: Readonly<Record<MarkKind, string>> = { start: 's', end: 'e', place: 'p' };
const marks = /\ufdd0([sep])(-?\w{1,20})\ufdd1/gu;

/** A mark that stands in the collected text where a comment begins, ends or hangs, until `withoutMarks` takes it out. Empty for an absurd id. */
export function commentMark(kind: MarkKind, id: string | undefined): string {
  return id !== undefined && /^-?\w{1,20}$/.test(id) ? `${opening}${letters[kind]}${id}${closing}` : '';
}

/** A comment as its part of the file has it. */
export type CommentBody = { readonly author: string | null; readonly text: string };

/**
 * Takes the marks out of a collected text and places the comments: at their range, or with no length where they are only referred to. Comments without any mark are
 * put at the beginning. In the order of the text.
 */
export function withoutMarks(
  marked: string,
  bodies: ReadonlyMap<string, CommentBody>,
): { text: string; comments: ParsedComment[] } {
  const pieces: string[] = [];
  const places = new Map<string, { start?: number; end?: number }>();
  let at = 0;
  let from = 0;
  for (const match of marked.matchAll(marks)) {
    const piece = marked.slice(from, match.index);
    pieces.push(piece);
    at += piece.length;
    from = match.index + match[0].length;
    const place = places.get(match[2]!) ?? {};
    places.set(match[2]!, place);
    if (match[1] === 's') place.start ??= at;
    else if (match[1] === 'e') place.end = at;
    else place.end ??= at;
  }
  pieces.push(marked.slice(from));
  const comments = [...bodies].map(([id, { author, text }]) => {
    const place = places.get(id) ?? {};
    const end = place.end ?? place.start ?? 0;
    return { start: Math.min(place.start ?? end, end), end, author, text };
  });
  return { text: pieces.join(''), comments: comments.sort((a, b) => a.start - b.start || a.end - b.end) };
}
