import type { Span } from '../../../shared/domain/span.ts';
import type { LanguageTag, ParsedTranscript } from '../../../shared/domain/transcript.ts';
import type { SegmentColumns } from '../../../shared/import/segments/segment-columns.ts';
import type { EncodingConfidence } from './encoding.ts';

/** What a transcript can come as; each has its heading in docs/formats.md. */
export const transcriptFormats = [
  'text',
  'markdown',
  'docx',
  'odt',
  'rtf',
  'html',
  'vtt',
  'srt',
  'csv',
  'json',
  'akoma-ntoso',
  'elan',
  'ttml',
  'pdf',
] as const;
export type TranscriptFormat = (typeof transcriptFormats)[number];

export type TranscriptFile = {
  /** Name without folder; it tells Markdown, tables and bare HTML from plain text and names the file in errors, nothing more is believed of it. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Overrules the guess, for text formats. */
  readonly encoding?: string | undefined;
  /** Overrules the choice of the label pattern. */
  readonly pattern?: string | undefined;
  /** The user's own label pattern, a regular expression (see `matchedLabels`); goes before `pattern`. */
  readonly speakerPattern?: string | undefined;
  readonly language?: LanguageTag | undefined;
  /** Which columns (or keys) of a table of segments hold what, where the guess is overruled. */
  readonly columns?: SegmentColumns | undefined;
  /** Tracked changes of a .docx as if all were accepted (the default) or rejected. */
  readonly changes?: 'accepted' | 'rejected' | undefined;
  /** Bytes that are not of the encoding: the file is refused (the default), or U+FFFD stands for them and is reported. */
  readonly undecodable?: 'refused' | 'replaced' | undefined;
  /** Footnotes and endnotes of a .docx: left out (the default) or put behind the text. */
  readonly notes?: 'left-out' | 'at-end' | undefined;
};

/** A reviewer's comment on the file's words; positions in UTF-16 units of the stored text, empty where it hangs at a place. */
export type ParsedComment = {
  readonly start: number;
  readonly end: number;
  readonly author: string | null;
  readonly text: string;
};

/** The columns of a table of segments by name, and those that were taken for something. */
export type FoundColumns = { readonly names: readonly string[]; readonly used: SegmentColumns };

/** A text collected from a document with its layout. `emphasis`: the stretches in bold, italics or underlined, in order; not stored, but they tell names from words. */
export type CollectedText = { readonly text: string; readonly emphasis: readonly Span[] };

/** What a format's reader gives: the stored text, and turns where the format itself has them. */
export type ReadFile = {
  readonly text: string;
  readonly format: TranscriptFormat;
  /** WHATWG name; null where the format brings its own. */
  readonly encoding: string | null;
  readonly encodingConfidence: EncodingConfidence;
  readonly emphasis?: readonly Span[];
  /** Bytes were not of the encoding and U+FFFD stands for them, as the user wished. */
  readonly replaced?: boolean;
  readonly turns?: Pick<ParsedTranscript, 'turns' | 'speakers' | 'pattern'>;
  readonly comments?: readonly ParsedComment[];
  readonly columns?: FoundColumns;
};

/** A file read and taken apart, nothing stored yet. */
export type ParsedFile = ParsedTranscript &
  Pick<ReadFile, 'format' | 'encoding' | 'encodingConfidence' | 'columns'> & {
    readonly comments: readonly ParsedComment[];
    /** Positions of U+FFFD in the text of a file with bytes that are not of its encoding; empty for a whole one. */
    readonly replaced: readonly number[];
  };
