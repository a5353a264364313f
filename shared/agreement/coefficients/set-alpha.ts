import { type KrippendorffAlpha, krippendorffAlpha } from './krippendorff-alpha.ts';
import { ratingMatrix } from './ratings.ts';

/** Difference of two sets of codes, 0 for equal sets to 1 for disjoint ones. Two empty sets are equal. */
export type SetDistance = (a: ReadonlySet<string>, b: ReadonlySet<string>) => number;

/** 1 − |A ∩ B| / |A ∪ B| (Jaccard 1901). */
export const jaccardDistance: SetDistance = (a, b) => {
  const shared = sharedCodes(a, b);
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : 1 - shared / all;
};

/**
 * MASI as Passonneau defined it (2006, Measuring agreement on set-valued items, LREC, 831–836): 1 − J · M with the
 * Jaccard coefficient J and M = 1 for equal sets, 2/3 where one holds the other, 1/3 where they merely overlap, 0 for
 * disjoint ones. Other programs call (1 − J) · M′ by the same name; it gives other numbers.
 */
export const masiDistance: SetDistance = (a, b) => {
  const jaccard = 1 - jaccardDistance(a, b);
  if (jaccard === 1 || jaccard === 0) {
    return 1 - jaccard;
  }
  return 1 - jaccard * (sharedCodes(a, b) === Math.min(a.size, b.size) ? 2 / 3 : 1 / 3);
};

function sharedCodes(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((code) => b.has(code)).length;
}

/**
 * Krippendorff's alpha where a coder gives a unit any number of codes (Krippendorff 2019, Content Analysis, 4th ed.,
 * ch. 12; Passonneau 2006): each different set of codes is a value, two values differ by the given distance, taken as
 * the squared difference δ². `units`: a row per unit, a set per coder; null where the coder did not judge the unit,
 * an empty set where the coder judged it and chose no code. Undefined as alpha is.
 */
export function setAlpha(
  units: readonly (readonly (ReadonlySet<string> | null)[])[],
  distance: SetDistance,
): KrippendorffAlpha {
  const sets = new Map<string, ReadonlySet<string>>();
  const keyed = units.map((unit) =>
    unit.map((codes) => {
      if (codes === null) {
        return null;
      }
      const key = JSON.stringify([...codes].sort());
      sets.set(key, codes);
      return key;
    }),
  );
  const values = [...sets.values()];
  return krippendorffAlpha(ratingMatrix(keyed, [...sets.keys()]), (c, k) => distance(values[c]!, values[k]!));
}
