import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphaU } from '../../shared/agreement/unitizing/alpha-u.ts';
import { characterF1 } from '../../shared/agreement/spans/character-f1.ts';
import { type Continuum, sortedContinuum } from '../../shared/agreement/unitizing/continuum.ts';
import { bestAlignment } from '../../shared/agreement/unitizing/gamma-alignment.ts';
import {
  dissimilarity,
  GAMMA_WEIGHTS,
  type GammaWeights,
  type Unitizing,
} from '../../shared/agreement/unitizing/gamma-dissimilarity.ts';
import { GAMMA_SETTINGS, gamma } from '../../shared/agreement/unitizing/gamma.ts';
import { chanceUnitizing } from '../../shared/agreement/unitizing/gamma-samplers.ts';
import { type SpanCriterion, spanF1 } from '../../shared/agreement/spans/span-f1.ts';
import { uAlphaFamily } from '../../shared/agreement/unitizing/u-alpha-family.ts';
import { unitizedCoincidences } from '../../shared/agreement/unitizing/unitized-coincidences.ts';
import type { CodedSpan } from '../../shared/analysis/sweep.ts';
import { randomFrom } from '../../shared/statistics/random.ts';
import { AXIS, disjointSpans, positionsOf, span } from '../support/coded-document.ts';

const CODES = 3;
const overlapping: fc.Arbitrary<CodedSpan[]> = fc.array(
  fc.tuple(span, fc.nat(CODES - 1)).map(([{ start, end }, code]) => ({ start, end, code })),
  { maxLength: 4 },
);
const separate: fc.Arbitrary<CodedSpan[]> = fc
  .tuple(fc.boolean(), disjointSpans, fc.array(fc.nat(CODES - 1), { minLength: 12, maxLength: 12 }))
  .map(([any, spans, codes]) =>
    any ? spans.map(({ start, end }, place) => ({ start, end, code: codes[place]! })) : [],
  );

function continuumOf(coder: fc.Arbitrary<CodedSpan[]>, least = 2, most = 4): fc.Arbitrary<Continuum> {
  return fc.array(coder, { minLength: least, maxLength: most }).map((coders) => ({ start: 0, end: AXIS, coders }));
}

function expectSame(a: object, b: object): void {
  if ('value' in a && 'value' in b) {
    expect(a.value).toBeCloseTo(b.value as number, 9);
  } else {
    expect(a).toEqual(b);
  }
}

const shifted = ({ start, end, coders }: Continuum, by: number): Continuum => ({
  start: start + by,
  end: end + by,
  coders: coders.map((spans) => spans.map((each) => ({ ...each, start: each.start + by, end: each.end + by }))),
});
const recoded = ({ coders, ...bounds }: Continuum): Continuum => ({
  ...bounds,
  coders: coders
    .map((spans) => spans.toReversed().map((each) => ({ ...each, code: (each.code + 1) % CODES })))
    .toReversed(),
});

test('the unitizing alphas depend on neither the order of coders and spans, nor the names of codes, nor where the text starts', () => {
  fc.assert(
    fc.property(continuumOf(separate), (continuum) => {
      const u = alphaU(continuum);
      const family = uAlphaFamily(continuum);
      for (const changed of [shifted(continuum, 100), recoded(continuum)]) {
        expectSame(alphaU(changed).overall, u.overall);
        const other = uAlphaFamily(changed);
        expectSame(other.uAlpha, family.uAlpha);
        expectSame(other.binary, family.binary);
        expectSame(other.coding, family.coding);
        expect(other.coverage).toBeCloseTo(family.coverage, 12);
      }
      for (const { code, alpha } of family.codes) {
        expectSame(
          uAlphaFamily(recoded(continuum)).codes.find((each) => each.code === (code + 1) % CODES)!.alpha,
          alpha,
        );
      }
    }),
  );
});

test('coders who did the same agree completely, wherever that can be told', () => {
  fc.assert(
    fc.property(separate, fc.integer({ min: 2, max: 4 }), (spans, coders) => {
      const continuum = { start: 0, end: AXIS, coders: Array.from({ length: coders }, () => spans) };
      const family = uAlphaFamily(continuum);
      for (const measure of [alphaU(continuum).overall, family.uAlpha, family.binary, family.coding]) {
        expect('undefined' in measure ? 1 : measure.value).toBeCloseTo(1, 9);
      }
    }),
  );
});

test('the sections of alpha_U counted pair by pair', () => {
  fc.assert(
    fc.property(continuumOf(separate), (continuum) => {
      const m = continuum.coders.length;
      for (const { code, observedDisagreement } of alphaU(continuum).codes) {
        const sections = continuum.coders.map((spans) => sectionsOf(spans.filter((each) => each.code === code)));
        let sum = 0;
        for (const [i, first] of sections.entries()) {
          for (const [j, second] of sections.entries()) {
            for (const g of i === j ? [] : first) {
              for (const h of second) {
                sum += squaredDistance(g, h);
              }
            }
          }
        }
        expect(observedDisagreement).toBeCloseTo(sum / (m * (m - 1) * AXIS ** 2), 9);
      }
    }),
  );
});

