import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  endLines,
  fittingText,
  planeX,
  planeY,
  roughWidth,
  spreadMarks,
} from '../../../renderer/charts/plane-geometry.ts';
import { respondentDots, respondentPlaces } from '../../../renderer/features/plane/plane-points.ts';
import type { PlaneBehaviour } from '../../../shared/contract/methods/plane.ts';
import { asId } from '../../../shared/domain/ids.ts';

const area = { left: 10, top: 20, right: 410, bottom: 220 };

describe('the plane', () => {
  test('cuts a name that finds no room, and leaves one that does as it is', () => {
    expect(fittingText('Criminal records', 12, 242)).toBe('Criminal records');
    for (const long of [
      'Ambivalence about institutional surveillance '.repeat(3),
      '町内会の監視に対する両義的な感情'.repeat(3),
      '𠮟'.repeat(90),
    ]) {
      const cut = fittingText(long, 12, 242);
      expect(roughWidth(cut, 12)).toBeLessThanOrEqual(242);
      expect(roughWidth(cut, 12)).toBeGreaterThan(200);
      expect(cut.isWellFormed()).toBe(true);
      expect(long.startsWith(cut.slice(0, -1))).toBe(true);
    }
  });

  test('has 1 at the left and below, 5 at the right and above', () => {
    expect([planeX(area, 1), planeX(area, 3), planeX(area, 5)]).toEqual([10, 210, 410]);
    expect([planeY(area, 1), planeY(area, 5)]).toEqual([220, 20]);
  });

  test('moves marks apart so that none covers another, and those that stand free not at all', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 200 }) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const spread = spreadMarks(places, 15);
        expect(spread[0]).toEqual(places[0]);
        for (const [at, one] of spread.entries())
          for (const other of spread.slice(at + 1))
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(15 - 1e-9);
      }),
    );
  });

  test('breaks the words of an end into lines that leave the other end its half, in any script', () => {
    const words = '关系到整个小区、单位和所有人的事情，而不只是当事人自己的事情';
    const lines = endLines(words, 110, 11, 'zh-Hans');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe(words);
    expect(lines.every((line) => line.length * 11 <= 132)).toBe(true);
  });
});

describe('places of respondents', () => {
  const [x, y] = [asId<'attribute'>('x'), asId<'attribute'>('y')];
  const none = { individuality: null, morality: null };
  const behaviour: PlaneBehaviour = {
    code: asId<'code'>('c'),
    position: null,
    survey: { individuality: x, morality: y, acceptance: null, privacy: null },
    placing: none,
  };
  const one = (name: string, values: Record<string, string>) => ({
    id: asId<'case'>(name),
    name,
    values,
    missing: {},
    documents: [],
    speakers: [],
  });
  const cases = [one('R01', { x: '5', y: '1' }), one('R02', { x: '5', y: '1' }), one('R03', { x: '5' })];

  test('are their own answers; who left one out has none; many on one place are counted', () => {
    const places = respondentPlaces([behaviour], 'survey', cases);
    expect(places.map(({ name, x, y }) => [name, x, y])).toEqual([
      ['R01', 5, 1],
      ['R02', 5, 1],
    ]);
    expect(respondentDots(places)).toEqual([{ behaviour: 0, x: 5, y: 1, count: 2 }]);
    expect(respondentPlaces([behaviour], 'placing', cases)).toEqual([]);
  });
});
