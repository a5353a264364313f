import type { CodedSpan } from '../../analysis/sweep.ts';
import type { Span } from '../../domain/span.ts';

/**
 * What counts how much in gamma: `alpha` position, `beta` code, `empty` (Δ∅) a unit that has no counterpart. All 1 by
 * custom; `codeDistance` 0..1 for two codes, by default 1 between different ones.
 */
export type GammaWeights = {
  readonly alpha: number;
  readonly beta: number;
  readonly empty: number;
  readonly codeDistance?: (a: number, b: number) => number;
};

export const GAMMA_WEIGHTS: GammaWeights = { alpha: 1, beta: 1, empty: 1 };

/** What coders cut and coded: for each coder the coded spans, none of them empty. */
export type Unitizing = readonly (readonly CodedSpan[])[];

/**
 * ((|start − start| + |end − end|) / (length + length))², times Δ∅ (Mathet, Widlöcher & Métivier 2015, Computational
 * Linguistics 41:437–479, sect. 4.3.1). 0 for the same place, Δ∅ for two spans of one length that just touch.
 */
export function positionalDissimilarity(a: Span, b: Span, empty: number): number {
  const moved = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  return (moved / (a.end - a.start + b.end - b.start)) ** 2 * empty;
}

/** The distance of two codes times Δ∅ (sect. 4.3.2). */
export function categoricalDissimilarity(a: number, b: number, { empty, codeDistance }: GammaWeights): number {
  return (codeDistance?.(a, b) ?? (a === b ? 0 : 1)) * empty;
}

/** α · positional + β · categorical (sect. 4.3.3). */
export function dissimilarity(a: CodedSpan, b: CodedSpan, weights: GammaWeights): number {
  return (
    weights.alpha * positionalDissimilarity(a, b, weights.empty) +
    weights.beta * categoricalDissimilarity(a.code, b.code, weights)
  );
}
