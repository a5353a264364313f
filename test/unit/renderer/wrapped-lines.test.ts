import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrappedLines } from '../../../renderer/charts/export/wrapped-lines.ts';

const characters = (text: string): number => Array.from(text).length;

test('lines break between words and keep punctuation with the word before it', () => {
  expect(wrappedLines('Unit: turn, N = 12. Coder A.', 12, characters, 'en')).toEqual([
    'Unit: turn,',
    'N = 12.',
    'Coder A.',
  ]);
  expect(
    wrappedLines('单位：受访者的话轮，编码员甲。', 8, characters, 'zh-Hans').every((line) => characters(line) <= 9),
  ).toBe(true);
  expect(wrappedLines('', 10, characters, 'en')).toEqual([]);
});

test('no word is lost, whatever the width', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
      const words = (written: string): string => written.replaceAll(/\s+/gu, '');
      expect(words(wrappedLines(text, width, characters, 'en').join(' '))).toBe(words(text));
    }),
  );
});
