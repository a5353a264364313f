import { expect, test } from 'vitest';
import { asId } from '../../../shared/domain/ids.ts';
import { passagesByDocument } from '../../../renderer/features/results/passage-groups.ts';

const passage = (document: string, start: number, end: number) => ({
  document: asId<'document'>(document),
  documentName: `${document}.txt`,
  start,
  end,
});

test('passages are grouped by document and stand in text order', () => {
  const groups = passagesByDocument([
    passage('s02', 50, 60),
    passage('s01', 5, 9),
    passage('s02', 50, 55),
    passage('s02', 1, 4),
  ]);
  expect(groups.map((group) => [group.name, group.passages.map(({ start, end }) => [start, end])])).toEqual([
    [
      's02.txt',
      [
        [1, 4],
        [50, 55],
        [50, 60],
      ],
    ],
    ['s01.txt', [[5, 9]]],
  ]);
});

test('nothing found makes no group', () => {
  expect(passagesByDocument([])).toEqual([]);
});
