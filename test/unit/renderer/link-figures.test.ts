import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkFigures } from '../../../renderer/charts/link-figures.ts';

const node = fc.record({
  x: fc.integer({ min: 0, max: 400 }),
  y: fc.integer({ min: 0, max: 400 }),
  radius: fc.integer({ min: 4, max: 13 }),
});

const box = fc
  .record({ left: fc.integer({ min: 0, max: 400 }), top: fc.integer({ min: 0, max: 400 }), wide: fc.nat(120) })
  .map(({ left, top, wide }) => ({ left, right: left + wide, top, bottom: top + 13 }));

test('the figure of a link stands on it, in its middle where nothing else does', () => {
  fc.assert(
    fc.property(fc.array(node, { minLength: 2, maxLength: 8 }), fc.array(box, { maxLength: 8 }), (nodes, names) => {
      const links = nodes.slice(1).map((_, place) => ({ from: 0, to: place + 1, text: '12' }));
      for (const [place, { x, y }] of linkFigures(nodes, names, links).entries()) {
        const [a, b] = [nodes[0]!, nodes[place + 1]!];
        const across = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
        expect(Math.abs(across)).toBeLessThan(1e-6 * (1 + Math.hypot(b.x - a.x, b.y - a.y)) + 1e-6);
      }
    }),
  );
  const far = [
    { x: 0, y: 100, radius: 5 },
    { x: 200, y: 100, radius: 5 },
  ];
  expect(linkFigures(far, [], [{ from: 0, to: 1, text: '3' }])).toEqual([{ x: 100, y: 100 }]);
});

test('two links that cross in their middles do not have one figure on the other', () => {
  const at = (x: number, y: number) => ({ x, y, radius: 5 });
  const nodes = [at(0, 0), at(200, 200), at(0, 200), at(200, 0)];
  const [one, other] = linkFigures(
    nodes,
    [],
    [
      { from: 0, to: 1, text: '3' },
      { from: 2, to: 3, text: '4' },
    ],
  );
  expect(Math.hypot(one!.x - other!.x, one!.y - other!.y)).toBeGreaterThan(10);
});
