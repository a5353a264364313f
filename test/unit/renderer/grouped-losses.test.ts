import { expect, test } from 'vitest';
import { groupedLosses } from '../../../renderer/features/exchange/grouped-losses.ts';
import { loss } from '../../../shared/refi/losses.ts';

test('losses alike stand together with their sum and the first names', () => {
  const losses = [
    loss('Set', 'kept_unseen', { name: 'a' }),
    loss('Coding', 'kept_unseen', { count: 4 }),
    ...['b', 'c', 'd'].map((name) => loss('Set', 'kept_unseen', { name })),
    loss('Set', 'unresolved', { name: 'e' }),
  ];
  expect(groupedLosses(losses)).toEqual([
    { element: 'Set', reason: 'kept_unseen', count: 4, names: ['a', 'b', 'c'] },
    { element: 'Coding', reason: 'kept_unseen', count: 4, names: [] },
    { element: 'Set', reason: 'unresolved', count: 1, names: ['e'] },
  ]);
});
