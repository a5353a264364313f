import type { Discrete } from '../../statistics/hypergeometric.ts';
import { type Random, randomFrom, type RandomSource, sourceOf } from '../../statistics/random.ts';
import type { NoStatistic } from '../../statistics/statistic.ts';

/** How many random draws, and from which seed. */
export type DrawSettings = { readonly draws: number; readonly seed: number };

export const DEFAULT_DRAWS = 9_999;

/** p-values of a count against chance, each at least 1 / (draws + 1), and what was drawn. */
export type PermutationTest = {
  readonly observed: number;
  /** The mean under chance: exact, not drawn. */
  readonly expected: number;
  /** Chance gives at least, at most as much; twice the smaller of the two, at most 1. */
  readonly greater: number;
  readonly less: number;
  readonly twoSided: number;
  readonly draws: number;
  readonly source: RandomSource;
};

/** Draws between two reports of progress. */
const STRIDE = 500;

/**
 * Tests a count that adds up over documents against chance, where chance is known document by document and the
 * documents are independent. p = (1 + number of draws as extreme) / (draws + 1): the observed data count as one draw
 * (Davison & Hinkley 1997, Bootstrap Methods and their Application, eq. 4.11; Phipson & Smyth 2010, Statistical
 * Applications in Genetics and Molecular Biology 9:39). Undefined without documents, or if chance leaves no choice.
 *
 * Yields the number of draws done now and then, so that a caller may show progress or stop; returns the result.
 */
export function* permutationTest(
  observed: number,
  chance: readonly Discrete[],
  { draws, seed }: DrawSettings,
): Generator<number, PermutationTest | NoStatistic> {
  if (chance.length === 0) {
    return { undefined: 'no_units' };
  }
  const fixed = chance.filter(({ probabilities }) => probabilities.length === 1);
  const varying = chance.filter(({ probabilities }) => probabilities.length > 1);
  if (varying.length === 0) {
    return { undefined: 'no_variation' };
  }
  const base = fixed.reduce((sum, { least }) => sum + least, 0);
  const random = randomFrom(seed);
  const tables = varying.map(({ least, probabilities }) => ({ least, upTo: cumulated(probabilities) }));
  let atLeast = 1;
  let atMost = 1;
  for (let draw = 1; draw <= draws; draw += 1) {
    let value = base;
    for (const { least, upTo } of tables) {
      value += least + drawnPlace(upTo, random);
    }
    atLeast += value >= observed ? 1 : 0;
    atMost += value <= observed ? 1 : 0;
    if (draw % STRIDE === 0) {
      yield draw;
    }
  }
  const greater = atLeast / (draws + 1);
  const less = atMost / (draws + 1);
  const twoSided = Math.min(1, 2 * Math.min(greater, less));
  const expected = chance.reduce((sum, one) => sum + meanOf(one), 0);
  return { observed, expected, greater, less, twoSided, draws, source: sourceOf(seed, random) };
}

/**
 * The same p-values without drawing, by adding the documents' distributions up: what the drawn ones come near to with
 * ever more draws. For whole numbers; costs documents × total range × range of one.
 */
export function exactChance(
  observed: number,
  chance: readonly Discrete[],
): { readonly greater: number; readonly less: number } {
  let least = 0;
  let sum = Float64Array.of(1);
  for (const one of chance) {
    const next = new Float64Array(sum.length + one.probabilities.length - 1);
    for (const [place, probability] of sum.entries()) {
      for (const [further, share] of one.probabilities.entries()) {
        next[place + further]! += probability * share;
      }
    }
    sum = next;
    least += one.least;
  }
  const share = (counts: (value: number) => boolean): number =>
    Math.min(
      1,
      sum.reduce((total, probability, place) => (counts(least + place) ? total + probability : total), 0),
    );
  return { greater: share((value) => value >= observed), less: share((value) => value <= observed) };
}

function meanOf({ least, probabilities }: Discrete): number {
  return probabilities.reduce((sum, probability, place) => sum + (least + place) * probability, 0);
}

function cumulated(probabilities: Float64Array): Float64Array {
  let sum = 0;
  return probabilities.map((probability) => {
    sum += probability;
    return sum;
  });
}

/** The first place whose cumulated probability passes a random fraction. */
function drawnPlace(upTo: Float64Array, random: Random): number {
  const fraction = random.fraction();
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (upTo[middle]! > fraction) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
