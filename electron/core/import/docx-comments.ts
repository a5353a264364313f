import type { MarkedPlace } from './collected-marks.ts';
import type { ParsedComment } from './parsed-file.ts';

/** A comment as its part of the file has it. */
export type CommentBody = { readonly author: string | null; readonly text: string };

/**
 * Comments at their places: at their range, or with no length where they are only referred to. Those without any mark are put at the
 * beginning. In the order of the text.
 */
export function placedComments(
  bodies: ReadonlyMap<string, CommentBody>,
  places: ReadonlyMap<string, MarkedPlace>,
): ParsedComment[] {
  const comments = [...bodies].map(([id, { author, text }]) => {
    const place = places.get(id) ?? {};
    const end = place.end ?? place.start ?? 0;
    return { start: Math.min(place.start ?? end, end), end, author, text };
  });
  return comments.sort((a, b) => a.start - b.start || a.end - b.end);
}
