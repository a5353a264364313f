import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, discBox, nodeNames } from '../../../renderer/charts/node-names.ts';

const drawing = { width: 620, height: 520 };

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

test('a name stands above its node, and makes room for another that is near', () => {
  const at = (x: number, y: number, name: string) => ({ x, y, radius: 8, name });
  const [alone] = nodeNames([at(300, 200, 'Trust')], drawing);
  expect(alone).toMatchObject({ x: 300, anchor: 'middle' });
  expect(alone!.box.bottom).toBeLessThan(200 - 8);
  const near = [
    at(300, 200, 'Ethical justification of scoring'),
    at(330, 208, 'Joint punishment'),
    at(310, 176, '点数化'),
  ];
  const places = nodeNames(near, drawing);
  for (const [node, { box }] of places.entries())
    for (const [other, place] of places.entries()) {
      if (other === node) continue;
      expect(overlap(box, place.box)).toBe(false);
      expect(overlap(box, discBox(near[other]!))).toBe(false);
    }
});

test('names of nodes at the edge stay inside the drawing', () => {
  fc.assert(
    fc.property(
      fc.record({
        x: fc.integer({ min: 40, max: 580 }),
        y: fc.integer({ min: 26, max: 494 }),
        radius: fc.integer({ min: 4, max: 13 }),
        name: fc.constantFrom('Trust', 'Social desirability, disguised attitude', '点数化の倫理的正当性', ''),
      }),
      (node) => {
        const { box } = nodeNames([node], drawing)[0]!;
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(drawing.width);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.bottom).toBeLessThanOrEqual(drawing.height);
      },
    ),
  );
});
