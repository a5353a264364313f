import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cooccurrenceEvidence } from '../../shared/analysis/cooccurrence-evidence.ts';
import { type Cooccurrence, cooccurrence, type CooccurrenceInput } from '../../shared/analysis/cooccurrence.ts';
import { intersectedSpans, totalLength, unitedSpans } from '../../shared/analysis/spans.ts';
import { visitOverlaps } from '../../shared/analysis/sweep.ts';
import type { Span } from '../../shared/domain/span.ts';
import { codings, disjointSpans, positionsOf, span, takes } from '../support/coded-document.ts';

const CODES = 4;

const document = fc.record({ units: disjointSpans, scope: disjointSpans, codings: codings(CODES) });
const withoutScope = fc.record({ units: disjointSpans, codings: codings(CODES) });
const input: fc.Arbitrary<CooccurrenceInput> = fc.record({
  documents: fc.array(fc.oneof(document, withoutScope), { minLength: 1, maxLength: 3 }),
  codeCount: fc.constant(CODES),
  unit: fc.constantFrom({ kind: 'segment', rule: 'any' } as const, { kind: 'segment', rule: 'half' } as const),
});

test('unions and intersections hold exactly the positions they should', () => {
  fc.assert(
    fc.property(fc.array(span), fc.array(span), (a, b) => {
      const [unitedA, unitedB] = [unitedSpans(a), unitedSpans(b)];
      const inA = positionsOf(a);
      const inBoth = new Set([...positionsOf(b)].filter((position) => inA.has(position)));
      expect(totalLength(unitedA)).toBe(inA.size);
      expect(positionsOf(intersectedSpans(unitedA, unitedB))).toEqual(inBoth);
      expect(unitedA.every(({ start }, place) => place === 0 || start > unitedA[place - 1]!.end)).toBe(true);
    }),
  );
});

test('the sweep visits every overlapping pair once, with the length it shares', () => {
  fc.assert(
    fc.property(fc.array(span), (drawn) => {
      const spans = drawn.map((one, id) => ({ ...one, id }));
      const visited: string[] = [];
      visitOverlaps(spans, (a, b, shared) => visited.push(`${Math.min(a.id, b.id)} ${Math.max(a.id, b.id)} ${shared}`));
      const wanted = spans.flatMap((a) =>
        spans.slice(a.id + 1).flatMap((b) => {
          const inA = positionsOf([a]);
          const shared = [...positionsOf([b])].filter((position) => inA.has(position)).length;
          return shared > 0 ? [`${a.id} ${b.id} ${shared}`] : [];
        }),
      );
      expect(visited.toSorted()).toEqual(wanted.toSorted());
    }),
  );
});

/** Every number of a pair, position by position and coding by coding. */
function bruteForce({ documents, unit }: CooccurrenceInput, a: number, b: number) {
  const rule = unit.kind === 'overlap' ? 'any' : unit.rule;
  let [n11, n10, n01, n00, overlapPairs, sharedCharacters] = [0, 0, 0, 0, 0, 0];
  for (const { units, scope, codings } of documents) {
    const inScope = scope === undefined ? null : positionsOf(scope);
    const ofA = codings.filter(({ code }) => code === a);
    const ofB = codings.filter(({ code }) => code === b);
    const [allA, allB] = [positionsOf(ofA), positionsOf(ofB)];
    for (const segment of units as readonly Span[]) {
      const [hasA, hasB] = [takes(allA, segment, rule), takes(allB, segment, rule)];
      n11 += hasA && hasB ? 1 : 0;
      n10 += hasA && !hasB ? 1 : 0;
      n01 += !hasA && hasB ? 1 : 0;
      n00 += !hasA && !hasB ? 1 : 0;
    }
    const counts = (position: number): boolean => inScope?.has(position) ?? true;
    sharedCharacters += [...allA].filter((position) => allB.has(position) && counts(position)).length;
    for (const first of ofA) {
      const positions = positionsOf([first]);
      overlapPairs += ofB.filter((second) =>
        [...positionsOf([second])].some((position) => positions.has(position) && counts(position)),
      ).length;
    }
  }
  return { a, b, n11, n10, n01, n00, overlapPairs, sharedCharacters };
}

