import { expect, it } from 'vitest';
import { steppedHit } from '../../../renderer/features/transcript/find/find-state.ts';

const hits = [3, 10, 20].map((start) => ({ start, end: start + 2 }));

it('a step goes to the next hit, round at the ends; the first step to the nearest from where the reader is', () => {
  expect(steppedHit(hits, null, 0, 1)).toBe(0);
  expect(steppedHit(hits, null, 9, 1)).toBe(1);
  expect(steppedHit(hits, null, 10, 1)).toBe(1);
  expect(steppedHit(hits, null, 30, 1)).toBe(0);
  expect(steppedHit(hits, null, 9, -1)).toBe(0);
  expect(steppedHit(hits, null, 0, -1)).toBe(2);
  expect(steppedHit(hits, null, 30, -1)).toBe(2);
  expect(steppedHit(hits, 2, 0, 1)).toBe(0);
  expect(steppedHit(hits, 0, 0, -1)).toBe(2);
  expect(steppedHit([], null, 0, 1)).toBeNull();
});
