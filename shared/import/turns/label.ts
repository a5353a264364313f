import type { LineEmphasis } from './line-emphasis.ts';

/** What may be a turn's label, on one line of the transcript. Positions in UTF-16 units of the stored text. */
export type Label = {
  /** Which line it stands on (0-based count of lines). */
  readonly lineNumber: number;
  /** The line of the turn's first sign, where that is another one above. */
  readonly fromLine?: number;
  /** Where label, time or markup begins. */
  readonly start: number;
  /** Right behind the label with its colon, markup and time; the words follow, on this line or a later one. */
  readonly after: number;
  /** As written, without colon, brackets or markup; null for a time alone. */
  readonly speaker: string | null;
  /** Seconds, or null. */
  readonly time: number | null;
  /** Set in bold or italics. */
  readonly emphasised: boolean;
};

/** What a pattern reads off the head of a line: `length` counts UTF-16 units from the beginning of the head to the end of the label. */
export type LabelMatch = Pick<Label, 'speaker' | 'time' | 'emphasised'> & { readonly length: number };

/** One way of marking who speaks. */
export type LabelPattern = {
  /** Reported as the transcript's pattern. */
  readonly name: string;
  /** How much a label of this pattern counts beside one of another; below 1 for shapes that ordinary lines share. */
  readonly weight: number;
  /** Reads the label at the head of a line; `head` is the line's body, cut after `headLength` units; `whole` says that it was not cut; `emphasis` is what its type sets off. */
  readonly match: (head: string, whole: boolean, emphasis?: LineEmphasis) => LabelMatch | null;
  /** Labels stand alone: the words begin on a later line, so a label needs a line of words after it. */
  readonly alone: boolean;
};

/** Labels are shorter than this. */
export const headLength = 160;

/** Pictures in the names people give themselves in meetings, as the members of a regular expression's class. */
export const pictures = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u200d\\ufe0f';

/** Source of a name, cautious about what it may contain: letters, marks, digits, blanks, few signs and pictures, one bracketed remark at the end. */
export const namePattern = `[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}${pictures} \\u00a0\\u3000.'’·・‧&/+#@_\\-]{0,47}?)(?:, (?:[JS]r\\.?|I{2,3}|M\\.?D\\.?|Ph\\.?D\\.?))?(?:\\s?[(（][^()（）:：]{1,40}[)）]){0,2}`;

/** Source of a name that may also be written surname first, with a comma, or stand before an address; only where a time beside it vouches for it. */
export const timedNamePattern = `(?:${namePattern}(?:\\s?<[^<>\\s]{1,60}@[^<>\\s]{1,60}>)?|[\\p{L}][\\p{L}\\p{M}'’· -]{0,30}, [\\p{L}][\\p{L}\\p{M}.'’· -]{0,30}?(?:\\s?[(（][^()（）:：]{1,40}[)）])?)`;

/** Source of opening or closing emphasis in Markdown. */
export const emphasis = '(?:\\*{1,3}|_{1,3})';
