/** Words of a report, with the language they are written in; without one they are in the report's own. */
export type Run = { readonly text: string; readonly lang?: string; readonly strong?: true };

/** One cell. A number carries the decimals it is shown with; where there is none it says why. */
export type Cell =
  /** Words; those that are read as a figure ("3 (5)", a dot that is counted below) stand where figures do. */
  | { readonly kind: 'text'; readonly runs: readonly Run[]; readonly isFigure?: true }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number }
  | { readonly kind: 'undefined'; readonly reason: string };

/** A table: every row has as many cells as there are columns; the first column names the row. */
export type ReportTable = {
  readonly kind: 'table';
  /** Short, for a sheet or a file: no two tables of a report share one. */
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly notes: readonly string[];
};

export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'quotation';
      /** A respondent's words. */
      readonly runs: readonly Run[];
      /** Who said it and where it stands. */
      readonly source: readonly Run[];
      /** What stands below it: translations, memos. */
      readonly below: readonly (readonly Run[])[];
    }
  | ReportTable
  | {
      readonly kind: 'figure';
      readonly caption: string;
      /** A complete `<svg>` with its own colours and size in pixels; it draws nothing from outside. */
      readonly svg: string;
      readonly width: number;
      readonly height: number;
      /** What the picture shows, in words. */
      readonly alternative: string;
    };

/** What a report was made from: enough to make it again. */
export type ReportOrigin = {
  /** Null where the report does not say. */
  readonly project: string | null;
  readonly revision: number;
  /** When the data were changed last, ISO 8601, UTC; never the time of writing. */
  readonly revisedAt: string;
  readonly software: string;
  readonly synthetic: boolean;
};

/** A document before any format: what it says, in order. The same data make the same report. */
export type Report = {
  readonly title: string;
  /** BCP 47 tag of the report's own words. */
  readonly language: string;
  /** What the numbers are: rule, unit, n, coders, filter. The origin is among them, in the report's words. */
  readonly settings: readonly (readonly [name: string, value: string])[];
  readonly blocks: readonly ReportBlock[];
  /** The tables for data formats, where they are others than those among the blocks. */
  readonly data?: readonly ReportTable[];
  /** Last lines of the document and of every page that has a foot. */
  readonly footer: readonly string[];
  readonly origin: ReportOrigin;
};

/** What data formats write. */
export function dataTables({ data, blocks }: Report): readonly ReportTable[] {
  return data ?? blocks.filter((block) => block.kind === 'table');
}
