import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { CorrectedText } from '../../../renderer/features/corrections/corrected-text.ts';
import { changedText, type TextChanges } from '../../../shared/text/change.ts';

const blocks = ['I do.', '', 'Why?', '😀 they watch'];
const text = blocks.map((words) => `R: ${words}`).join('\n');
const spans = blocks.map((words, at) => {
  const start = blocks.slice(0, at).reduce((sum, before) => sum + before.length + 4, 3);
  return { start, end: start + words.length };
});

type Step = { kind: 'write'; block: number; words: string } | { kind: 'take' | 'confirm' | 'fail' };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      block: fc.nat(blocks.length - 1),
      words: fc.constantFrom('', 'I do.', 'I do so.', '😀', '隐私 they', 'they watch us'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('take' as const, 'confirm' as const, 'fail' as const) }) },
);

it('what is written in blocks, stored in pieces with refusals between, makes the text that stands there', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const corrected = new CorrectedText(text, 'h0', spans);
      const words = [...blocks];
      let [core, taken]: [string, TextChanges | null] = [text, null];
      const confirm = (): void => {
        if (!taken) return;
        core = changedText(core, taken);
        taken = null;
        corrected.confirm(`h ${core}`);
      };
      for (const one of steps) {
        if (one.kind === 'write') {
          expect(corrected.write(one.block, one.words)).toBe(words[one.block] !== one.words);
          words[one.block] = one.words;
        } else if (one.kind === 'take') taken ??= corrected.take();
        else if (one.kind === 'confirm') confirm();
        else if (taken) {
          taken = null;
          corrected.giveBack();
        }
      }
      confirm();
      taken = corrected.take();
      confirm();
      expect(core).toBe(words.map((each) => `R: ${each}`).join('\n'));
      for (const [block, each] of words.entries()) {
        const { start, end } = corrected.span(block);
        expect(core.slice(start, end)).toBe(each);
      }
      expect(corrected.hasUnsent).toBe(false);
      expect(corrected.since('another')).toBeNull();
    }),
  );
});
