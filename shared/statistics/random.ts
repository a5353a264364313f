/** A source of random numbers that gives the same numbers for the same seed, everywhere and for ever. */
export type Random = {
  /** A whole number 0 … 2^32 − 1. */
  readonly next: () => number;
  /** A whole number 0 … limit − 1, each equally likely; limit 1 … 2^32. */
  readonly below: (limit: number) => number;
  /** A number in the open interval (0, 1). */
  readonly fraction: () => number;
  /** How many 32-bit numbers have been drawn so far. */
  readonly draws: () => number;
};

/** How the numbers are made, as it stands with results. */
export const generator = 'xoshiro128**';

/** Where the numbers begin unless told otherwise. */
export const usualSeed = 1;

/** What a reader needs to draw the same numbers again. */
export type RandomSource = { readonly generator: typeof generator; readonly seed: number; readonly draws: number };

/**
 * xoshiro128** 1.1 (Blackman & Vigna 2021, Scrambled linear pseudorandom number generators, ACM Transactions on
 * Mathematical Software 47:36), its state filled from the seed by SplitMix32. Of the seed the lowest 32 bits count.
 */
export function randomFrom(seed: number): Random {
  let filler = seed >>> 0;
  const fill = (): number => {
    filler = (filler + 0x9e3779b9) >>> 0;
    let mixed = filler;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  let a = fill();
  let b = fill();
  let c = fill();
  let d = fill();
  let draws = 0;
  const next = (): number => {
    draws += 1;
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  return {
    next,
    below: (limit) => {
      // Numbers beyond the last full round of `limit` would favour the small ones.
      const rounds = 2 ** 32 - (2 ** 32 % limit);
      let drawn = next();
      while (drawn >= rounds) {
        drawn = next();
      }
      return drawn % limit;
    },
    fraction: () => (next() + 0.5) / 2 ** 32,
    draws: () => draws,
  };
}

/** The source as it stands in results. */
export function sourceOf(seed: number, random: Random): RandomSource {
  return { generator, seed, draws: random.draws() };
}
