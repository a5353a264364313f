/**
 * How many units carry two codes: both (n11), only the first (n10), only the second (n01), neither (n00). Whole numbers
 * over all eligible units; every measure of association is a function of these four.
 */
export type TwoByTwo = { readonly n11: number; readonly n10: number; readonly n01: number; readonly n00: number };

/** Units with the first code, units with the second, all units. */
export type Margins = { readonly n1: number; readonly n2: number; readonly n: number };

export function marginsOf({ n11, n10, n01, n00 }: TwoByTwo): Margins {
  return { n1: n11 + n10, n2: n11 + n01, n: n11 + n10 + n01 + n00 };
}
