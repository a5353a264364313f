import type { ParsedSpeaker, ParsedTranscript } from '../../domain/transcript.ts';

/** Names for speakers by the label that was found; labels of one name are one speaker. */
export type SpeakerNames = Readonly<Record<string, string>>;

/**
 * The transcript with its speakers named as the user wants them. The text and its labels stay as they are; only who a turn belongs to
 * changes. A speaker made of several labels has the role of the label that bore the name already, else of the first.
 */
export function withSpeakerNames<Parsed extends Pick<ParsedTranscript, 'turns' | 'speakers'>>(
  parsed: Parsed,
  names: SpeakerNames | undefined,
): Parsed {
  if (names === undefined) return parsed;
  const nameOf = (label: string): string => (Object.hasOwn(names, label) ? names[label]!.trim() : '') || label;
  const turns = parsed.turns.map((turn) =>
    turn.speaker === null ? turn : { ...turn, speaker: nameOf(turn.speaker).toWellFormed() },
  );
  const speakers = new Map<string, ParsedSpeaker>();
  for (const { name: label, turns: count, role } of parsed.speakers) {
    const name = nameOf(label).toWellFormed();
    const known = speakers.get(name);
    speakers.set(name, {
      name,
      turns: (known?.turns ?? 0) + count,
      role: known !== undefined && label !== name ? known.role : role,
    });
  }
  return { ...parsed, turns, speakers: [...speakers.values()] };
}
