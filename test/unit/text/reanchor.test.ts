import { describe, expect, test } from 'vitest';
import { textDiff } from '../../../shared/text/diff.ts';
import { reanchorer } from '../../../shared/text/reanchor.ts';

/** Where words of a text stand in another version of it, and how sure that is. */
function placed(before: string, after: string, words: string) {
  const start = before.indexOf(words);
  const { finding, span } = reanchorer(before, after, [{ from: 0, to: before.length, insert: after }])({
    start,
    end: start + words.length,
  });
  return { finding, at: span?.start ?? null };
}

const filler = 'Something was said here, and then something else again. '.repeat(4);

describe('words looked for in a text that is all new', () => {
  test('stand where what surrounds them stands, neither where they come first nor nearest to where they are expected', () => {
    const words = 'nobody asked anyone about it';
    const before = `R: In the winter ${words} in the village.\n${filler}`;
    // All of the text is new: its end is where anything is expected.
    const decoy = `I: Is it true that ${words} elsewhere?\n`;
    const said = `R: In the winter ${words} in the village.\n`;
    const after = `${decoy}${said}${filler}${decoy}`;
    expect(placed(before, after, words)).toEqual({ finding: 'sure', at: decoy.length + said.indexOf(words) });
  });

  test('far away are sure where they are long and come once, in doubt where they come twice', () => {
    const words = 'nobody asked anyone about it';
    const before = `R: So ${words}, well.\n`;
    const far = filler.repeat(10);
    expect(placed(before, `${far}X ${words} Y ${far}`, words)).toMatchObject({ finding: 'sure' });
    expect(placed(before, `${far}X ${words} Y ${far} Z ${words} Q ${far}`, words)).toMatchObject({
      finding: 'doubtful',
    });
  });

  test('that are short are lost where nothing around them is left', () => {
    expect(placed('R: It is fair.\n', `${filler.repeat(20)}fair`, 'fair')).toEqual({ finding: 'lost', at: null });
  });
});

test('words at the end of a text stay at its end', () => {
  const [before, after] = ['I: Why?\nR: It is only fair', 'I: But why?\nR: It is only fair'];
  const start = before.indexOf('fair');
  const found = reanchorer(before, after, textDiff(before, after))({ start, end: before.length });
  expect(found).toEqual({ finding: 'same', span: { start: after.length - 4, end: after.length }, score: 1 });
});
