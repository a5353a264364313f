import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { withSameParts } from '../../../renderer/api/same-parts.ts';

const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, at: [1, { deep: id }] }));
const again = <Value>(value: Value): Value => structuredClone(value);

it('what is as it was is the object it was, wherever it stands in its list', () => {
  const before = { items: [a, b, c], count: 3 };
  expect(withSameParts(before, again(before))).toBe(before);
  const without = withSameParts(before, { items: [again(b), again(c)], count: 2 }) as typeof before;
  expect(without).toEqual({ items: [b, c], count: 2 });
  expect([without.items[0] === b, without.items[1] === c]).toEqual([true, true]);
  const moved = withSameParts(before, again({ items: [c, a, b], count: 3 })) as typeof before;
  expect(moved.items.map((item) => [a, b, c].indexOf(item))).toEqual([2, 0, 1]);
});

it('what has changed is new, with the parts that have not', () => {
  const changed = withSameParts([a], [{ id: 'a', at: [2, { deep: 'a' }] }]) as (typeof a)[];
  expect(changed[0]).not.toBe(a);
  expect(changed[0]!.at[1]).toBe(a!.at[1]);
});

it('a key may be called what every object has', () => {
  const now: unknown = JSON.parse('{ "__proto__": { "of": 1 }, "toString": 2 }');
  expect(JSON.stringify(withSameParts({}, now))).toBe(JSON.stringify(now));
  expect(withSameParts(again(now), now)).toEqual(now);
});

it('says what the new answer says', () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  const list = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), of: value }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.oneof(value, list), fc.oneof(value, list), (before, now) => {
      expect(withSameParts(before, now)).toEqual(now);
    }),
  );
});
