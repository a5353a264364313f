import type { Segment } from './segment.ts';

/** One recognised word, with whatever blank it brings. */
export type Word = { readonly speaker: string | null; readonly start: number | null; readonly text: string };

const sentenceEnd = /[.?!。？！…]["'”’」』)]*$/;
const eastAsian = String.raw`[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff9f\u{20000}-\u{3ffff}]`;
const eastAsianEnd = new RegExp(`${eastAsian}$`, 'u');
const eastAsianHead = new RegExp(`^${eastAsian}`, 'u');
const leaning = /^[\p{Po}\p{Pe}\p{Pf}%…]/u;

/**
 * Words joined into segments: one for each run of a speaker, or, where nobody is named, one for each sentence. A blank stands between two words unless one brings
 * its own, the second is a closing mark, or both are East Asian.
 */
export function wordSegments(words: readonly Word[]): Segment[] {
  const named = words.some(({ speaker }) => speaker !== null);
  const segments: { speaker: string | null; start: number | null; pieces: string[] }[] = [];
  let before = '';
  for (const { speaker, start, text } of words) {
    if (text === '') continue;
    const last = segments.at(-1);
    const goesOn =
      last !== undefined &&
      (named ? speaker === null || speaker === last.speaker : !sentenceEnd.test(before.trimEnd()));
    if (!goesOn) segments.push({ speaker, start, pieces: [text.trimStart()] });
    else last.pieces.push(needsBlank(before, text) ? ` ${text}` : text);
    before = text;
  }
  return segments.map(({ speaker, start, pieces }) => ({ speaker, start, text: pieces.join('') }));
}

function needsBlank(before: string, after: string): boolean {
  if (before === '' || /\s$/.test(before) || /^\s/.test(after) || leaning.test(after)) return false;
  return !(eastAsianEnd.test(before) && eastAsianHead.test(after));
}
