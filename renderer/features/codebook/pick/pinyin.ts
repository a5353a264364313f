/** What a Chinese text may be typed as: its pinyin without tones (ü as v), and the initials of its syllables. */
export type Spell = (text: string) => readonly string[];

let spell: Spell | null = null;
let loading: Promise<void> | null = null;

/** The speller, once it has been loaded. */
export function loadedSpeller(): Spell | null {
  return spell;
}

/** Loads the syllables (300 kB, only for codebooks with Chinese names); resolves when the speller is there. */
export function loadSpeller(): Promise<void> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => {
    spell = (text) => {
      const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });
      return [syllables.join(''), syllables.map((syllable) => syllable[0]).join('')];
    };
  });
  return loading;
}
