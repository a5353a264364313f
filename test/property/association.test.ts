import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  shiftedPrecedes,
  shiftedTogether,
  shuffledTogether,
} from '../../shared/analysis/association/chance-in-document.ts';
import { conditionalShares } from '../../shared/analysis/association/conditional-shares.ts';
import { dice } from '../../shared/analysis/association/dice.ts';
import { fisherExact } from '../../shared/analysis/association/fisher-exact.ts';
import { inclusion } from '../../shared/analysis/association/inclusion.ts';
import { jaccard } from '../../shared/analysis/association/jaccard.ts';
import { lift } from '../../shared/analysis/association/lift.ts';
import { haldaneLogOdds } from '../../shared/analysis/association/log-odds.ts';
import { ochiai } from '../../shared/analysis/association/ochiai.ts';
import { exactChance, permutationTest } from '../../shared/analysis/association/permutation-test.ts';
import { phi } from '../../shared/analysis/association/phi.ts';
import { normalizedInformation } from '../../shared/analysis/association/pointwise-information.ts';
import {
  adjacentPairs,
  nearPairs,
  relationCounts,
  spansTouched,
} from '../../shared/analysis/association/relation-counts.ts';
import { sequenceCounts } from '../../shared/analysis/association/sequence.ts';
import { relationShares, spanRelation, spansAdjacent } from '../../shared/analysis/association/span-relation.ts';
import { windowMarks } from '../../shared/analysis/association/turn-window.ts';
import { twoByTwoOf, type UnitMarks } from '../../shared/analysis/association/unit-marks.ts';
import { yuleQ } from '../../shared/analysis/association/yule-q.ts';
import type { Span } from '../../shared/domain/span.ts';
import { type Random, randomFrom } from '../../shared/statistics/random.ts';

const count = fc.nat({ max: 12 });
const table = fc.record({ n11: count, n10: count, n01: count, n00: count });
const span = fc
  .record({ start: fc.nat({ max: 30 }), length: fc.nat({ max: 10 }) })
  .map(({ start, length }): Span => ({ start, end: start + length }));
const spans = fc.array(span, { maxLength: 8 });
const marks = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 7 }).map(
  (units): UnitMarks =>
    marksOf(
      units.map(([first]) => first),
      units.map(([, second]) => second),
    ),
);

function marksOf(first: readonly boolean[], second: readonly boolean[]): UnitMarks {
  const places = (flags: readonly boolean[]): number[] => flags.flatMap((flag, place) => (flag ? [place] : []));
  return { units: first.length, first: places(first), second: places(second) };
}

function numberOf(statistic: { readonly value: number } | { readonly undefined: string }): number | string {
  return 'undefined' in statistic ? statistic.undefined : statistic.value;
}

function resultOf<T>(run: Generator<number, T>): T {
  let step = run.next();
  while (step.done !== true) {
    step = run.next();
  }
  return step.value;
}

/** Every subset of 0 … n − 1 of a size. */
function* subsets(n: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let place = from; place <= n - size; place += 1) {
    for (const rest of subsets(n, size - 1, place + 1)) {
      yield [place, ...rest];
    }
  }
}

describe('measures of a 2×2 table', () => {
  test('stay within their bounds', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const shares = conditionalShares(cells);
        for (const measure of [
          jaccard(cells),
          dice(cells),
          ochiai(cells),
          inclusion(cells),
          shares.firstGivenSecond,
          shares.secondGivenFirst,
        ]) {
          const value = numberOf(measure);
          expect(typeof value === 'string' || (value >= 0 && value <= 1 + 1e-12)).toBe(true);
        }
        for (const measure of [phi(cells), yuleQ(cells), normalizedInformation(cells)]) {
          const value = numberOf(measure);
          expect(typeof value === 'string' || Math.abs(value) <= 1 + 1e-12).toBe(true);
        }
        const fisher = fisherExact(cells);
        if (!('undefined' in fisher)) {
          expect(fisher.greater + fisher.less).toBeGreaterThanOrEqual(1 - 1e-12);
          expect(fisher.twoSided).toBeGreaterThanOrEqual(Math.min(fisher.greater, fisher.less) - 1e-12);
        }
      }),
    );
  });

  test('do not depend on which code is first', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const turned = { ...cells, n10: cells.n01, n01: cells.n10 };
        for (const measure of [jaccard, dice, ochiai, inclusion, lift, phi, yuleQ, normalizedInformation]) {
          const [one, other] = [numberOf(measure(cells)), numberOf(measure(turned))];
          expect(one).toEqual(typeof other === 'string' ? other : expect.closeTo(other, 12));
        }
        const [one, other] = [fisherExact(cells), fisherExact(turned)];
        expect('undefined' in one ? 1 : one.twoSided).toBeCloseTo('undefined' in other ? 1 : other.twoSided, 12);
      }),
    );
  });

  test('log odds change sign when one code is turned round, and lie inside their interval', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const one = haldaneLogOdds(cells);
        const other = haldaneLogOdds({ n11: cells.n10, n10: cells.n11, n01: cells.n00, n00: cells.n01 });
        if ('undefined' in one || 'undefined' in other) {
          expect(one).toEqual(other);
          return;
        }
        expect(one.value).toBeCloseTo(-other.value, 12);
        expect(one.interval.low).toBeLessThan(one.value);
        expect(one.interval.high).toBeGreaterThan(one.value);
      }),
    );
  });
});

