import { type LabelPattern, namePattern } from '../label.ts';

const label = new RegExp(`^(?<name>${namePattern})[ \\u00a0]{2,}(?=\\S)`, 'u');

/** A short name set off by a gap of several blanks, as typewritten columns have it: `Jane     So …`. */
export const nameGap: LabelPattern = {
  name: 'name-gap',
  weight: 0.7,
  alone: false,
  match(head) {
    const match = label.exec(head);
    const name = match?.groups!['name']!.trim();
    if (match === null || name === undefined || name.length > 24 || /\s{2}/.test(name)) return null;
    return { speaker: name, time: null, emphasised: false, length: match[0].trimEnd().length };
  },
};
