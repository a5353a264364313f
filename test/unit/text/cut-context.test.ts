import { expect, test } from 'vitest';
import { shownAfter, shownBefore, wordStart } from '../../../shared/text/cut-context.ts';

test('what was cut begins and ends with a whole word', () => {
  expect(shownBefore('hank you for the credit ', 24)).toBe('…you for the credit ');
  expect(shownBefore(' The boy and the ', 17)).toBe('…The boy and the ');
  expect(shownAfter(' could you tell me how you fir', 30)).toBe(' could you tell me how you…');
  expect(shownAfter(', all night, ', 13)).toBe(', all night,…');
  expect(shownBefore('lite, and if you walk ', 22)).toBe('…and if you walk ');
  expect(shownAfter(' a code (on the bag, s', 22)).toBe(' a code (on the bag,…');
});

test('what was not cut stays as it is', () => {
  expect(shownBefore('Thank you for ', 60)).toBe('Thank you for ');
  expect(shownAfter(' to me', 60)).toBe(' to me');
});

test('text without blanks between words keeps every character', () => {
  expect(shownBefore('我们那代人 借人家一斤粮票都', 14)).toBe('…我们那代人 借人家一斤粮票都');
  expect(shownAfter('は大切です。だから カメラ', 13)).toBe('は大切です。だから カメラ…');
});

test('a place inside a word goes to its beginning, one between words and any in Chinese and Japanese stays', () => {
  expect(wordStart('with names and', 8)).toBe(5);
  expect(wordStart('with names and', 5)).toBe(5);
  expect(wordStart('with names and', 10)).toBe(10);
  expect(wordStart('él está aquí', 6)).toBe(3);
  expect(wordStart('我们那代人', 2)).toBe(2);
  expect(wordStart('カメラの下', 2)).toBe(2);
  expect(wordStart('', 0)).toBe(0);
});