type Section = { b: number; l: number; v: boolean };

function sectionsOf(units: readonly CodedSpan[]): Section[] {
  const sections: Section[] = [];
  let at = 0;
  for (const { start, end } of units.toSorted((a, b) => a.start - b.start)) {
    if (start > at) {
      sections.push({ b: at, l: start - at, v: false });
    }
    sections.push({ b: start, l: end - start, v: true });
    at = end;
  }
  return at < AXIS ? [...sections, { b: at, l: AXIS - at, v: false }] : sections;
}

/** As printed: Krippendorff 1995. */
function squaredDistance(g: Section, h: Section): number {
  const d = g.b - h.b;
  if (g.v && h.v && -g.l < d && d < h.l) {
    return d ** 2 + (d + g.l - h.l) ** 2;
  }
  if (g.v && !h.v && h.l - g.l >= d && d >= 0) {
    return g.l ** 2;
  }
  return !g.v && h.v && g.l - h.l >= -d && -d >= 0 ? h.l ** 2 : 0;
}

test('coincidences of unitizing counted position by position', () => {
  fc.assert(
    fc.property(continuumOf(separate), (continuum) => {
      const sorted = sortedContinuum(continuum);
      const { codes, lengths } = unitizedCoincidences(sorted);
      const m = continuum.coders.length;
      const slow = lengths.map((line) => new Float64Array(line.length));
      for (let at = 0; at < AXIS; at += 1) {
        const values = sorted.coders.map((spans) => {
          const here = spans.find((each) => each.start <= at && at < each.end);
          return here === undefined ? 0 : codes.indexOf(here.code) + 1;
        });
        for (const [g, c] of values.entries()) {
          for (const [h, k] of values.entries()) {
            slow[c]![k]! += g === h ? 0 : 1 / (m - 1);
          }
        }
      }
      for (const [c, line] of lengths.entries()) {
        for (const [k, length] of line.entries()) {
          expect(length).toBeCloseTo(slow[c]![k]!, 9);
        }
      }
    }),
  );
});

test('two codes at one place are beyond the family of 2016, which says so', () => {
  const doubled = {
    start: 0,
    end: 9,
    coders: [
      [
        { start: 0, end: 5, code: 0 },
        { start: 4, end: 6, code: 1 },
      ],
      [],
    ],
  };
  expect(uAlphaFamily(doubled)).toMatchObject({ uAlpha: { undefined: 'overlapping_codes' }, codes: [] });
  expect(alphaU(doubled).overall).toHaveProperty('value');
  expect(() => alphaU({ ...doubled, end: 5 })).toThrow(RangeError);
  const asOne = { ...doubled, coders: [[{ start: 0, end: 6, code: 0 }], []] };
  expect(uAlphaFamily(doubled).binary).toEqual(uAlphaFamily(asOne).binary);
  expect(alphaU({ start: 0, end: 9, coders: [[]] }).overall).toEqual({ undefined: 'no_pairable_values' });
  expect(alphaU({ start: 0, end: 9, coders: [[], []] }).overall).toEqual({ undefined: 'never_used' });
});

test.each([3, 4])(
  '%s coders who meet in one passage and disagree about it: no cuα, rather than one of 1 or more',
  (m) => {
    const coders = [
      [{ start: 0, end: 10, code: 0 }],
      [{ start: 5, end: 15, code: 1 }],
      ...Array.from({ length: m - 2 }, () => []),
    ];
    const { uAlpha, coding, codes } = uAlphaFamily({ start: 0, end: 20, coders });
    expect(uAlpha).toHaveProperty('value');
    expect(coding).toEqual({ undefined: 'too_few_passages' });
    expect(codes.map(({ alpha }) => alpha)).toEqual([
      { undefined: 'too_few_passages' },
      { undefined: 'too_few_passages' },
    ]);
  },
);

