import { describe, expect, test } from 'vitest';
import { codeBarPath } from '../../renderer/charts/code-bar.tsx';
import { shortName } from '../../renderer/charts/short-name.ts';
import { codeFrequency } from '../../shared/analysis/portraits/code-frequency.ts';
import { codeLines } from '../../shared/analysis/portraits/code-lines.ts';
import { coderActivity, dayIn, isTimeZone } from '../../shared/analysis/portraits/coder-activity.ts';
import { saturation } from '../../shared/analysis/portraits/saturation.ts';
import { textTiles, tileLanes } from '../../shared/analysis/portraits/text-tiles.ts';
import { codeMarks } from '../../shared/domain/codebook.ts';

const coding = (code: string, start: number, end: number, coder = 'A') => ({ code, start, end, coder });

describe('a text in tiles', () => {
  test('tiles the text without gaps, each with the characters of its codes', () => {
    const tiles = textTiles(103, [coding('x', 0, 15), coding('x', 10, 20), coding('y', 18, 21)], 10);
    expect(tiles).toHaveLength(10);
    expect(tiles[0]!.start).toBe(0);
    expect(tiles.at(-1)!.end).toBe(103);
    tiles.slice(1).forEach((tile, place) => expect(tile.start).toBe(tiles[place]!.end));
    const sum = (code: string) =>
      tiles
        .flatMap(({ codes }) => codes.filter((one) => one.code === code))
        .reduce((all, one) => all + one.characters, 0);
    // What two codings of one code share is counted once.
    expect([sum('x'), sum('y')]).toEqual([20, 3]);
    expect(tiles[1]!.codes.map(({ code }) => code)).toEqual(['x', 'y']);
  });

  test('leads to the coding that covers most of the tile', () => {
    const [tile] = textTiles(10, [coding('x', 0, 2), coding('x', 1, 9)], 1);
    expect(tile!.codes[0]!.coding).toMatchObject({ start: 1, end: 9 });
  });

  test('has no more tiles than characters, and none where there is no text', () => {
    expect(textTiles(3, [], 10)).toHaveLength(3);
    expect(textTiles(0, [], 10)).toEqual([]);
  });

  test('keeps a code that goes on in its lane', () => {
    const of = (...codes: string[]) => ({ codes: codes.map((code) => ({ code })) });
    expect(tileLanes([of('a', 'b'), of('b'), of('c', 'b'), of('a', 'b', 'c', 'd')], 2)).toEqual([
      [0, 1],
      [null, 0],
      [0, 1],
      [0, 1],
    ]);
  });
});

test('a line for each code and coder, bars that share nothing', () => {
  const lines = codeLines([
    coding('x', 5, 9),
    coding('x', 0, 6),
    coding('x', 20, 22),
    coding('x', 0, 3, 'B'),
    coding('y', 1, 2),
  ]);
  expect(lines).toEqual([
    {
      code: 'x',
      coder: 'A',
      bars: [
        { start: 0, end: 9 },
        { start: 20, end: 22 },
      ],
      characters: 11,
    },
    { code: 'x', coder: 'B', bars: [{ start: 0, end: 3 }], characters: 3 },
    { code: 'y', coder: 'A', bars: [{ start: 1, end: 2 }], characters: 1 },
  ]);
});

describe('new codes by interview', () => {
  test('counts a code in the first interview that has it, at its first place', () => {
    const steps = saturation([
      [coding('x', 9, 10), coding('x', 2, 4), coding('y', 5, 6)],
      [coding('x', 0, 1)],
      [],
      [coding('z', 0, 1), coding('y', 0, 1)],
    ]);
    expect(steps.map(({ first, known }) => [first.map(({ code, start }) => `${code}${start}`), known])).toEqual([
      [['x2', 'y5'], 2],
      [[], 2],
      [[], 2],
      [['z0'], 3],
    ]);
  });

  test('depends on the order, its end does not', () => {
    const [a, b] = [[coding('x', 0, 1), coding('y', 0, 1)], [coding('y', 0, 1)]];
    expect(saturation([a, b]).map(({ first }) => first.length)).toEqual([2, 0]);
    expect(saturation([b, a]).map(({ first }) => first.length)).toEqual([1, 1]);
    expect(saturation([])).toEqual([]);
  });
});

describe('coding by day', () => {
  test('an instant belongs to the day of its time zone', () => {
    expect(dayIn('UTC')('2026-03-01T23:30:00.000Z')).toBe('2026-03-01');
    expect(dayIn('Asia/Shanghai')('2026-03-01T23:30:00.000Z')).toBe('2026-03-02');
    expect(dayIn('America/New_York')('2026-03-01T02:00:00.000Z')).toBe('2026-02-28');
    expect([isTimeZone('Asia/Tokyo'), isTimeZone('Nowhere/Land'), isTimeZone('')]).toEqual([true, false, false]);
  });

  test('counts each coder on the days on which there is a coding, in order', () => {
    const days = coderActivity([
      { coder: 'B', day: '2026-03-02' },
      { coder: 'A', day: '2026-02-28' },
      { coder: 'A', day: '2026-03-02' },
      { coder: 'A', day: '2026-03-02' },
    ]);
    expect(days.map(({ day, counts }) => [day, counts.get('A') ?? 0, counts.get('B') ?? 0])).toEqual([
      ['2026-02-28', 1, 0],
      ['2026-03-02', 2, 1],
    ]);
  });
});

test('frequencies count a coding for its code and, if asked, for those above it; unused codes are left out', () => {
  const given = (code: string, selection: string) => ({ code, selection });
  const columns = [[given('child', '1'), given('child', '2')], [given('parent', '3')]];
  expect(codeFrequency(columns, (code) => [code])).toEqual([
    { code: 'child', counts: [2, 0], total: 2 },
    { code: 'parent', counts: [0, 1], total: 1 },
  ]);
  expect(codeFrequency(columns, (code) => (code === 'child' ? ['child', 'parent'] : [code]))).toEqual([
    { code: 'child', counts: [2, 0], total: 2 },
    { code: 'parent', counts: [2, 1], total: 3 },
  ]);
});

test('frequencies count a passage once: with two codes of one branch, and in all where it is of two columns', () => {
  const both = [
    { code: 'child', selection: '1' },
    { code: 'parent', selection: '1' },
  ];
  expect(codeFrequency([both, both], (code) => (code === 'child' ? ['child', 'parent'] : [code]))).toEqual([
    { code: 'child', counts: [1, 1], total: 1 },
    { code: 'parent', counts: [1, 1], total: 1 },
  ]);
});

test('marks are told apart by outline alone; names are cut by the room they take', () => {
  const paths = codeMarks.map((mark) => codeBarPath(mark, { x: 0, y: 0, width: 18, height: 8 }));
  expect(new Set(paths).size).toBe(codeMarks.length);
  expect([shortName('Privacy', 10), shortName('Fairness of punishment', 8), shortName('公平与惩罚', 6)]).toEqual([
    'Privacy',
    'Fairness…',
    '公平与…',
  ]);
});
