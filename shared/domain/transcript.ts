/** BCP 47 tag of a document's language as far as fonts, segmentation and line breaking need it. */
export type LanguageTag = string;

/** The language of a tag without region and script: `zh` of `zh-Hant`. */
export function primaryLanguage(tag: LanguageTag): string {
  return tag.toLowerCase().split('-', 1)[0]!;
}

export const speakerRoles = ['interviewer', 'respondent', 'other'] as const;
/** Who speaks: decides what is counted in the scope `respondent` and how a turn is drawn. */
export type SpeakerRole = (typeof speakerRoles)[number];

/**
 * One speaker turn in the stored text, all positions in UTF-16 code units.
 * `start` is where its label or time begins, `contentStart` where the spoken words begin, `end` (exclusive) where they stop:
 * trailing line breaks and blanks before the next turn lie outside every turn.
 */
export type ParsedTurn = {
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
  /** The speaker's name as it stands in the label, without colon, brackets or markup; null where a turn has a time but no name. */
  readonly speaker: string | null;
  /** Seconds from the beginning of the recording, where the turn gives a time. */
  readonly time: number | null;
};

/** A speaker found in a transcript, with the role guessed from its label and its manner of speaking. */
export type ParsedSpeaker = { readonly name: string; readonly turns: number; readonly role: SpeakerRole };

/** What an importer makes of one file before anything is stored. */
export type ParsedTranscript = {
  /** The stored text: BOM stripped, CRLF and CR made LF, nothing else changed (plain formats); made by the format's documented rule otherwise. */
  readonly text: string;
  readonly language: LanguageTag;
  readonly turns: readonly ParsedTurn[];
  readonly speakers: readonly ParsedSpeaker[];
  /** Name of the label pattern that was recognised, e.g. `name-colon`; `none` where the file has no turns. */
  readonly pattern: string;
};
