import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderTests } from '../../shared/analysis/association/order-tests.ts';
import { type CodeMarks, pairTests } from '../../shared/analysis/association/pair-tests.ts';
import { clusterOrder } from '../../shared/analysis/cluster-order.ts';
import {
  type CodingRelation,
  codingRelations,
  isSymmetric,
  relatedPairs,
} from '../../shared/analysis/coding-relations.ts';
import { cooccurrence } from '../../shared/analysis/cooccurrence.ts';
import { type CountedUnit, documentsByCase, type UnitDocument } from '../../shared/analysis/marked-units.ts';
import type { CodedSpan } from '../../shared/analysis/sweep.ts';
import type { Span } from '../../shared/domain/span.ts';
import { networkLayout } from '../../renderer/charts/network-layout.ts';
import { codings, disjointSpans, positionsOf, takes } from '../support/coded-document.ts';

const CODES = 3;
const rule = fc.constantFrom('any' as const, 'half' as const);
const unit: fc.Arbitrary<CountedUnit> = fc.oneof(
  rule.map((rule) => ({ kind: 'segment' as const, rule })),
  fc.tuple(rule, fc.integer({ min: 2, max: 4 })).map(([rule, size]) => ({ kind: 'window' as const, rule, size })),
  rule.map((rule) => ({ kind: 'case' as const, rule })),
);
const document = fc.record({ units: disjointSpans, group: fc.nat(2), codings: codings(CODES) });

/** Whether a code is in each unit, unit by unit, position by position. */
function plainMarks(documents: readonly UnitDocument[], unit: CountedUnit, code: number): boolean[] {
  const covered = documents.map(({ codings }) => positionsOf(codings.filter((coding) => coding.code === code)));
  const spansOf = (place: number): readonly Span[] => documents[place]!.units as readonly Span[];
  if (unit.kind === 'case')
    return documentsByCase(documents).map((members) => {
      const own = members.flatMap((place) =>
        [...positionsOf(spansOf(place))].map((position) => covered[place]!.has(position)),
      );
      const count = own.filter(Boolean).length;
      return unit.rule === 'any' ? count > 0 : 2 * count >= own.length;
    });
  return documents.flatMap((_, place) => {
    const marks = spansOf(place).map((span) => takes(covered[place]!, span, unit.rule));
    if (unit.kind === 'segment') return marks;
    const windows = Math.max(1, marks.length - unit.size + 1);
    return Array.from({ length: windows }, (_, at) => marks.slice(at, at + unit.size).some(Boolean));
  });
}

test('the sweep equals counting by hand for every unit', () => {
  fc.assert(
    fc.property(fc.array(document, { minLength: 1, maxLength: 4 }), unit, (documents, unit) => {
      const { pairs, n } = cooccurrence({ documents, codeCount: CODES, unit });
      const marks = Array.from({ length: CODES }, (_, code) => plainMarks(documents, unit, code));
      expect(n).toBe(marks[0]!.length);
      for (const { a, b, n11, n10, n01, n00 } of pairs) {
        const both = marks[a]!.map((has, place) => [has, marks[b]![place]!] as const);
        const count = (first: boolean, second: boolean) => both.filter(([x, y]) => x === first && y === second).length;
        expect([n11, n10, n01, n00]).toEqual([
          count(true, true),
          count(true, false),
          count(false, true),
          count(false, false),
        ]);
      }
    }),
    { numRuns: 200 },
  );
});

/** The relation of two spans, straight from its words; turns are numbered, a span outside them stands between two. */
function stands(
  a: CodedSpan,
  b: CodedSpan,
  relation: CodingRelation,
  turns: readonly Span[],
  distance: number,
): boolean {
  const shares = a.start < b.end && b.start < a.end;
  const within = (x: Span, y: Span) => x.start >= y.start && x.end <= y.end;
  const isEqual = a.start === b.start && a.end === b.end;
  const touched = ({ start, end }: Span): number[] => {
    const own = turns.flatMap((turn, place) => (turn.start < end && start < turn.end ? [place] : []));
    const before = turns.filter((turn) => turn.end <= start).length;
    return own.length > 0 ? own : [before - 0.5];
  };
  const begins = ({ start }: Span): number => touched({ start, end: start + 1 })[0]!;
  const before = (x: Span, y: Span) => x.end <= y.start && begins(y) <= touched(x).at(-1)! + distance;
  if (relation === 'equal') return isEqual;
  if (relation === 'within') return within(a, b) && !isEqual;
  if (relation === 'encloses') return within(b, a) && !isEqual;
  if (relation === 'overlaps') return shares && !within(a, b) && !within(b, a);
  return relation === 'precedes' ? before(a, b) : before(b, a);
}

