import { type LabelPattern, namePattern } from '../label.ts';

const label = new RegExp(
  `^(?<name>${namePattern})(?:[ \\u00a0]+[-–—|][ \\u00a0]+|[ \\u00a0]?>[ \\u00a0]+|(?<=[\\p{sc=Han}\\p{scx=Katakana}])／)(?=\\S)`,
  'u',
);

const capitals = /^(?<name>\p{Lu}[\p{Lu} .'’-]{0,23})—(?=[^\s—])/u;

/** A short name set off by a dash or a bar between blanks, or by `>`: `I - …`, `Anna – …`, `INT> …`; in capitals also without blanks, `SMITH—…`; in Japanese print by a full-width slash, `司会／…`. */
export const nameDash: LabelPattern = {
  name: 'name-dash',
  weight: 0.7,
  alone: false,
  match(head) {
    const match = label.exec(head) ?? capitals.exec(head);
    const name = match?.groups!['name']!.trim();
    if (match === null || name === undefined || name.length > 24) return null;
    return { speaker: name, time: null, emphasised: false, length: match[0].trimEnd().length };
  },
};
