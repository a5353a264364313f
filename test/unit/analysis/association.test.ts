import { describe, expect, test } from 'vitest';
import { atlasC } from '../../../shared/analysis/association/atlas-c.ts';
import {
  shiftedPrecedes,
  shiftedTogether,
  shuffledTogether,
} from '../../../shared/analysis/association/chance-in-document.ts';
import { pairMeasures } from '../../../shared/analysis/association/pair-measures.ts';
import { conditionalOddsRatio } from '../../../shared/analysis/association/conditional-odds-ratio.ts';
import { conditionalShares } from '../../../shared/analysis/association/conditional-shares.ts';
import { dice } from '../../../shared/analysis/association/dice.ts';
import { fisherExact } from '../../../shared/analysis/association/fisher-exact.ts';
import { inclusion } from '../../../shared/analysis/association/inclusion.ts';
import { jaccard } from '../../../shared/analysis/association/jaccard.ts';
import { expectedTogether, lift } from '../../../shared/analysis/association/lift.ts';
import { haldaneLogOdds, logOdds, reportedLogOdds } from '../../../shared/analysis/association/log-odds.ts';
import { ochiai } from '../../../shared/analysis/association/ochiai.ts';
import { pairPermutations } from '../../../shared/analysis/association/pair-permutations.ts';
import { DEFAULT_DRAWS, permutationTest } from '../../../shared/analysis/association/permutation-test.ts';
import { phi } from '../../../shared/analysis/association/phi.ts';
import {
  normalizedInformation,
  pointwiseInformation,
  positiveInformation,
} from '../../../shared/analysis/association/pointwise-information.ts';
import { sequenceCounts } from '../../../shared/analysis/association/sequence.ts';
import { relationShares, spanRelation, spansAdjacent } from '../../../shared/analysis/association/span-relation.ts';
import { windowMarks } from '../../../shared/analysis/association/turn-window.ts';
import type { TwoByTwo } from '../../../shared/analysis/association/two-by-two.ts';
import { yuleQ } from '../../../shared/analysis/association/yule-q.ts';

function cells(n11: number, n10: number, n01: number, n00: number): TwoByTwo {
  return { n11, n10, n01, n00 };
}

function resultOf<T>(run: Generator<number, T>): { result: T; progress: number[] } {
  const progress: number[] = [];
  let step = run.next();
  while (step.done !== true) {
    progress.push(step.value);
    step = run.next();
  }
  return { result: step.value, progress };
}

