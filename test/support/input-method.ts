import type { CDPSession, Page } from '@playwright/test';

/** An input method as the page hears it: keys it takes for itself, letters that are composed, the words they become. */
export type InputMethod = {
  /** Spells something and leaves it composing. */
  readonly spell: (letters: string) => Promise<void>;
  /** A key the input method takes for itself: Enter for a candidate, Escape, arrows, a letter. */
  readonly takeKey: (key: string) => Promise<void>;
  /** Ends composing with the words chosen. */
  readonly choose: (words: string) => Promise<void>;
  /** Spells, presses keys that would do something if they were not the input method's, and ends with the words. */
  readonly write: (letters: string, words: string, during?: () => Promise<void>) => Promise<void>;
};

/** Keys that mean something everywhere in the program. */
const tempting = ['Enter', 'Escape', 'Tab', 'ArrowDown', '1', '.', 's', 'v', 'u', 'm'];

async function pressTaken(session: CDPSession, key: string): Promise<void> {
  const code =
    key.length > 1 ? key : /\d/.test(key) ? `Digit${key}` : key === '.' ? 'Period' : `Key${key.toUpperCase()}`;
  // While an input method is at work the browser reports its keys with this number, and what they are only by their place.
  const event = { key: 'Process', code, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event, key });
}

export async function inputMethod(page: Page): Promise<InputMethod> {
  const session = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const spell: InputMethod['spell'] = async (letters) => {
    for (let length = 1; length <= letters.length; length++) {
      await pressTaken(session, letters[length - 1]!);
      await compose(letters.slice(0, length));
    }
  };
  const choose: InputMethod['choose'] = async (words) => {
    await session.send('Input.insertText', { text: words });
  };
  return {
    spell,
    takeKey: (key) => pressTaken(session, key),
    choose,
    write: async (letters, words, during) => {
      await spell(letters);
      for (const key of tempting) await pressTaken(session, key);
      await during?.();
      await choose(words);
    },
  };
}
