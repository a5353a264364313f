import type { ParsedTranscript } from '../../domain/transcript.ts';
import { builtTurns } from './built-turns.ts';
import { headLength, type Label, type LabelMatch } from './label.ts';
import { guessedSpeakers } from './speaker-roles.ts';
import { transcriptLines } from './transcript-lines.ts';

/** Reads the label at the head of each line, null where none is. Heads are at most `headLength` UTF-16 units long. */
export type HeadMatcher = (heads: readonly string[]) => readonly (LabelMatch | null)[];

/** Reported as the pattern of turns found by the user's own expression. */
const ownPattern = 'own';

/** Turns where a matcher of the user's finds labels: every match counts, also in what looks like a header. */
export function matchedTurns(
  text: string,
  match: HeadMatcher,
): Pick<ParsedTranscript, 'turns' | 'speakers' | 'pattern'> {
  const lines = transcriptLines(text);
  const heads = lines.map(({ bodyStart, bodyEnd }) => text.slice(bodyStart, Math.min(bodyEnd, bodyStart + headLength)));
  const labels: Label[] = match(heads).flatMap((found, lineNumber) => {
    if (found === null) return [];
    const { length, ...rest } = found;
    const start = lines[lineNumber]!.bodyStart;
    return [{ lineNumber, start, after: start + length, ...rest }];
  });
  const turns = builtTurns(text, lines, labels);
  return { turns, speakers: guessedSpeakers(text, turns), pattern: ownPattern };
}
