import { type Discrete, hypergeometric } from '../../statistics/hypergeometric.ts';
import { followedWithin } from './sequence.ts';
import { sharedPlaces, type UnitMarks } from './unit-marks.ts';

/** The distribution of values that are equally likely, each listed as often as it occurs. Not empty. */
function distributionOf(values: readonly number[]): Discrete {
  const least = values.reduce((smallest, value) => Math.min(smallest, value), Infinity);
  const most = values.reduce((largest, value) => Math.max(largest, value), -Infinity);
  const probabilities = new Float64Array(most - least + 1);
  for (const value of values) {
    probabilities[value - least]! += 1 / values.length;
  }
  return { least, probabilities };
}

/** The second code's places moved on by 0, 1 … units − 1, those beyond the end coming in at the start; ascending. */
function* shifts({ units, second }: UnitMarks): Generator<number[]> {
  for (let shift = 0; shift < units; shift += 1) {
    yield second.map((place) => (place + shift) % units).sort((a, b) => a - b);
  }
}

/**
 * How many units of a document carry both codes if the second is dealt out anew among its units: shuffling it gives a
 * hypergeometric count, which is used here instead of shuffling.
 */
export function shuffledTogether({ units, first, second }: UnitMarks): Discrete {
  return hypergeometric(units, first.length, second.length);
}

/**
 * The same if the second code is moved round the document as a whole, every shift equally likely: keeps how it clusters
 * from unit to unit.
 */
export function shiftedTogether(marks: UnitMarks): Discrete {
  if (marks.first.length === 0 || marks.second.length === 0) {
    return { least: 0, probabilities: Float64Array.of(1) };
  }
  return distributionOf([...shifts(marks)].map((second) => sharedPlaces(marks.first, second)));
}

/** How many units with the first code are followed by the second within `distance` units, under the same shifts. */
export function shiftedPrecedes(marks: UnitMarks, distance: number): Discrete {
  if (marks.first.length === 0 || marks.second.length === 0) {
    return { least: 0, probabilities: Float64Array.of(1) };
  }
  return distributionOf([...shifts(marks)].map((second) => followedWithin(marks.first, second, distance).units));
}
