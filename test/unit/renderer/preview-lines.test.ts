import { describe, expect, test } from 'vitest';
import { previewParts } from '../../../renderer/features/imports/preview-lines.ts';

const turn = (start: number, contentStart: number, end: number) => ({
  start,
  contentStart,
  end,
  speaker: 'I',
  time: null,
});

describe('previewParts', () => {
  test('shows turns without their labels and the lines between them', () => {
    const text = 'Title\n\nPlace\nI: Hello.\n\n(pause)\nI: And you?\n';
    const first = text.indexOf('I: Hello');
    const second = text.indexOf('I: And');
    const parts = previewParts({
      text,
      language: 'en',
      turns: [turn(first, first + 3, first + 9), turn(second, second + 3, text.length - 1)],
    });
    expect(parts.map((part) => (part.kind === 'turn' ? part.words : part.lines))).toEqual([
      ['Title', 'Place'],
      'Hello.',
      ['(pause)'],
      'And you?',
    ]);
  });

  test('a text without turns is all outside them', () => {
    expect(previewParts({ text: 'one\n \ntwo', language: 'en', turns: [] })).toEqual([
      { kind: 'outside', start: 0, lines: ['one', 'two'] },
    ]);
  });

  test('an empty beginning shows nothing', () => {
    expect(previewParts({ text: '\n\n', language: 'en', turns: [] })).toEqual([]);
  });
});