test('every relation counts the pairs of codings that looking at all of them gives', () => {
  fc.assert(
    fc.property(
      disjointSpans,
      codings(CODES),
      fc.constantFrom(...codingRelations),
      fc.nat(3),
      (turns, drawn, relation, distance) => {
        const found = relatedPairs([{ turns, codings: drawn }], CODES, { relation, distance });
        const wanted = new Map<string, number>();
        for (const a of drawn)
          for (const b of drawn) {
            if (a === b || a.code === b.code || !stands(a, b, relation, turns, distance)) continue;
            if (isSymmetric(relation) && a.code > b.code) continue;
            wanted.set(`${a.code} ${b.code}`, (wanted.get(`${a.code} ${b.code}`) ?? 0) + 1);
          }
        expect(new Map(found.map(({ first, second, count }) => [`${first} ${second}`, count]))).toEqual(wanted);
      },
    ),
    { numRuns: 300 },
  );
});

test('within is encloses turned round, precedes is follows turned round', () => {
  fc.assert(
    fc.property(disjointSpans, codings(CODES), fc.nat(3), (turns, drawn, distance) => {
      const counts = (relation: CodingRelation, turned: boolean) =>
        relatedPairs([{ turns, codings: drawn }], CODES, { relation, distance })
          .map(({ first, second, count }) => (turned ? [second, first, count] : [first, second, count]).join(' '))
          .toSorted((a, b) => a.localeCompare(b));
      expect(counts('within', false)).toEqual(counts('encloses', true));
      expect(counts('precedes', false)).toEqual(counts('follows', true));
    }),
  );
});

/** Numbers from 0 to 1, the same for the same seed. */
function drawsFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function finished<Answer>(run: Generator<number, Answer>): Answer {
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value;
}

const settings = { draws: 199 } as const;
const testsOfOne = {
  'shuffled within documents': (documents: readonly CodeMarks[], seed: number) =>
    finished(pairTests({ documents, pairs: [[0, 1]], chance: 'shuffle', ...settings, seed })),
  'moved round documents': (documents: readonly CodeMarks[], seed: number) =>
    finished(pairTests({ documents, pairs: [[0, 1]], chance: 'shift', ...settings, seed })),
  'in order, moved round documents': (documents: readonly CodeMarks[], seed: number) =>
    finished(orderTests({ documents, pairs: [[0, 1]], distance: 2, ...settings, seed })),
};

test.each(Object.entries(testsOfOne))('under chance p is uniform as far as counts can be: %s', (_, tested) => {
  const draw = drawsFrom(11);
  const runs = 300;
  const small = { 0.05: 0, 0.25: 0, 0.5: 0 };
  for (let run = 0; run < runs; run += 1) {
    const documents = Array.from({ length: 5 }, () => {
      const places = (share: number) => Array.from({ length: 30 }, (_, place) => place).filter(() => draw() < share);
      return {
        units: 30,
        places: new Map([
          [0, places(0.4)],
          [1, places(0.3)],
        ]),
      };
    });
    const [one] = tested(documents, run).tests;
    const p = one && 'greater' in one ? one.greater : 1;
    for (const bound of [0.05, 0.25, 0.5] as const) small[bound] += p <= bound ? 1 : 0;
  }
  for (const bound of [0.05, 0.25, 0.5] as const) {
    const reach = 4 * Math.sqrt((bound * (1 - bound)) / runs);
    expect(small[bound] / runs).toBeLessThan(bound + reach);
    expect(small[bound] / runs).toBeGreaterThan(bound * 0.4 - reach);
  }
});

test('a code that always comes right after another is found so, and not the other way round', () => {
  const documents = Array.from({ length: 4 }, (_, place) => ({
    units: 40,
    places: new Map([
      [0, [2, 11, 17, 26, 33].map((at) => at + place)],
      [1, [3, 12, 18, 27, 34].map((at) => at + place)],
    ]),
  }));
  const { tests, m } = finished(
    orderTests({
      documents,
      pairs: [
        [0, 1],
        [1, 0],
      ],
      distance: 1,
      draws: 999,
      seed: 1,
    }),
  );
  expect(m).toBe(2);
  expect(tests[0]).toMatchObject({ observed: 20 });
  expect(tests[1]).toMatchObject({ observed: 0 });
  const [after, before] = tests.map((one) => ('greater' in one ? one.greater : Number.NaN));
  expect(after).toBeLessThan(0.01);
  expect(before).toBeGreaterThan(0.5);
});

test('the clustered order holds every place once, and does not depend on how they were numbered beyond ties', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (size, stream) => {
        const similarity = Array.from({ length: size }, () => Array<number>(size).fill(0));
        for (let i = 0; i < size; i += 1)
          for (let j = i + 1; j < size; j += 1) similarity[i]![j] = similarity[j]![i] = stream.next().value!;
        expect(clusterOrder(similarity).toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: size }, (_, place) => place),
        );
      },
    ),
  );
  // Two groups that have nothing to do with each other stand apart.
  const groups = [0, 1, 0, 1, 0, 1];
  const order = clusterOrder(groups.map((one) => groups.map((other) => (one === other ? 1 : 0))));
  expect(order.map((place) => groups[place]).join('')).toMatch(/^(000111|111000)$/);
});

test('a network is drawn the same each time, inside its frame', () => {
  const links = [
    { from: 0, to: 1, weight: 1 },
    { from: 1, to: 2, weight: 0.5 },
  ];
  const places = networkLayout(5, links);
  expect(networkLayout(5, links)).toEqual(places);
  expect(places.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1)).toBe(true);
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(5);
});
