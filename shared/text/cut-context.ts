// A word of a script that sets blanks between words, with the signs at it; Chinese and Japanese can be cut anywhere.
const cutStart = /^[[\p{L}\p{M}\p{N}\p{P}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]]*[^\S\n]+/v;
const cutEnd = /[^\S\n]+[[\p{L}\p{M}\p{N}\p{P}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]]*$/v;

const letters = /[[\p{L}\p{M}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]]+$/v;
const letter = /^[[\p{L}\p{M}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]]/v;

/** The beginning of the word a position stands in; the position itself between words, and anywhere in Chinese and Japanese. */
export function wordStart(text: string, at: number): number {
  return letter.test(text.slice(at)) ? at - (letters.exec(text.slice(0, at))?.[0].length ?? 0) : at;
}

/** The text before a hit as it is shown: where it was cut after `most` characters, it begins with a whole word. */
export function shownBefore(before: string, most: number): string {
  return before.length < most ? before : `…${before.replace(cutStart, '')}`;
}

/** The text after a hit as it is shown: where it was cut after `most` characters, it ends with a whole word. */
export function shownAfter(after: string, most: number): string {
  return after.length < most ? after : `${after.replace(cutEnd, '')}…`;
}
