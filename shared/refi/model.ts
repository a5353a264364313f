import type { Kept, KeptElement } from './kept-element.ts';

/**
 * A REFI-QDA project or codebook as it stands in the file: GUIDs, dates and names verbatim, positions raw (their unit is
 * decided per file, see `position-convention.ts`), references unresolved. Readers of other programs' files make the same.
 */
export type RefiProject = {
  /** The root element: `Project` or `CodeBook`. */
  root: 'Project' | 'CodeBook' | null;
  name: string | null;
  origin: string;
  basePath: string | null;
  description: string;
  user: string | null;
  at: string | null;
  /** Notes about the project as a whole. */
  readonly notes: string[];
  readonly users: RefiUser[];
  /** Parents before their children, siblings in their order. */
  readonly codes: RefiCode[];
  readonly variables: RefiVariable[];
  readonly cases: RefiCase[];
  readonly sources: RefiSource[];
  readonly memos: RefiNote[];
  readonly links: RefiLink[];
  readonly sets: RefiSet[];
  readonly graphs: { readonly guid: string; readonly name: string | null }[];
  /** Elements that stand for something Verbatim has no counterpart of, to be written again. */
  readonly kept: Kept[];
  /** Transcripts that were put together with a text source: their GUID's key, and the GUID of the source. */
  readonly foldedTranscripts: Map<string, string>;
  /** Elements nobody knows, by name, with how often they occur. */
  readonly unknown: Map<string, number>;
};

export type RefiUser = { readonly guid: string; readonly name: string | null; readonly initials: string | null };

export type RefiCode = {
  readonly guid: string;
  readonly name: string;
  readonly codable: boolean;
  /** As written; null where none is. */
  readonly color: string | null;
  readonly parent: RefiCode | null;
  description: string;
  readonly notes: string[];
};

export const refiVariableTypes = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const;
export type RefiVariableType = (typeof refiVariableTypes)[number];
export type RefiVariable = {
  readonly guid: string;
  readonly name: string;
  readonly type: RefiVariableType;
  description: string;
};
/** `value` is null where the variable is named and no value given. */
export type RefiValue = { variable: string | null; value: string | null };

export type RefiCase = {
  readonly guid: string;
  readonly name: string | null;
  description: string;
  readonly values: RefiValue[];
  readonly codes: string[];
  sources: string[];
  readonly selections: string[];
};

/** Who made something and when, as written; null where the file does not say. */
export type RefiAudit = {
  readonly user: string | null;
  readonly at: string | null;
  readonly modifier: string | null;
  readonly modified: string | null;
};

export type RefiCoding = {
  readonly guid: string;
  readonly user: string | null;
  readonly at: string | null;
  code: string | null;
  readonly notes: string[];
};

/** `start` and `end` as written, null for a selection that is no stretch of text (an area, a stretch of a recording). */
export type RefiSelection = RefiAudit & {
  readonly element: string;
  readonly guid: string;
  readonly name: string;
  start: number | null;
  end: number | null;
  description: string;
  readonly codings: RefiCoding[];
  readonly notes: string[];
};

/** Selections in their order. There may be too many to hold each as an object: they are gone through one by one. */
export type RefiSelections = Iterable<RefiSelection> & {
  push(selection: RefiSelection): unknown;
  /** No more will come. */
  seal?(): void;
};

type RefiText = RefiAudit & {
  readonly guid: string;
  readonly name: string | null;
  description: string;
  plainPath: string | null;
  richPath: string | null;
  /** The text where it stands in the file itself. */
  content: string | null;
  readonly notes: string[];
};

export type RefiSource = RefiText & {
  selections: RefiSelections;
  /** Of one being written: its selections as they will stand in the file, in place of `selections`. */
  written?: () => Iterable<string>;
  /** Of one being written: what was kept of it from the file it came in, already as the schema wants it. */
  again?: { readonly areas: readonly KeptElement[]; readonly codings: readonly KeptElement[] };
  /** `TextSource`, `PDFSource`, `PictureSource`, `AudioSource`, `VideoSource`, or `Transcript` of one of the last two. */
  readonly element: string;
  /** Codings of the source as a whole. */
  readonly codings: RefiCoding[];
  readonly values: RefiValue[];
  /** The recording, picture or PDF. */
  readonly path: string | null;
  /** Of a PDF or a picture: the text beside it. */
  representation: string | null;
  /** Of a transcript: where its places lie. */
  readonly syncPoints: Map<string, number>;
};

/** A memo; with a selection it is an annotation on a stretch of whatever refers to it. */
export type RefiNote = RefiText & { readonly selections: RefiSelection[] };

export type RefiLink = {
  readonly guid: string;
  readonly name: string | null;
  readonly origin: string | null;
  readonly target: string | null;
};

export type RefiSet = {
  readonly guid: string;
  readonly name: string;
  description: string;
  readonly codes: string[];
  readonly sources: string[];
  readonly notes: string[];
};

export function emptyRefiProject(): RefiProject {
  return {
    root: null,
    name: null,
    origin: '',
    basePath: null,
    description: '',
    user: null,
    at: null,
    notes: [],
    users: [],
    codes: [],
    variables: [],
    cases: [],
    sources: [],
    memos: [],
    links: [],
    sets: [],
    graphs: [],
    kept: [],
    foldedTranscripts: new Map(),
    unknown: new Map(),
  };
}
