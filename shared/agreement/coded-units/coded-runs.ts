import { intersectedSpans } from '../../analysis/spans.ts';
import { coveredSegments, type MembershipRule, type UnitRule } from '../../analysis/units.ts';
import type { Span } from '../../domain/span.ts';
import type { CoderMask } from './coder-mask.ts';

/** What one coder covers with one code in one document: sorted and disjoint. */
export type CoderCover = { readonly coder: number; readonly united: readonly Span[] };

/** A stretch of the document coded by exactly these coders (at least one), worth `units` units. */
export type CodedRun = Span & { readonly coders: CoderMask; readonly units: number };

/**
 * The stretches of one document that somebody coded with one code, in text order: maximal stretches of characters
 * with the same coders inside the unit spans, or one run per coded segment (where `shown` says it lies, if that is
 * given). What is not listed nobody coded.
 * O(m log m) in the number of spans, whatever their length.
 */
export function codedRuns(
  units: readonly Span[],
  covers: readonly CoderCover[],
  unit: UnitRule,
  shown: readonly Span[] = units,
): CodedRun[] {
  return unit.kind === 'character' ? characterRuns(units, covers) : segmentRuns(units, covers, unit.rule, shown);
}

function characterRuns(scope: readonly Span[], covers: readonly CoderCover[]): CodedRun[] {
  const borders: { position: number; change: number }[] = [];
  for (const { coder, united } of covers) {
    for (const { start, end } of intersectedSpans(united, scope)) {
      borders.push({ position: start, change: 2 ** coder }, { position: end, change: -(2 ** coder) });
    }
  }
  borders.sort((a, b) => a.position - b.position);
  const runs: CodedRun[] = [];
  let coders = 0;
  let start = 0;
  for (const { position, change } of borders) {
    if (coders > 0 && position > start) {
      const last = runs.at(-1);
      if (last?.end === start && last.coders === coders) {
        runs[runs.length - 1] = { start: last.start, end: position, coders, units: position - last.start };
      } else {
        runs.push({ start, end: position, coders, units: position - start });
      }
    }
    coders += change;
    start = position;
  }
  return runs;
}

function segmentRuns(
  segments: readonly Span[],
  covers: readonly CoderCover[],
  rule: MembershipRule,
  shown: readonly Span[],
): CodedRun[] {
  const codersOf = new Map<number, CoderMask>();
  for (const { coder, united } of covers) {
    for (const place of coveredSegments(segments, united, rule)) {
      codersOf.set(place, (codersOf.get(place) ?? 0) + 2 ** coder);
    }
  }
  return [...codersOf]
    .sort(([a], [b]) => a - b)
    .map(([place, coders]) => ({ start: shown[place]!.start, end: shown[place]!.end, coders, units: 1 }));
}
