import type { Span } from '../../domain/span.ts';

/** A turn as the guide sees it: where its words are, who speaks, and the question it asks, if it was matched to one. */
export type AskedTurn = Span & {
  readonly role: string | null;
  /** Id of the question; `none` for a turn that asks nothing of the guide; null where nobody has said. */
  readonly question: string | null;
};

/** What belongs to one asking of a question: the turn that asks it and the answers up to the next question. */
export type QuestionSegment = {
  readonly question: string;
  readonly span: Span;
  /** Contents of the turns that answer. */
  readonly answers: readonly Span[];
};

/** Stands in a turn's question where the turn asks nothing of the guide. */
export const asksNothing = 'none';

/**
 * Cuts a transcript into segments of question and answer: from a turn matched to a question to the next one matched to one.
 * What the interviewer asks in between (probes, encouragement, turns nobody has matched) stays in the segment; its answers are
 * the turns of everybody else. What stands before the first question is in none.
 */
export function questionSegments(turns: readonly AskedTurn[]): QuestionSegment[] {
  const segments: { question: string; span: { start: number; end: number }; answers: Span[] }[] = [];
  for (const { start, end, role, question } of turns) {
    if (question !== null && question !== asksNothing) segments.push({ question, span: { start, end }, answers: [] });
    const open = segments.at(-1);
    if (!open) continue;
    open.span.end = end;
    if (role !== 'interviewer' && end > start) open.answers.push({ start, end });
  }
  return segments;
}
