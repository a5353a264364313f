/** Characters that are a word by themselves for the index: Han, kana, Hangul. */
const alone = '(?=[\\p{L}\\p{N}])[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u30fc]';
const eachAlone = new RegExp(alone, 'gu');
const anyAlone = new RegExp(alone, 'u');

/** What belongs to a word that is written with its neighbours: a letter, figure, mark or underscore that does not stand alone. */
export const joinedCharacter = `(?:(?!${alone})[\\p{L}\\p{N}\\p{M}\\p{Co}_])`;
const joinedFirst = new RegExp(`^${joinedCharacter}`, 'u');
const joinedLast = new RegExp(`${joinedCharacter}$`, 'u');

/** Characters of which every version of the index's tokenizer knows that they are letters or figures. */
const sure =
  '0-9a-z\\u00e0-\\u00f6\\u00f8-\\u00ff\\u03b1-\\u03c9\\u0430-\\u044f\\u05d0-\\u05ea\\u0621-\\u063a\\u0641-\\u064a\\u3041-\\u3096\\u30a1-\\u30fa\\u3400-\\u4db5\\u4e00-\\u9fa5\\uac00-\\ud7a3\\u{20000}-\\u{2a6d6}';
const anySure = new RegExp(`[${sure}]`, 'u');

/** A folded text as it goes into the index: a blank around every character that is a word by itself. */
export function spacedForIndex(folded: string): string {
  return anyAlone.test(folded) ? folded.replace(eachAlone, ' $& ') : folded;
}

/** Whether the index is certain to see a word in this text; what it sees none in it cannot find. */
export function hasIndexedWord(folded: string): boolean {
  return anySure.test(folded);
}

/** Whether a word may go on before the first character of a text. */
export function mayContinueWord(text: string): boolean {
  return joinedFirst.test(text);
}

/** Whether a word may go on after the last character of a text. */
export function mayBeContinued(text: string): boolean {
  return joinedLast.test(text);
}