describe('relations of spans', () => {
  test('exactly one relation, turned round with the spans', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        fc.pre(a.start < a.end && b.start < b.end);
        const relation = spanRelation(a, b);
        const turned = relation.replaceAll(/[ab](?=_|$)/gu, (side) => (side === 'a' ? 'b' : 'a'));
        const back = spanRelation(b, a);
        const named: Record<string, string> = {
          b_overlaps_a_from_left: 'a_overlaps_b_from_right',
          b_overlaps_a_from_right: 'a_overlaps_b_from_left',
        };
        expect(back).toBe(named[turned] ?? turned);
        expect(relationShares(relation)).toBe(a.start < b.end && b.start < a.end);
      }),
    );
  });

  test('the sweep counts what going through all pairs counts', () => {
    fc.assert(
      fc.property(spans, spans, fc.nat({ max: 6 }), (a, b, gap) => {
        const first = a.filter(({ start, end }) => start < end);
        const second = b.filter(({ start, end }) => start < end);
        const pairs = first.flatMap((one) => second.map((other) => [one, other] as const));
        for (const [relation, counted] of Object.entries(relationCounts(a, b))) {
          expect(counted).toBe(pairs.filter(([one, other]) => spanRelation(one, other) === relation).length);
        }
        const within = (distance: number): boolean => distance >= 0 && distance <= gap;
        expect(nearPairs(a, b, gap)).toEqual({
          firstPrecedes: pairs.filter(([one, other]) => within(other.start - one.end)).length,
          firstFollows: pairs.filter(([one, other]) => within(one.start - other.end)).length,
        });
        expect(adjacentPairs(a, b)).toBe(pairs.filter(([one, other]) => spansAdjacent(one, other)).length);
        const touched = first.filter((one) => second.some((other) => relationShares(spanRelation(one, other))));
        expect(spansTouched(a, b)).toBe(touched.length);
      }),
    );
  });
});

describe('units in order', () => {
  test('windows and sequences as counted one by one', () => {
    fc.assert(
      fc.property(marks, fc.integer({ min: 1, max: 4 }), (document, k) => {
        const { units, first, second } = document;
        const windows = windowMarks(document, k);
        const inWindow = (places: readonly number[]): number[] =>
          Array.from({ length: windows.units }, (_, window) => window).filter((window) =>
            places.some((place) => place >= window && place < window + k),
          );
        expect(windows.units).toBe(units === 0 ? 0 : Math.max(1, units - k + 1));
        expect([windows.first, windows.second]).toEqual([inWindow(first), inWindow(second)]);

        const pairs = first.flatMap((i) => second.map((j) => j - i));
        const near = (step: number): boolean => step >= 1 && step <= k;
        expect(sequenceCounts([document], k)).toEqual({
          precedes: first.filter((i) => second.some((j) => near(j - i))).length,
          follows: first.filter((i) => second.some((j) => near(i - j))).length,
          pairsPreceding: pairs.filter(near).length,
          pairsFollowing: pairs.filter((step) => near(-step)).length,
        });
      }),
    );
  });
});

/** The second code of a document in every placement, all equally likely. */
const placements = (document: UnitMarks): UnitMarks[] =>
  [...subsets(document.units, document.second.length)].map((second) => ({ ...document, second }));

/** The same moved round the document, by every shift. */
const rotations = (document: UnitMarks): UnitMarks[] =>
  Array.from({ length: Math.max(1, document.units) }, (_, by) => ({
    ...document,
    second: document.second.map((place) => (place + by) % document.units).sort((a, b) => a - b),
  }));

