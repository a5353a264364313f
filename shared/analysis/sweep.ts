import type { Span } from '../domain/span.ts';

/** A span that carries a code; codes are numbered 0, 1, 2 … by the caller. */
export type CodedSpan = Span & { readonly code: number };

/**
 * Calls `visit` once for every pair of spans that share at least one position, with the number of positions shared.
 * Touching spans do not share any; equal spans do; empty spans never. The first of the pair starts no later than the
 * second. O(n log n + pairs).
 */
export function visitOverlaps<S extends Span>(
  spans: readonly S[],
  visit: (earlier: S, later: S, shared: number) => void,
): void {
  const byStart = spans.filter((span) => span.start < span.end).sort((a, b) => a.start - b.start);
  const open: S[] = [];
  for (const span of byStart) {
    let kept = 0;
    for (let place = 0; place < open.length; place += 1) {
      const candidate = open[place]!;
      if (candidate.end > span.start) {
        open[kept] = candidate;
        kept += 1;
        visit(candidate, span, Math.min(candidate.end, span.end) - span.start);
      }
    }
    open.length = kept;
    open.push(span);
  }
}

/**
 * Adds to `counts` the number of overlapping pairs for every two different codes: `counts[a * codeCount + b]` with
 * a < b. Counts without listing the pairs, so a document in which everything overlaps costs spans × codes, not spans².
 */
export function countOverlaps(spans: readonly CodedSpan[], codeCount: number, counts: Int32Array): void {
  const byStart = spans.filter((span) => span.start < span.end).sort((a, b) => a.start - b.start);
  const byEnd = byStart.toSorted((a, b) => a.end - b.end);
  const codesHere = [...new Set(byStart.map((span) => span.code))];
  const open = new Int32Array(codeCount);
  let ended = 0;
  for (const { start, code } of byStart) {
    while (byEnd[ended]!.end <= start) {
      open[byEnd[ended]!.code]! -= 1;
      ended += 1;
    }
    for (const other of codesHere) {
      if (other !== code) {
        counts[other < code ? other * codeCount + code : code * codeCount + other]! += open[other]!;
      }
    }
    open[code]! += 1;
  }
}
