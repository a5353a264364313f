import { spansOverlap, type Span } from '../../domain/span.ts';
import type { Agreed, Decision, Difference } from './differences.ts';
import type { CoderCoding } from '../coded-units/document-tally.ts';
import { spanDecisions } from './span-decisions.ts';

/** How a difference was decided: as one of the coders had it, as all of them, as none, or otherwise. */
export const verdicts = ['coder', 'both', 'neither', 'own'] as const;
export type Verdict = (typeof verdicts)[number];

/** A passage of the agreed layer. */
export type GoldSpan = Span & { readonly code: number };

/** A difference that was decided: where it lay, which codes it was about, and what holds instead. */
export type Settled = Span & { readonly codes: readonly number[]; readonly outcome: readonly GoldSpan[] };

/** What a verdict makes of a difference; `own` brings its passages itself. Overlapping passages of one code become one. */
export function outcomeOf(
  decisions: readonly Decision[],
  verdict: Verdict,
  chosen: number | null,
  own: readonly GoldSpan[] = [],
): GoldSpan[] {
  const kept: Readonly<Record<Verdict, readonly GoldSpan[]>> = {
    coder: decisions.filter(({ coder }) => coder === chosen),
    both: decisions,
    neither: [],
    own,
  };
  return [...Map.groupBy(kept[verdict], ({ code }) => code)].flatMap(([code, spans]) =>
    spanDecisions(spans).map((span) => ({ ...span, code })),
  );
}

/** Whether a decision is about the place of a difference: one of its codes, and text in common. */
export function settles(settled: Pick<Settled, 'codes' | 'start' | 'end'>, difference: Difference): boolean {
  return (
    spansOverlap(settled, difference) &&
    (settled.codes.includes(difference.code) ||
      (difference.otherCode !== null && settled.codes.includes(difference.otherCode)))
  );
}

/** The agreed layer of a document: what all decided alike, and what decisions put in place of differences. */
export function goldLayer(agreed: readonly Agreed[], settled: readonly Settled[]): GoldSpan[] {
  const overruled = (one: Agreed): boolean =>
    settled.some((each) => each.codes.includes(one.code) && spansOverlap(each, one));
  const spans = [...agreed.filter((one) => !overruled(one)), ...settled.flatMap(({ outcome }) => outcome)];
  return [...Map.groupBy(spans, ({ code }) => code)]
    .flatMap(([code, ofCode]) => spanDecisions(ofCode).map((span) => ({ ...span, code })))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.code - b.code);
}

/**
 * The codings as they would be if every coder had decided as was settled: within each place decided, every coder done
 * with the document has the outcome and nothing else of those codes. The rest stays as it is.
 */
export function reconciled(
  codings: readonly CoderCoding[],
  settled: readonly Settled[],
  done: readonly number[],
): CoderCoding[] {
  const raters = new Set(done);
  const kept = codings.filter(
    (coding) =>
      !raters.has(coding.coder) ||
      !settled.some((each) => each.codes.includes(coding.code) && spansOverlap(each, coding)),
  );
  return [
    ...kept,
    ...settled.flatMap(({ outcome }) => outcome.flatMap((span) => [...raters].map((coder) => ({ ...span, coder })))),
  ];
}