describe('chance within documents', () => {
  test('the distribution is that of every rearrangement', () => {
    fc.assert(
      fc.property(marks, (document) => {
        const { units, first, second } = document;
        const together = (places: readonly number[]): number => twoByTwoOf([{ units, first, second: places }]).n11;
        const all = [...subsets(units, second.length)].map(together);
        const { least, probabilities } = shuffledTogether(document);
        for (const [place, probability] of probabilities.entries()) {
          const share = all.filter((value) => value === least + place).length / all.length;
          expect(probability).toBeCloseTo(share, 12);
        }
        const shifted = Array.from({ length: units }, (_, by) =>
          together(second.map((place) => (place + by) % units).sort((a, b) => a - b)),
        );
        const shifts = shiftedTogether(document);
        for (const [place, probability] of shifts.probabilities.entries()) {
          const share = shifted.filter((value) => value === shifts.least + place).length / Math.max(1, units);
          expect(probability).toBeCloseTo(units === 0 ? 1 : share, 12);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('for one document it is Fisher’s exact test', () => {
    fc.assert(
      fc.property(marks, (document) => {
        const cells = twoByTwoOf([document]);
        const fisher = fisherExact(cells);
        const exact = exactChance(cells.n11, [shuffledTogether(document)]);
        expect(exact.greater).toBeCloseTo('undefined' in fisher ? 1 : fisher.greater, 12);
        expect(exact.less).toBeCloseTo('undefined' in fisher ? 1 : fisher.less, 12);
      }),
    );
  });

  test('drawn p-values are at least 1 / (draws + 1) and near the exact ones', () => {
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 4 }), fc.nat(), (documents, seed) => {
        const chance = documents.map(shuffledTogether);
        const { n11 } = twoByTwoOf(documents);
        const drawn = resultOf(permutationTest(n11, chance, { draws: 1_999, seed }));
        if ('undefined' in drawn) {
          return;
        }
        const exact = exactChance(n11, chance);
        for (const side of ['greater', 'less'] as const) {
          expect(drawn[side]).toBeGreaterThanOrEqual(1 / 2_000);
          // Six standard errors of the worst case.
          expect(Math.abs(drawn[side] - exact[side])).toBeLessThan(0.07);
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['shuffled', shuffledTogether, (document: UnitMarks) => twoByTwoOf([document]).n11, placements],
    ['moved round', shiftedTogether, (document: UnitMarks) => twoByTwoOf([document]).n11, rotations],
    [
      'moved round, in order',
      (document: UnitMarks) => shiftedPrecedes(document, 2),
      (document: UnitMarks) => sequenceCounts([document], 2).precedes,
      rotations,
    ],
  ] as const)(
    'gone through every arrangement, p is at most any of its values just so often: %s',
    (_, chanceOf, counted, arrangements) => {
      fc.assert(
        fc.property(fc.tuple(marks, marks), ([one, other]) => {
          const chance = [one, other].map(chanceOf);
          const all = arrangements(one).flatMap((first) =>
            arrangements(other).map((second) => counted(first) + counted(second)),
          );
          const pOf = new Map([...new Set(all)].map((value) => [value, exactChance(value, chance).greater]));
          for (const p of pOf.values()) {
            const asSmall = all.filter((value) => pOf.get(value)! <= p + 1e-12).length;
            expect(asSmall / all.length).toBeCloseTo(p, 9);
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  test('under the null p falls below a limit no more often than the limit says', () => {
    const random = randomFrom(20);
    const shuffled = (places: number, of: number): number[] => chosen(places, of, random);
    const runs = 400;
    const p = Array.from({ length: runs }, (_, seed) => {
      const documents = Array.from({ length: 5 }, () => ({
        units: 30,
        first: shuffled(10, 30),
        second: shuffled(12, 30),
      }));
      const test = resultOf(
        permutationTest(twoByTwoOf(documents).n11, documents.map(shuffledTogether), { draws: 199, seed }),
      );
      return 'undefined' in test ? 1 : test.greater;
    });
    for (const limit of [0.05, 0.1, 0.25, 0.5]) {
      const below = p.filter((value) => value <= limit).length / runs;
      const slack = 3 * Math.sqrt((limit * (1 - limit)) / runs);
      expect(below).toBeLessThan(limit + slack);
      // Counts are discrete, so p is a little conservative, but not useless.
      expect(below).toBeGreaterThan(limit / 2 - slack);
    }
  });
});

/** So many of the places 0 … of − 1, each set equally likely; ascending. */
function chosen(places: number, of: number, random: Random): number[] {
  const all = Array.from({ length: of }, (_, place) => place);
  for (let place = 0; place < places; place += 1) {
    const other = place + random.below(of - place);
    [all[place], all[other]] = [all[other]!, all[place]!];
  }
  return all.slice(0, places).sort((a, b) => a - b);
}