test('the family of 2016 is never above 1', () => {
  fc.assert(
    fc.property(continuumOf(separate), (drawn) => {
      const { uAlpha, binary, coding, codes } = uAlphaFamily(drawn);
      for (const measure of [uAlpha, binary, coding, ...codes.map(({ alpha }) => alpha)])
        if ('value' in measure) expect(measure.value).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});

/** The least disorder of any alignment, all of them tried. */
function leastDisorder(coders: Unitizing, weights: GammaWeights): number {
  const m = coders.length;
  const pairs = (m * (m - 1)) / 2;
  const tried = (left: Unitizing): number => {
    const owner = left.findIndex((spans) => spans.length > 0);
    if (owner === -1) {
      return 0;
    }
    let best = Infinity;
    const choose = (coder: number, units: (CodedSpan | null)[]): void => {
      if (coder === m) {
        let sum = 0;
        for (let a = 0; a < m; a += 1) {
          for (let b = a + 1; b < m; b += 1) {
            const [u, v] = [units[a]!, units[b]!];
            sum += u === null || v === null ? weights.empty : dissimilarity(u, v, weights);
          }
        }
        const rest = left.map((spans, each) => spans.filter((unit) => unit !== units[each]));
        best = Math.min(best, sum / pairs + tried(rest));
        return;
      }
      const own = coder === owner ? left[coder]!.slice(0, 1) : [null, ...left[coder]!];
      for (const unit of own) {
        choose(coder + 1, [...units, unit]);
      }
    };
    choose(0, []);
    return best;
  };
  return tried(coders) / (coders.flat().length / m);
}

const weights = fc.record({
  alpha: fc.constantFrom(1, 3),
  beta: fc.constantFrom(1, 2),
  empty: fc.constantFrom(1, 0.5),
});

test('no alignment has less disorder than the best one', () => {
  const few = fc.array(
    fc.tuple(span, fc.nat(1)).map(([{ start, end }, code]) => ({ start, end, code })),
    {
      maxLength: 3,
    },
  );
  fc.assert(
    fc.property(fc.array(few, { minLength: 2, maxLength: 3 }), weights, (coders, weighed) => {
      const best = bestAlignment(coders, weighed);
      if (coders.flat().length === 0) {
        expect(best).toBeNull();
        return;
      }
      expect(best!.exact).toBe(true);
      expect(best!.disorder).toBeCloseTo(leastDisorder(coders, weighed), 9);
      expect(best!.leastDisorder).toBeCloseTo(best!.disorder, 9);
      for (const [coder, spans] of coders.entries()) {
        const places = best!.alignments.map((units) => units[coder]!).filter((place) => place !== null);
        expect(places.sort((a, b) => a - b)).toEqual([...spans.keys()]);
      }
    }),
    { numRuns: 200 },
  );
});

test('gamma is 1 for coders who did the same, at most 1 for others, and repeatable by its seed', () => {
  const settings = { ...GAMMA_SETTINGS, fewestSamples: 5, mostSamples: 8 };
  fc.assert(
    fc.property(continuumOf(overlapping, 2, 3), fc.constantFrom('shuffle', 'statistical'), (continuum, sampler) => {
      const run = { ...settings, sampler } as const;
      const result = gamma(continuum, run);
      expect(gamma(continuum, run)).toEqual(result);
      expect(result.chance).toMatchObject({ sampler, seed: 1, samples: result.chanceDisorders.length });
      if ('value' in result.gamma) {
        expect(result.gamma.value).toBeLessThanOrEqual(1);
        const same = gamma({ ...continuum, coders: continuum.coders.map(() => continuum.coders.flat()) }, run);
        expect(same.gamma).toEqual({ value: 1 });
      } else {
        expect(result.gamma).toEqual({ undefined: 'no_units' });
      }
    }),
    { numRuns: 60 },
  );
});

test('shuffling keeps how many spans a coder has, their lengths and their codes', () => {
  fc.assert(
    fc.property(continuumOf(overlapping), fc.integer(), (continuum, seed) => {
      fc.pre(continuum.coders.flat().length > 0);
      const described = (spans: readonly CodedSpan[]): string[] =>
        spans.map(({ start, end, code }) => `${end - start} ${code}`).sort();
      const sample = chanceUnitizing(continuum, 'shuffle', randomFrom(seed));
      expect(sample.map(described)).toEqual(continuum.coders.map(described));
      expect(sample.flat().every(({ start }) => start >= 0 && start < AXIS)).toBe(true);
    }),
  );
});

test('gamma of one coder or of nothing is undefined', () => {
  expect(gamma({ start: 0, end: 9, coders: [[{ start: 0, end: 1, code: 0 }]] }, GAMMA_SETTINGS)).toMatchObject({
    gamma: { undefined: 'no_pairable_values' },
    chance: { samples: 0, draws: 0 },
  });
  expect(gamma({ start: 0, end: 9, coders: [[], []] }, GAMMA_SETTINGS).gamma).toEqual({ undefined: 'no_units' });
  expect(bestAlignment([[], []], GAMMA_WEIGHTS)).toBeNull();
});

test('span F1: the same both ways, stricter criteria never more, complete for the same spans', () => {
  const criteria: readonly SpanCriterion[] = [
    { kind: 'exact' },
    { kind: 'iou', least: 0.75 },
    { kind: 'iou', least: 0.5 },
    { kind: 'overlap' },
  ];
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), fc.array(span, { maxLength: 8 }), (first, second) => {
      const matched = criteria.map((criterion) => spanF1(first, second, criterion).matched);
      expect(matched).toEqual(matched.toSorted((a, b) => a - b));
      for (const criterion of criteria) {
        expect(spanF1(second, first, criterion).f1).toEqual(spanF1(first, second, criterion).f1);
        expect(spanF1(first, first, criterion).f1).toEqual(
          first.length > 0 ? { value: 1 } : { undefined: 'never_used' },
        );
      }
    }),
  );
});

test('character F1 counted position by position', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 5 }), fc.array(span, { maxLength: 5 }), (first, second) => {
      const [a, b] = [positionsOf(first), positionsOf(second)];
      const shared = [...a].filter((position) => b.has(position)).length;
      const wanted = a.size + b.size > 0 ? { value: (2 * shared) / (a.size + b.size) } : { undefined: 'never_used' };
      expect(characterF1(first, second)).toEqual(wanted);
    }),
  );
});
