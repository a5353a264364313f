import { expect, test } from 'vitest';
import { movedBefore } from '../../shared/domain/moved-before.ts';

const list = ['a', 'b', 'c'].map((id) => ({ id }));
const moved = (id: string, before: string | null): string | undefined =>
  movedBefore(list, id, before)
    ?.map((one) => one.id)
    .join('');

test('one thing is put before another or at the end, and the others keep their order', () => {
  expect(moved('c', 'a')).toBe('cab');
  expect(moved('a', 'c')).toBe('bac');
  expect(moved('a', null)).toBe('bca');
  expect(moved('b', 'c')).toBe('abc');
});

test('what is not in the list is put nowhere, and nothing is put before itself', () => {
  expect(moved('d', 'a')).toBeUndefined();
  expect(moved('a', 'd')).toBeUndefined();
  expect(moved('a', 'a')).toBeUndefined();
});
