import { dissimilarity, type GammaWeights, type Unitizing } from './gamma-dissimilarity.ts';

/** A unitary alignment of at least two units that the best alignment may contain, with its disorder. */
export type AlignmentCandidate = { readonly units: readonly (number | null)[]; readonly cost: number };

/** `complete`: no other unitary alignment can be part of the best alignment. */
export type AlignmentCandidates = { readonly candidates: readonly AlignmentCandidate[]; readonly complete: boolean };

/** For three coders and more; the pairs of two coders are never too many. */
const MOST_CANDIDATES = 100_000;

/**
 * All unitary alignments of two units or more worth considering. One that costs no less than the same without one of
 * its units, plus that unit alone, is not (after Mathet, Widlöcher & Métivier 2015, sect. 5.1.1): with P pairs of coders
 * and k units, every unit must be less than Δ∅ (P + k − 1) from the others together.
 *
 * Where there are too many, only those of closer units are listed: half the distance, and so on until they fit.
 */
export function alignmentCandidates(coders: Unitizing, weights: GammaWeights): AlignmentCandidates {
  for (let share = 1; ; share /= 2) {
    const candidates = candidatesWithin(coders, weights, share, coders.length > 2 ? MOST_CANDIDATES : Infinity);
    if (candidates !== null) {
      return { candidates, complete: share === 1 };
    }
  }
}

/** Whether there are more of them than this: what the time of a best alignment goes by. */
export function hasMoreCandidates(coders: Unitizing, weights: GammaWeights, than: number): boolean {
  return candidatesWithin(coders, weights, 1, than) === null;
}

/** Those of units within this share of the distance; null where there are more than `most`. */
function candidatesWithin(
  coders: Unitizing,
  weights: GammaWeights,
  share: number,
  most: number,
): AlignmentCandidate[] | null {
  const m = coders.length;
  const pairs = (m * (m - 1)) / 2;
  const furthest = weights.empty * (pairs + m - 1) * share;
  const near = nearUnits(coders, weights, furthest);
  const candidates: AlignmentCandidate[] = [];
  const units: (number | null)[] = Array<null>(m).fill(null);
  // Distance of each chosen unit from the other chosen ones together.
  const distances = new Float64Array(m);

  const complete = (): void => {
    const chosen = units.filter((place) => place !== null).length;
    const limit = weights.empty * (pairs + chosen - 1);
    if (chosen >= 2 && units.every((place, coder) => place === null || distances[coder]! < limit)) {
      const between = distances.reduce((sum, distance, coder) => (units[coder] === null ? sum : sum + distance), 0) / 2;
      const missing = pairs - (chosen * (chosen - 1)) / 2;
      candidates.push({ units: [...units], cost: (between + missing * weights.empty) / pairs });
    }
  };
  const extend = (coder: number, from: ReadonlyMap<number, readonly number[]>): void => {
    if (candidates.length > most) {
      return;
    }
    if (coder === m) {
      complete();
      return;
    }
    extend(coder + 1, from);
    for (const place of from.get(coder) ?? []) {
      const before = distances.slice();
      let own = 0;
      for (const [other, chosen] of units.entries()) {
        if (chosen !== null) {
          const distance = dissimilarity(coders[other]![chosen]!, coders[coder]![place]!, weights);
          distances[other]! += distance;
          own += distance;
        }
      }
      distances[coder] = own;
      if (distances.every((distance, other) => (units[other] === null && other !== coder) || distance < furthest)) {
        units[coder] = place;
        extend(coder + 1, from);
        units[coder] = null;
      }
      distances.set(before);
    }
  };
  for (const [coder, spans] of coders.entries()) {
    for (const place of spans.keys()) {
      units.fill(null);
      distances.fill(0);
      units[coder] = place;
      extend(coder + 1, near[coder]![place]!);
    }
  }
  return candidates.length > most ? null : candidates;
}

/** For each unit the units of the coders after its own that are nearer than `furthest`, by coder. */
function nearUnits(coders: Unitizing, weights: GammaWeights, furthest: number): Map<number, number[]>[][] {
  return coders.map((spans, first) =>
    spans.map((span) => {
      const byCoder = new Map<number, number[]>();
      for (let second = first + 1; second < coders.length; second += 1) {
        const places = [...coders[second]!.keys()].filter(
          (place) => dissimilarity(span, coders[second]![place]!, weights) < furthest,
        );
        if (places.length > 0) {
          byCoder.set(second, places);
        }
      }
      return byCoder;
    }),
  );
}
