import { describe, expect, test } from 'vitest';
import { sentenceSpans, wordSpans } from '../../../shared/text/segment.ts';

const slices = (text: string, spans: { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('segmentation', () => {
  test('sentences of a span, positions of the whole text, without blanks around them', () => {
    const text = 'I: One. Two?\n\nThree!  ';
    const spans = sentenceSpans(text, { start: 3, end: text.length }, 'en');
    expect(slices(text, spans)).toEqual(['One.', 'Two?', 'Three!']);
    expect(spans[0]).toEqual({ start: 3, end: 7 });
  });

  test('Chinese sentences and words', () => {
    const text = '我信用分很高。你呢？';
    expect(slices(text, sentenceSpans(text, { start: 0, end: text.length }, 'zh-Hans'))).toEqual([
      '我信用分很高。',
      '你呢？',
    ]);
    expect(slices(text, wordSpans(text, { start: 0, end: text.length }, 'zh-Hans')).join('')).toBe('我信用分很高你呢');
  });

  test('a language tag that is none falls back instead of failing', () => {
    expect(slices('a b', wordSpans('a b', { start: 0, end: 3 }, 'not a tag!'))).toEqual(['a', 'b']);
  });

  test('blanks give nothing', () => {
    expect(sentenceSpans(' \n ', { start: 0, end: 3 }, 'en')).toEqual([]);
    expect(wordSpans('—…', { start: 0, end: 2 }, 'en')).toEqual([]);
  });
});
