/** A half-open range `[start, end)` of UTF-16 code units in a document's stored text. */
export type Span = { readonly start: number; readonly end: number };

/** The same range counted in Unicode code points: what CSV files and reports show. */
export type CodePointSpan = { readonly cpStart: number; readonly cpEnd: number };

/** Whether two half-open spans share at least one position; spans that merely touch do not. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Length in the unit the span is counted in. */
export function spanLength(span: Span): number {
  return span.end - span.start;
}