describe('no value, and why', () => {
  const unused = cells(0, 0, 0, 10);
  const secondUnused = cells(0, 4, 0, 6);
  const everywhere = cells(4, 6, 0, 0);
  const always = cells(10, 0, 0, 0);
  const apart = cells(0, 4, 3, 3);

  test('neither code used', () => {
    for (const measure of [jaccard, dice, ochiai, inclusion, lift, pointwiseInformation, phi, yuleQ]) {
      expect(measure(unused)).toEqual({ undefined: 'never_used' });
    }
  });

  test('one code used: shared out of either is 0, what needs both has no value', () => {
    expect([jaccard(secondUnused), dice(secondUnused)]).toEqual([{ value: 0 }, { value: 0 }]);
    for (const measure of [ochiai, inclusion, lift, pointwiseInformation, positiveInformation, phi, yuleQ]) {
      expect(measure(secondUnused)).toEqual({ undefined: 'never_used' });
    }
    expect(conditionalShares(secondUnused)).toEqual({
      secondGivenFirst: { value: 0 },
      firstGivenSecond: { undefined: 'never_used' },
    });
  });

  test('a code in every unit has nothing to contrast it with', () => {
    expect([phi(everywhere), yuleQ(everywhere)]).toEqual([
      { undefined: 'in_every_unit' },
      { undefined: 'in_every_unit' },
    ]);
    expect(lift(everywhere)).toEqual({ value: 1 });
    expect(normalizedInformation(always)).toEqual({ undefined: 'always_together' });
    expect(pointwiseInformation(always)).toEqual({ value: 0 });
  });

  test('never together', () => {
    expect(pointwiseInformation(apart)).toEqual({ undefined: 'never_together' });
    expect(positiveInformation(apart)).toEqual({ value: 0 });
    expect(normalizedInformation(apart)).toEqual({ value: -1 });
  });

  test('log odds: half a unit is added only where a cell is empty', () => {
    expect(logOdds(apart)).toEqual({ undefined: 'zero_cell' });
    expect(reportedLogOdds(apart)).toEqual(haldaneLogOdds(apart));
    expect(reportedLogOdds(apart)).toMatchObject({ corrected: true });
    expect(reportedLogOdds(cells(2, 1, 1, 2))).toMatchObject({ corrected: false, value: Math.log(4) });
    expect(reportedLogOdds(cells(0, 0, 0, 0))).toEqual({ undefined: 'no_units' });
  });

  test('exact test and its odds ratio', () => {
    expect(fisherExact(cells(0, 0, 0, 0))).toEqual({ undefined: 'no_units' });
    expect(fisherExact(everywhere)).toEqual({ twoSided: 1, greater: 1, less: 1 });
    expect(conditionalOddsRatio(everywhere)).toEqual({ undefined: 'zero_margin' });
    expect(conditionalOddsRatio(cells(0, 0, 0, 0))).toEqual({ undefined: 'no_units' });
    expect(conditionalOddsRatio(cells(3, 0, 2, 4))).toEqual({ undefined: 'zero_cell' });
    expect(conditionalOddsRatio(apart)).toEqual({ value: 0 });
    expect(expectedTogether(cells(0, 0, 0, 0))).toBe(0);
  });

  // SciPy 1.10.1: contingency.odds_ratio, conditional; most of the probabilities are less than a double holds.
  test.each([
    [cells(841, 101, 678, 7708), 94.55673],
    [cells(708, 716, 515, 9804), 18.814232],
    [cells(894, 860, 409, 4741), 12.043602],
  ])('odds ratio of the large table %j', (table, ratio) => {
    const found = conditionalOddsRatio(table);
    expect('value' in found && found.value / ratio).toBeCloseTo(1, 5);
  });

  test('c', () => {
    expect(atlasC({ first: 0, second: 0, overlapping: 0 })).toEqual({ undefined: 'never_used' });
    expect(atlasC({ first: 2, second: 2, overlapping: 4 })).toEqual({ undefined: 'zero_margin' });
  });
});

test('the lady tasting tea', () => {
  // R: fisher.test(matrix(c(3, 1, 1, 3), 2))
  const tea = fisherExact(cells(3, 1, 1, 3));
  expect(tea).toEqual({
    twoSided: expect.closeTo(34 / 70, 12),
    greater: expect.closeTo(17 / 70, 12),
    less: expect.closeTo(69 / 70, 12),
  });
  // The mean count is 3 where ω⁴ − 36ω² − 32ω − 3 = 0 (R’s search stops at 6.408309).
  expect(conditionalOddsRatio(cells(3, 1, 1, 3))).toEqual({ value: expect.closeTo(6.4083197, 6) });
});

test('what is shown for every pair, if there is a table', () => {
  expect(pairMeasures({ n11: null, n10: null, n01: null, n00: null })).toEqual({ ochiai: null, logOdds: null });
  expect(pairMeasures(cells(2, 2, 0, 6))).toEqual({
    ochiai: { value: expect.closeTo(Math.SQRT1_2, 12) },
    logOdds: haldaneLogOdds(cells(2, 2, 0, 6)),
  });
});

test('each of the seven relations', () => {
  const span = { start: 10, end: 20 };
  const others = [
    [10, 20, 'equal'],
    [8, 20, 'a_within_b'],
    [10, 12, 'b_within_a'],
    [15, 25, 'a_overlaps_b_from_left'],
    [5, 15, 'a_overlaps_b_from_right'],
    [20, 25, 'a_before_b'],
    [0, 9, 'b_before_a'],
  ] as const;
  for (const [start, end, relation] of others) {
    expect(spanRelation(span, { start, end })).toBe(relation);
    expect(relationShares(relation)).toBe(!relation.includes('before'));
  }
  expect([spansAdjacent(span, { start: 20, end: 25 }), spansAdjacent(span, { start: 0, end: 9 })]).toEqual([
    true,
    false,
  ]);
});

describe('windows', () => {
  test('a window carries what any of its units carries', () => {
    expect(windowMarks({ units: 6, first: [0, 3, 4], second: [5] }, 2)).toEqual({
      units: 5,
      first: [0, 2, 3, 4],
      second: [4],
    });
  });

  test('a document no longer than a window is one, an empty one none', () => {
    expect(windowMarks({ units: 2, first: [0, 1], second: [] }, 3)).toEqual({ units: 1, first: [0], second: [] });
    expect(windowMarks({ units: 0, first: [], second: [] }, 3)).toEqual({ units: 0, first: [], second: [] });
  });

  test('a window of nothing is refused', () => {
    expect(() => windowMarks({ units: 2, first: [], second: [] }, 0)).toThrow(RangeError);
  });
});

