import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesInTreeOrder, wouldCloseCircle } from '../../shared/domain/codebook.ts';
import {
  type CodeStepDirection,
  droppedPlace,
  movedTo,
  placeAfter,
  steppedPlace,
} from '../../shared/domain/code-places.ts';

type Node = { id: string; parent: string | null; position: number };

const node = (id: string, parent: string | null, position: number): Node => ({ id, parent, position });
const tree = [node('a', null, 0), node('b', null, 1), node('c', null, 2), node('b1', 'b', 0), node('b2', 'b', 1)];

describe('one step of a code', () => {
  const steps: [string, CodeStepDirection, ReturnType<typeof steppedPlace<string>>][] = [
    ['b', 'up', { parent: null, before: 'a' }],
    ['a', 'up', null],
    ['a', 'down', { parent: null, before: 'c' }],
    ['b', 'down', { parent: null, before: null }],
    ['c', 'down', null],
    ['c', 'in', { parent: 'b', before: null }],
    ['a', 'in', null],
    ['b1', 'out', { parent: null, before: 'c' }],
    ['b', 'out', null],
    ['nowhere', 'up', null],
  ];
  it.each(steps)('%s %s', (code, direction, place) => {
    expect(steppedPlace(tree, code, direction)).toEqual(place);
  });

  it('never closes a circle', () => {
    const parents = fc.array(fc.nat(9), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(parents, fc.nat(9), fc.constantFrom('up', 'down', 'in', 'out'), (drawn, pick, direction) => {
        const codes = drawn.map((parent, place) => node(`${place}`, parent < place ? `${parent}` : null, place));
        const moving = `${pick % codes.length}`;
        const to = steppedPlace(codes, moving, direction);
        if (to) expect(wouldCloseCircle(codes, moving, to.parent)).toBe(false);
      }),
    );
  });

  it('out and in again, or up and down again, come back', () => {
    for (const [code, there, back] of [
      ['b', 'up', 'down'],
      ['b2', 'out', 'in'],
    ] as const) {
      const moved = movedTo(tree, code, steppedPlace(tree, code, there)!);
      const returned = movedTo(moved, code, steppedPlace(moved, code, back)!);
      const order = (codes: Node[]) =>
        codesInTreeOrder<string, Node>(codes).map(({ code: { id, parent } }) => [id, parent]);
      expect(order(moved)).not.toEqual(order(tree));
      expect(order(returned)).toEqual(order(tree));
    }
  });
});

describe('a code dropped between rows', () => {
  const drop = (moving: string, over: string, edge: 'upper' | 'lower', isOpen: boolean, depth: number) =>
    droppedPlace(tree, moving, { over, edge, isOpen, depth });

  it('goes before the row whose upper edge it is dropped on', () => {
    expect(drop('c', 'b2', 'upper', false, 0)).toEqual({ place: { parent: 'b', before: 'b2' }, depth: 1 });
  });

  it('goes after a closed row, and before the first child of an open one', () => {
    expect(drop('a', 'b', 'lower', false, 5)).toEqual({ place: { parent: null, before: 'c' }, depth: 0 });
    expect(drop('a', 'b', 'lower', true, 0)).toEqual({ place: { parent: 'b', before: 'b1' }, depth: 1 });
  });

  it('goes out of a branch at its end when the pointer points there', () => {
    expect(drop('a', 'b2', 'lower', false, 1)).toEqual({ place: { parent: 'b', before: null }, depth: 1 });
    expect(drop('a', 'b2', 'lower', false, 0)).toEqual({ place: { parent: null, before: 'c' }, depth: 0 });
    expect(drop('a', 'b1', 'lower', false, 0)).toEqual({ place: { parent: 'b', before: 'b2' }, depth: 1 });
    expect(drop('a', 'nowhere', 'lower', false, 0)).toBeNull();
  });
});

describe('the place after a code', () => {
  it('does not count the one that moves', () => {
    expect(placeAfter(tree, tree[0]!, 'b')).toEqual({ parent: null, before: 'c' });
    expect(placeAfter(tree, tree[2]!, 'a')).toEqual({ parent: null, before: null });
  });
});
