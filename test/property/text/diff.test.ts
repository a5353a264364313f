import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestStretch, similarity } from '../../../shared/text/approximate-match.ts';
import { changedText, normalChanges } from '../../../shared/text/change.ts';
import { textDiff } from '../../../shared/text/diff.ts';
import { reanchorer } from '../../../shared/text/reanchor.ts';

const text = fc
  .array(fc.constantFrom('trust ', 'fear ', 'R: ', '\n', '隐私', '😀', '😁', 'か\u3099', '𠮟', '.', 'x'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

describe('the difference of two texts', () => {
  it('leads from the one to the other, in normal form, the same each time', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = textDiff(before, after);
        expect(changedText(before, changes)).toBe(after);
        expect(normalChanges(before, changes)).toEqual(changes);
        expect(textDiff(before, after)).toEqual(changes);
      }),
      { numRuns: 400 },
    );
  });

  it('is found line by line, then by letters: what did not change is left alone', () => {
    const before = 'I: Do you trust the credti system?\nR: I do.\nI: Why?\n';
    const after = 'I: Do you trust the credit system?\nR: I do.\nR: Honestly.\nI: Why?\n';
    const changes = textDiff(before, after);
    const word = before.indexOf('credti');
    for (const { from, to } of changes.slice(0, -1)) expect([from > word, to <= word + 6]).toEqual([true, true]);
    expect(changes.at(-1)).toEqual({
      from: before.indexOf('I: Why'),
      to: before.indexOf('I: Why'),
      insert: 'R: Honestly.\n',
    });
  });

  it('of long texts with many small corrections is the corrections alone', () => {
    const lines = Array.from({ length: 4000 }, (_, at) => `R: In sentence number ${at} they wacth us.`);
    const before = lines.join('\n');
    const after = lines.map((line, at) => (at % 7 === 0 ? line.replace('wacth', 'watch') : line)).join('\n');
    expect(textDiff(before, after)).toHaveLength(2 * 572);
  });
});

describe('likeness', () => {
  it('is 1 for the same words, whatever the blanks, and symmetric between 0 and 1', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(similarity(a, a.replaceAll(' ', '\n '))).toBe(1);
        expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
        expect(similarity(a, b)).toBeLessThanOrEqual(1);
      }),
    );
    expect(similarity('they watch us', 'they wacth us')).toBeCloseTo(1 - 2 / 13);
  });

  it('finds the nearest stretch: the very words where they stand', () => {
    fc.assert(
      fc.property(text, text, text, (before, words, after) => {
        fc.pre(words !== '');
        const whole = before + words + after;
        const { start, end } = nearestStretch(whole, words)!;
        expect(whole.slice(start, end)).toBe(words);
      }),
    );
  });
});

describe('a passage in a corrected text', () => {
  const before =
    'I: Do you use it?\nR: Yes, every day I open it and look at the score.\nI: Are you afraid?\nR: They watch us all the time, I think.\nI: Why?\nR: Because.\n';
  const found = (after: string, words: string, at = before.indexOf(words)) => {
    const { finding, span } = reanchorer(before, after, textDiff(before, after))({ start: at, end: at + words.length });
    return [finding, span && after.slice(span.start, span.end)];
  };

  it('keeps its very words', () => {
    expect(found(before.replace('use it', 'really use it'), 'They watch us')).toEqual(['same', 'They watch us']);
  });
  it('is sure where a typo in it was mended', () => {
    const words = 'every day I open it and look at the score';
    expect(found(before.replace('score', 'scores'), words)).toEqual(['same', words]);
    expect(found(before.replace('open it', 'opened it'), words)).toEqual([
      'sure',
      words.replace('open it', 'opened it'),
    ]);
  });
  it('is sure where its turn was moved elsewhere', () => {
    const line = 'R: They watch us all the time, I think.\n';
    const moved = `${line}${before.replace(line, '')}`;
    expect(found(moved, 'They watch us all the time')).toEqual(['sure', 'They watch us all the time']);
  });
  it('is doubtful where a third of it is written anew', () => {
    const after = before.replace('They watch us all the time', 'They watched us for such a time');
    // In whole words.
    expect(found(after, 'They watch us all the time')).toEqual(['doubtful', 'They watched us for such a time']);
  });
  it('is lost where its words are gone', () => {
    expect(found(before.replace('They watch us all the time, I think.', 'No.'), 'They watch us all the time')).toEqual([
      'lost',
      null,
    ]);
  });
  it('is never found in a short word that only happens to stand somewhere else', () => {
    const after = before.replace('R: Because.', 'R: No.').replace('Yes,', 'Because,');
    expect(found(after, 'Because')).toEqual(['lost', null]);
  });
});