function withoutJaccard({ pairs }: Cooccurrence) {
  return pairs.map(({ a, b, n11, n10, n01, n00, overlapPairs, sharedCharacters }) => {
    return { a, b, n11, n10, n01, n00, overlapPairs, sharedCharacters };
  });
}

test('every cell is what counting by hand gives', () => {
  fc.assert(
    fc.property(input, (drawn) => {
      const result = cooccurrence(drawn);
      expect(withoutJaccard(result)).toEqual(result.pairs.map(({ a, b }) => bruteForce(drawn, a, b)));
      for (const { n11, n10, n01, n00, jaccard } of result.pairs) {
        expect(n11! + n10! + n01! + n00!).toBe(result.n);
        const either = n11! + n10! + n01!;
        expect(jaccard).toEqual(either > 0 ? { value: n11! / either } : { undefined: 'never_used' });
      }
    }),
  );
});

test('the relation is symmetric: numbering the codes the other way round only swaps n10 and n01', () => {
  fc.assert(
    fc.property(input, (drawn) => {
      const turned = cooccurrence({
        ...drawn,
        documents: drawn.documents.map((one) => ({
          ...one,
          codings: one.codings.map((coding) => ({ ...coding, code: CODES - 1 - coding.code })),
        })),
      });
      const back = turned.pairs
        .map(({ a, b, n11, n10, n01, n00, jaccard, overlapPairs, sharedCharacters }) => {
          const [first, second] = [CODES - 1 - b, CODES - 1 - a];
          return { a: first, b: second, n11, n10: n01, n01: n10, n00, jaccard, overlapPairs, sharedCharacters };
        })
        .toSorted((one, other) => one.a - other.a || one.b - other.b);
      expect(back).toEqual(cooccurrence(drawn).pairs);
    }),
  );
});

test('the overlap unit gives the same pairs and characters, and no cells', () => {
  fc.assert(
    fc.property(input, (drawn) => {
      const text = cooccurrence({ ...drawn, unit: { kind: 'overlap' } });
      const shared = ({ pairs }: Cooccurrence) => pairs.map((pair) => [pair.overlapPairs, pair.sharedCharacters]);
      expect(shared(text)).toEqual(shared(cooccurrence(drawn)));
      expect(text.pairs.every(({ n11, n10, n01, n00 }) => [n11, n10, n01, n00].every((cell) => cell === null))).toBe(
        true,
      );
      expect(text.n).toBeNull();
    }),
  );
});

test('the evidence of a pair adds up to its numbers', () => {
  fc.assert(
    fc.property(input, (drawn) => {
      for (const pair of cooccurrence(drawn).pairs) {
        const evidence = cooccurrenceEvidence(drawn, pair.a, pair.b);
        const count = (cell: 'both' | 'onlyFirst' | 'onlySecond' | 'neither' | 'overlaps'): number =>
          evidence.reduce((sum, one) => sum + one[cell].length, 0);
        expect([count('both'), count('onlyFirst'), count('onlySecond'), count('neither'), count('overlaps')]).toEqual([
          pair.n11,
          pair.n10,
          pair.n01,
          pair.n00,
          pair.overlapPairs,
        ]);
        const shared = evidence.map(({ overlaps }) => totalLength(unitedSpans(overlaps.flatMap((one) => one.shared))));
        expect(shared.reduce((sum, length) => sum + length, 0)).toBe(pair.sharedCharacters);
        expect(
          evidence
            .flatMap(({ overlaps }) => overlaps)
            .every(({ first, second }) => first.code === pair.a && second.code === pair.b),
        ).toBe(true);
      }
    }),
  );
});
