import { expect, test } from 'vitest';
import { coderMarks } from '../../shared/transcript/coder-marks.ts';

test('coders are marked by as little as tells them apart', () => {
  expect(coderMarks(['A', 'B'])).toEqual(['A', 'B']);
  expect(coderMarks(['Ann', 'coder1', 'coder2'])).toEqual(['A', 'c1', 'c2']);
  expect(coderMarks(['王芳', '王丽', '李雷'])).toEqual(['王芳', '王丽', '李']);
  expect(coderMarks(['Anna', 'Aria', 'A'])).toEqual(['1', '2', 'A']);
  expect(coderMarks(['𠮟 two', ''])).toEqual(['𠮟', '?']);
});
