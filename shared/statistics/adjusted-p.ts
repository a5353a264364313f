/** p-values adjusted for how many there are, in the order given, with that number m, which belongs beside them. */
export type AdjustedP = { readonly m: number; readonly values: readonly number[] };

function placesByP(p: readonly number[]): number[] {
  return [...p.keys()].sort((a, b) => p[a]! - p[b]!);
}

/**
 * False discovery rate: q_(i) = min over j ≥ i of p_(j) m / j, at most 1 (Benjamini & Hochberg 1995, Journal of the
 * Royal Statistical Society B 57:289–300). m is the number of p-values given: all pairs of the table shown.
 */
export function benjaminiHochberg(p: readonly number[]): AdjustedP {
  const m = p.length;
  const values = Array<number>(m).fill(1);
  let least = 1;
  for (const [before, place] of [...placesByP(p).entries()].reverse()) {
    least = Math.min(least, (p[place]! * m) / (before + 1));
    values[place] = least;
  }
  return { m, values };
}

/**
 * Family-wise error rate: max over j ≤ i of (m − j + 1) p_(j), at most 1 (Holm 1979, Scandinavian Journal of Statistics
 * 6:65–70).
 */
export function holm(p: readonly number[]): AdjustedP {
  const m = p.length;
  const values = Array<number>(m).fill(1);
  let most = 0;
  for (const [before, place] of placesByP(p).entries()) {
    most = Math.min(1, Math.max(most, (m - before) * p[place]!));
    values[place] = most;
  }
  return { m, values };
}
