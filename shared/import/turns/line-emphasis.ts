import type { Span } from '../../domain/span.ts';
import type { TranscriptLine } from './transcript-lines.ts';

/** The first stretch of a line that is set off by its type, in UTF-16 units from the beginning of the line's body. */
export type LineEmphasis = { readonly from: number; readonly to: number };

/** A stretch that begins farther into its line sets off no label. */
const latestBeginning = 48;

/** The first stretch of each line, by line number; `emphasis` is in the order of the text. A stretch over several lines counts for each. O(n). */
export function lineEmphasis(
  lines: readonly TranscriptLine[],
  emphasis: readonly Span[],
): ReadonlyMap<number, LineEmphasis> {
  const found = new Map<number, LineEmphasis>();
  let next = 0;
  for (const [number, { bodyStart, bodyEnd }] of lines.entries()) {
    while (next < emphasis.length && emphasis[next]!.end <= bodyStart) next++;
    const stretch = emphasis[next];
    if (stretch === undefined) break;
    if (stretch.start >= bodyEnd || stretch.start > bodyStart + latestBeginning) continue;
    found.set(number, { from: Math.max(0, stretch.start - bodyStart), to: Math.min(stretch.end, bodyEnd) - bodyStart });
  }
  return found;
}