describe('order', () => {
  test('counts units and pairs up to the distance, not the same unit', () => {
    const document = { units: 10, first: [0, 4, 8], second: [0, 2, 5, 6] };
    expect(sequenceCounts([document], 2)).toEqual({ precedes: 2, follows: 2, pairsPreceding: 3, pairsFollowing: 2 });
    expect(sequenceCounts([document], 1)).toEqual({ precedes: 1, follows: 0, pairsPreceding: 1, pairsFollowing: 0 });
  });

  test('does not cross from one document to the next', () => {
    const documents = [
      { units: 2, first: [1], second: [] },
      { units: 2, first: [], second: [0] },
    ];
    expect(sequenceCounts(documents, 5)).toEqual({ precedes: 0, follows: 0, pairsPreceding: 0, pairsFollowing: 0 });
  });
});

describe('chance', () => {
  const marks = { units: 4, first: [0, 1], second: [0, 1] };

  test('shuffled and shifted within a document', () => {
    expect([...shuffledTogether(marks).probabilities]).toEqual([1, 4, 1].map((of) => expect.closeTo(of / 6, 12)));
    expect([...shiftedTogether(marks).probabilities]).toEqual([0.25, 0.5, 0.25]);
    // Shifted by 0, 1, 2, 3 the second code is at 0 1, 1 2, 2 3, 0 3.
    expect(shiftedPrecedes(marks, 1)).toEqual({ least: 0, probabilities: Float64Array.of(0.25, 0.5, 0.25) });
    expect(shiftedTogether({ units: 0, first: [], second: [] }).probabilities).toHaveLength(1);
    expect(shiftedPrecedes({ units: 0, first: [], second: [] }, 1).probabilities).toHaveLength(1);
  });

  test('p, its source and progress; the same seed gives the same p', () => {
    const chance = Array.from({ length: 6 }, () => shuffledTogether(marks));
    const { result, progress } = resultOf(permutationTest(12, chance, { draws: DEFAULT_DRAWS, seed: 5 }));
    expect(result).toMatchObject({ observed: 12, draws: 9_999, source: { generator: 'xoshiro128**', seed: 5 } });
    expect(result).toMatchObject({ expected: expect.closeTo(6, 12), less: 1 });
    // 6⁻⁶ = .00002, so hardly any draw is as extreme as what was observed.
    expect('undefined' in result ? 1 : result.greater).toBeLessThan(0.001);
    expect(progress).toEqual(Array.from({ length: 19 }, (_, step) => 500 * (step + 1)));
    expect(resultOf(permutationTest(12, chance, { draws: 9_999, seed: 5 })).result).toEqual(result);
  });

  test('nothing to draw from', () => {
    const settings = { draws: 10, seed: 1 };
    expect(resultOf(permutationTest(0, [], settings)).result).toEqual({ undefined: 'no_units' });
    const fixed = [shuffledTogether({ units: 3, first: [0, 1, 2], second: [1] })];
    expect(resultOf(permutationTest(1, fixed, settings)).result).toEqual({ undefined: 'no_variation' });
  });

  test('all pairs of a table: m counts those with a p', () => {
    const chance = [shuffledTogether(marks), shuffledTogether(marks)];
    const fixed = [shuffledTogether({ units: 3, first: [], second: [1] })];
    const pairs = [
      { observed: 4, chance },
      { observed: 0, chance: fixed },
      { observed: 2, chance },
    ];
    const { result, progress } = resultOf(pairPermutations(pairs, { draws: 999, seed: 2 }));
    expect(result.m).toBe(2);
    expect(result.tests[0]).toEqual(resultOf(permutationTest(4, chance, { draws: 999, seed: 2 })).result);
    expect(result.tests[1]).toEqual({ undefined: 'no_variation' });
    const [strong, none, weak] = result.q;
    expect(none).toBeNull();
    expect(strong).toBeLessThan(0.1);
    expect(weak).toBeGreaterThan(0.5);
    expect(progress.at(-1)).toBe(3);
  });
});
