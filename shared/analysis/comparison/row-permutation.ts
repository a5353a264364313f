import { randomFrom, sourceOf } from '../../statistics/random.ts';
import type { Statistic } from '../../statistics/statistic.ts';
import type { DrawSettings } from '../association/permutation-test.ts';
import { type DrawnP, drawnP } from './drawn-table-test.ts';
import { columnSums, type RepeatedMeasures } from './repeated-measures.ts';

/*
 * The null of Cochran's Q and of Friedman's test: what a respondent has is fixed, but any order over the conditions is
 * equally likely. Both statistics grow with Σ S², S the column sums, and with nothing else that changes; so that is what
 * is compared here. Rows hold whole numbers (0/1, or twice the ranks).
 */

/** Steps (column sums reached × orders of a row) before giving up: a few seconds. */
const MOST_STEPS = 3_000_000;

function squaresOf(sums: readonly number[]): number {
  return sums.reduce((sum, value) => sum + value * value, 0);
}

/** Every different order of a row. */
function* orders(values: readonly number[]): Generator<number[]> {
  if (values.length === 0) {
    yield [];
    return;
  }
  for (const value of new Set(values)) {
    const place = values.indexOf(value);
    for (const rest of orders(values.toSpliced(place, 1))) {
      yield [value, ...rest];
    }
  }
}

/** Rows that say something: not the same value under every condition. */
export function tellingRows(rows: RepeatedMeasures): RepeatedMeasures {
  return rows.filter((row) => row.some((value) => value !== row[0]));
}

/**
 * The exact share of all orders within rows with a Σ S² at least as large as the observed one, by adding row after row
 * to the distribution of the column sums (kept sorted: conditions are exchangeable). Undefined if no row tells two
 * conditions apart, and `too_large` beyond 3 million steps: then draw.
 */
export function exactRowP(rows: RepeatedMeasures, mostSteps = MOST_STEPS): Statistic {
  const telling = tellingRows(rows);
  if (telling.length === 0) {
    return { undefined: 'all_tied' };
  }
  let reached = new Map<string, { readonly sums: readonly number[]; weight: number }>([
    ['', { sums: telling[0]!.map(() => 0), weight: 1 }],
  ]);
  let steps = 0;
  for (const row of telling) {
    const different = [...orders(row)];
    steps += reached.size * different.length;
    if (steps > mostSteps) {
      return { undefined: 'too_large' };
    }
    const next: typeof reached = new Map();
    for (const { sums, weight } of reached.values()) {
      for (const order of different) {
        const added = sums.map((sum, column) => sum + order[column]!).sort((a, b) => a - b);
        const key = added.join(' ');
        const known = next.get(key);
        if (known === undefined) {
          next.set(key, { sums: added, weight: weight / different.length });
        } else {
          known.weight += weight / different.length;
        }
      }
    }
    reached = next;
  }
  const observed = squaresOf(columnSums(telling, telling[0]!.length));
  let p = 0;
  for (const { sums, weight } of reached.values()) {
    p += squaresOf(sums) >= observed ? weight : 0;
  }
  return { value: Math.min(1, p) };
}

/** Draws between two reports of progress. */
const STRIDE = 500;

/**
 * The same, estimated by shuffling every row. Yields the number of draws done now and then, so that a caller may show
 * progress or stop; returns the result. Undefined if no row tells two conditions apart.
 */
export function* drawnRowP(
  rows: RepeatedMeasures,
  { draws, seed }: DrawSettings,
): Generator<number, DrawnP | { readonly undefined: 'all_tied' }> {
  const telling = tellingRows(rows);
  if (telling.length === 0) {
    return { undefined: 'all_tied' };
  }
  const k = telling[0]!.length;
  const observed = squaresOf(columnSums(telling, k));
  const random = randomFrom(seed);
  const shuffled = telling.map((row) => [...row]);
  let asExtreme = 0;
  for (let draw = 1; draw <= draws; draw += 1) {
    for (const row of shuffled) {
      for (let place = k - 1; place > 0; place -= 1) {
        const other = random.below(place + 1);
        [row[place], row[other]] = [row[other]!, row[place]!];
      }
    }
    asExtreme += squaresOf(columnSums(shuffled, k)) >= observed ? 1 : 0;
    if (draw % STRIDE === 0) {
      yield draw;
    }
  }
  return drawnP(asExtreme, draws, sourceOf(seed, random));
}
