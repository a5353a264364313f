import { firstEndingAfter } from '../../analysis/spans.ts';
import type { Span } from '../../domain/span.ts';
import { meanOfDefined } from '../../statistics/mean.ts';
import type { Measure } from '../../statistics/measure.ts';
import { coderPairNumbers } from '../coefficients/coder-pairs.ts';
import type { AgreementDocument, CoderCoding } from '../coded-units/document-tally.ts';
import { spanDecisions } from './span-decisions.ts';
import { type SpanCriterion, spanF1 } from './span-f1.ts';

/** F1 of the spans of one code by each criterion; for more than two coders the mean over pairs. */
export type SpanAgreement = { readonly exact: Measure; readonly overlap: Measure; readonly iou: Measure };

const CRITERIA: Readonly<Record<keyof SpanAgreement, SpanCriterion>> = {
  exact: { kind: 'exact' },
  overlap: { kind: 'overlap' },
  iou: { kind: 'iou', least: 0.5 },
};
const NAMES = Object.keys(CRITERIA) as (keyof SpanAgreement)[];

type Matches = { decisions: number; readonly matched: Record<keyof SpanAgreement, number> };

/**
 * Span F1 of every code over all documents, 2 Σ matched / Σ (N₁ + N₂), matched within a document (Hripcsak & Rothschild
 * 2005), and of all codes together. `documents` with codings on the axis of their text; those with nothing in `units`
 * do not count. A pair of coders is compared on the documents both are done with.
 */
export function spanAgreement(
  documents: readonly AgreementDocument[],
  { coders, codes }: { readonly coders: number; readonly codes: number },
): { readonly codes: readonly SpanAgreement[]; readonly pooled: SpanAgreement } {
  const pairs = coderPairNumbers(coders);
  const empty = (): Matches[] => pairs.map(() => ({ decisions: 0, matched: { exact: 0, overlap: 0, iou: 0 } }));
  const byCode = Array.from({ length: codes }, empty);
  const pooled = empty();
  for (const document of documents) {
    const done = new Set(document.done);
    const inScope = document.codings.filter(
      ({ coder, start, end }) => done.has(coder) && sharesUnit(document, { start, end }),
    );
    for (const [code, codings] of Map.groupBy(inScope, (coding) => coding.code)) {
      const ofCoders = decisionsByCoder(codings, coders);
      for (const [place, [first, second]] of pairs.entries()) {
        if (done.has(first) && done.has(second)) {
          for (const matches of [byCode[code]![place]!, pooled[place]!]) {
            addMatches(ofCoders[first]!, ofCoders[second]!, matches);
          }
        }
      }
    }
  }
  return { codes: byCode.map(agreementOf), pooled: agreementOf(pooled) };
}

function sharesUnit({ units }: AgreementDocument, span: Span): boolean {
  const unit = units[firstEndingAfter(units, span.start)];
  return unit !== undefined && unit.start < span.end;
}

/** The decisions of each coder, by number. */
function decisionsByCoder(codings: readonly CoderCoding[], coders: number): Span[][] {
  const byCoder = Map.groupBy(codings, ({ coder }) => coder);
  return Array.from({ length: coders }, (_, coder) => spanDecisions(byCoder.get(coder) ?? []));
}

function addMatches(first: readonly Span[], second: readonly Span[], into: Matches): void {
  into.decisions += first.length + second.length;
  for (const name of NAMES) {
    into.matched[name] += spanF1(first, second, CRITERIA[name]).matched;
  }
}

function agreementOf(pairs: readonly Matches[]): SpanAgreement {
  const measure = (name: keyof SpanAgreement): Measure =>
    meanOfDefined(
      pairs.map(
        ({ decisions, matched }): Measure =>
          decisions > 0 ? { value: (2 * matched[name]) / decisions } : { undefined: 'never_used' },
      ),
    ).mean;
  return { exact: measure('exact'), overlap: measure('overlap'), iou: measure('iou') };
}
