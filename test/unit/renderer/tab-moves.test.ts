import { expect, test } from 'vitest';
import { neighbourOf, tabBeside, tabsWith } from '../../../renderer/features/documents/tab-moves.ts';
import { asId, type DocumentId } from '../../../shared/domain/ids.ts';

const [a, b, c] = ['a', 'b', 'c'].map((id) => asId<'document'>(id)) as [DocumentId, DocumentId, DocumentId];

test('a transcript takes the tab shown or stands beside it, and has one tab only', () => {
  expect(tabsWith([], null, a, false)).toEqual([a]);
  expect(tabsWith([a, b], a, c, false)).toEqual([c, b]);
  expect(tabsWith([a, b], a, c, true)).toEqual([a, c, b]);
  expect(tabsWith([a, b], a, b, true)).toEqual([a, b]);
  expect(tabsWith([a, b], c, c, false)).toEqual([a, b, c]);
});

test('when a tab closes the next is shown, after the last the one before; a single one has no neighbour', () => {
  expect(neighbourOf([a, b, c], a)).toBe(b);
  expect(neighbourOf([a, b, c], b)).toBe(c);
  expect(neighbourOf([a, b, c], c)).toBe(b);
  expect(neighbourOf([a], a)).toBeUndefined();
});

test('tabs are gone through round the end', () => {
  expect(tabBeside([a, b, c], c, 1)).toBe(a);
  expect(tabBeside([a, b, c], a, -1)).toBe(c);
  expect(tabBeside([a], a, 1)).toBeUndefined();
});
