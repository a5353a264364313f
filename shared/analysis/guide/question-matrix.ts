import type { Span } from '../../domain/span.ts';
import type { QuestionSegment } from './question-segments.ts';

export type SegmentedDocument = {
  readonly segments: readonly QuestionSegment[];
  readonly codings: readonly (Span & { readonly code: string })[];
};

/** One cell: codings with the code that touch an answer to the question, and in how many documents. */
export type QuestionCell = {
  readonly question: string;
  readonly code: string;
  readonly codings: number;
  readonly documents: number;
};

/** Whether a coding shares at least one character with an answer. */
export function touchesAnswer(coding: Span, { answers }: QuestionSegment): boolean {
  return answers.some((answer) => coding.start < answer.end && coding.end > answer.start);
}

/**
 * Counts codings by the question whose answers they touch. A coding over the answers to two questions counts for both; a
 * question asked twice in one document counts a coding once. Cells without a coding are left out.
 */
export function questionMatrix(documents: readonly SegmentedDocument[]): QuestionCell[] {
  const cells = new Map<string, { question: string; code: string; codings: number; documents: Set<number> }>();
  for (const [place, { segments, codings }] of documents.entries())
    for (const coding of codings) {
      const touched = segments.filter((segment) => touchesAnswer(coding, segment));
      for (const question of new Set(touched.map((segment) => segment.question))) {
        const key = `${question} ${coding.code}`;
        const cell = cells.get(key) ?? { question, code: coding.code, codings: 0, documents: new Set() };
        cell.codings++;
        cell.documents.add(place);
        cells.set(key, cell);
      }
    }
  return [...cells.values()].map((cell) => ({ ...cell, documents: cell.documents.size }));
}
