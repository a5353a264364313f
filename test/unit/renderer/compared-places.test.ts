import { describe, expect, test } from 'vitest';
import { comparedPlaces, judgesOf } from '../../../renderer/features/agreement/compared-places.ts';

const turns = [
  { start: 10, contentStart: 14, end: 30 },
  { start: 31, contentStart: 35, end: 60 },
];

describe('comparedPlaces', () => {
  test('a turn comes once with all its passages, shown without its label', () => {
    const [first, second] = [
      { start: 20, end: 25 },
      { start: 15, end: 18 },
    ];
    expect(comparedPlaces(turns, [first, second])).toEqual([
      { turn: 0, shown: { start: 14, end: 30 }, passages: [second, first] },
    ]);
  });

  test('a passage over two turns brings both', () => {
    const passage = { start: 25, end: 40 };
    expect(comparedPlaces(turns, [passage]).map(({ turn }) => turn)).toEqual([0, 1]);
  });

  test('what lies outside turns stands for itself, in its place', () => {
    const [inside, outside] = [
      { start: 40, end: 41 },
      { start: 0, end: 5 },
    ];
    expect(comparedPlaces(turns, [inside, outside])).toEqual([
      { turn: null, shown: outside, passages: [outside] },
      { turn: 1, shown: { start: 35, end: 60 }, passages: [inside] },
    ]);
  });

  test('what only touches a turn is not in it', () => {
    expect(comparedPlaces(turns, [{ start: 30, end: 31 }])[0]!.turn).toBeNull();
  });
});

test('beside each other stand those who judged a transcript, in their order, whether they coded or not', () => {
  const passages = [
    { coders: ['C'], notCoded: ['A'] },
    { coders: ['A', 'C'], notCoded: [] },
  ];
  expect(judgesOf(['A', 'B', 'C'], passages)).toEqual(['A', 'C']);
});
