import { describe, expect, test } from 'vitest';
import { marginLayout } from '../../../renderer/features/transcript/margin/margin-layout.ts';
import { asId } from '../../../shared/domain/ids.ts';

const coder = (name: string) => ({ id: asId<'coder'>(name), name });

/** The margin of coders who each use so many lanes; the first is oneself. */
function divided(lanes: Readonly<Record<string, number>>, width: number) {
  const [own, ...others] = Object.keys(lanes).map(coder);
  const used = new Map(Object.entries(lanes).map(([name, count]) => [asId<'coder'>(name), count]));
  const layout = marginLayout({ own: own!, others, used }, width);
  return { ...layout, lanes: layout.groups.map(({ name, lanes: count }) => [name, count] as const) };
}

const six = { A: 9, B: 9, C: 9, D: 9, E: 9, F: 9 };

describe('the margin', () => {
  test('where there is room everybody has lanes, own ones most, and names stand after them', () => {
    const { lanes, rest, names, groups } = divided(six, 420);
    expect(lanes).toEqual([['A', 9], ...['B', 'C', 'D', 'E', 'F'].map((name) => [name, 2])]);
    expect(rest).toBeNull();
    expect(names!.left).toBeGreaterThan(groups.at(-1)!.left + 2 * 8);
    expect(names!.left + names!.width).toBe(420);
  });

  test('where there is little, others give way before oneself', () => {
    expect(divided({ A: 9, B: 9 }, 118)).toMatchObject({
      lanes: [
        ['A', 6],
        ['B', 3],
      ],
      rest: null,
      names: null,
    });
    expect(divided({ A: 9, B: 9, C: 9 }, 118)).toMatchObject({
      lanes: [
        ['A', 4],
        ['B', 1],
        ['C', 1],
      ],
      rest: null,
    });
  });

  test('coders without room are counted in one place, not cut off', () => {
    const { lanes, rest, groups } = divided(six, 118);
    expect(lanes.filter(([, count]) => count > 0).map(([name]) => name)).toEqual(['A', 'B']);
    expect(rest).toMatchObject({ names: ['C', 'D', 'E', 'F'] });
    expect(groups.slice(2).map(({ left }) => left)).toEqual([rest!.left, rest!.left, rest!.left, rest!.left]);
  });

  test.each([118, 160, 240, 320, 321, 420])(
    'at %d pixels nothing is drawn beyond the margin, and nobody is missing',
    (width) => {
      for (let count = 1; count <= 6; count++) {
        const coders = Object.fromEntries(Object.entries(six).slice(0, count));
        const { groups, rest } = divided(coders, width);
        expect(groups.map(({ name }) => name)).toEqual(Object.keys(coders));
        const ends = groups.map(({ left, lanes }) => left + lanes * 8 + 16);
        expect(Math.max(...ends, (rest?.left ?? 0) + 16)).toBeLessThanOrEqual(width);
      }
    },
  );

  test('who codes nothing here takes no room', () => {
    expect(divided({ A: 2, B: 0, C: 3 }, 118).lanes).toEqual([
      ['A', 2],
      ['C', 3],
    ]);
  });
});
