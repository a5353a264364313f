import type { CodedSpan } from '../../analysis/sweep.ts';
import { type Continuum, codesUsed } from './continuum.ts';

/**
 * How long pairs of coders had which values at the same place (Krippendorff et al. 2016, eq. 1). Values are numbered:
 * 0 stands for "nothing", 1 … for `codes[0]` ….
 *
 * - `lengths[c][k]`: Σ over ordered pairs of coders of the length coded c by one and k by the other, over (m − 1).
 * - `ownSquares[c]`: what a value can only pair with itself, Σ length² of the units of c; for "nothing", which has no
 *   units, its length.
 * - `unitSquares[c]`: (1/(m − 1)) Σ over units of c and other coders of (length of the unit the other coder coded at
 *   all)². The square is taken for each other coder by itself: over all of them together it would be wrong for three.
 */
export type UnitizedCoincidences = {
  readonly codes: readonly number[];
  readonly lengths: readonly Float64Array[];
  readonly ownSquares: Float64Array;
  readonly unitSquares: Float64Array;
};

/** The coincidences of a sorted continuum without overlaps, m ≥ 2 coders. O(s · m²) for s spans. */
export function unitizedCoincidences(continuum: Continuum): UnitizedCoincidences {
  const { start, end, coders } = continuum;
  const codes = codesUsed(continuum);
  const valueOf = new Map(codes.map((code, place) => [code, place + 1]));
  const m = coders.length;
  const lengths = Array.from({ length: codes.length + 1 }, () => new Float64Array(codes.length + 1));
  const ownSquares = new Float64Array(codes.length + 1);
  const unitSquares = new Float64Array(codes.length + 1);
  // shared[g][u][h]: how much of unit u of coder g coder h coded.
  const shared = coders.map((spans) => spans.map(() => new Float64Array(m)));

  const next = new Int32Array(m);
  const borders = [start, end, ...coders.flatMap((spans) => spans.flatMap((span) => [span.start, span.end]))];
  borders.sort((a, b) => a - b);
  for (let place = 1; place < borders.length; place += 1) {
    const from = borders[place - 1]!;
    const length = borders[place]! - from;
    if (length > 0) {
      const values = coders.map((spans, coder) => {
        while (next[coder]! < spans.length && spans[next[coder]!]!.end <= from) {
          next[coder]! += 1;
        }
        const span: CodedSpan | undefined = spans[next[coder]!];
        return span !== undefined && span.start <= from ? valueOf.get(span.code)! : 0;
      });
      for (const [g, c] of values.entries()) {
        for (const [h, k] of values.entries()) {
          if (g !== h) {
            lengths[c]![k]! += length / (m - 1);
            if (c !== 0 && k !== 0) {
              shared[g]![next[g]!]![h]! += length;
            }
          }
        }
      }
    }
  }
  for (const [coder, spans] of coders.entries()) {
    let covered = 0;
    for (const [place, span] of spans.entries()) {
      const value = valueOf.get(span.code)!;
      const length = span.end - span.start;
      covered += length;
      ownSquares[value]! += length ** 2;
      unitSquares[value]! += shared[coder]![place]!.reduce((sum, overlap) => sum + overlap ** 2, 0) / (m - 1);
    }
    ownSquares[0]! += end - start - covered;
  }
  return { codes, lengths, ownSquares, unitSquares };
}
