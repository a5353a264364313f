import type { Span } from '../../domain/span.ts';

/** A passage a query finds: a span in code points, and what is known of it. */
export type QueryPassage = Span & {
  /** Who coded it; null for words and turns, which are nobody's. */
  readonly coder: string | null;
  /** The coding it is, while it is one: a coding is never in a relation with itself. */
  readonly coding: string | null;
  /** Memos on the coding. */
  readonly memos: readonly string[];
};

export type QueryTurn = Span & {
  readonly role: string | null;
  readonly speaker: string | null;
  /** The case its speaker is, where that is one of its own (focus groups); null: the transcript's. */
  readonly studyCase: string | null;
};

/** A case as a query sees it: its name, and the values of its attributes by key. */
export type QueryCase = { readonly name: string; readonly attributes: ReadonlyMap<string, string> };

/** One transcript as a query sees it. */
export type QueryDocument = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  /** The case it belongs to; null without one. */
  readonly studyCase: string | null;
  /** Every case of the study by id. */
  readonly cases: ReadonlyMap<string, QueryCase>;
  /** Contents of the turns: sorted, disjoint, none empty. */
  readonly turns: readonly QueryTurn[];
  readonly codings: readonly (QueryPassage & { readonly code: string; readonly coding: string })[];
  /** Places of words in what is said, in code points, found under folding. */
  readonly find: (words: string) => readonly Span[];
};

/** What names in a query stand for, looked up once for all transcripts. Throws QuerySyntaxError for a name nothing has. */
export type QueryNames = {
  /** Ids of the code and, unless it is exact, of all below it. */
  readonly codes: (name: string, isExact: boolean, at: number) => ReadonlySet<string>;
  readonly coder: (name: string, at: number) => string;
  readonly checkCase: (name: string, at: number) => void;
  readonly checkDocument: (name: string, at: number) => void;
  readonly checkAttribute: (key: string, at: number) => void;
  /** A text as it is compared: letter case, width and composition set aside. */
  readonly fold: (text: string) => string;
};
