import type { LabelPattern } from '../label.ts';

const label = /^[　 ]?(?<name>[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ーA-ZＡ-Ｚ々〆・]{1,10})(?=「|『)/u;
const particle = /(?:は|が|も|の|と|に|を|で|へ|や|か|て|た|し)$/u;

/** A name right before speech in corner brackets, as scripts and printed conversations have it: `聞き手「…」`. Narration has a particle there. */
export const nameQuote: LabelPattern = {
  name: 'name-quote',
  weight: 0.7,
  alone: false,
  match(head, whole) {
    const match = label.exec(head);
    const name = match?.groups!['name'];
    if (match === null || name === undefined || particle.test(name)) return null;
    if (whole && !/[」』][。．]?$/u.test(head)) return null;
    return { speaker: name, time: null, emphasised: false, length: match[0].length };
  },
};
