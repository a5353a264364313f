import { emphasis, type LabelPattern, namePattern } from '../label.ts';

const label = new RegExp(
  `^(?<open>${emphasis})?[\\[【<〈［](?<name>${namePattern})[\\]】>〉］]${emphasis}?(?![:：])`,
  'u',
);

/** A name in brackets before the words: `[Interviewer] …`, `【受访者】…`. */
export const bracketName: LabelPattern = {
  name: 'bracket-name',
  weight: 0.8,
  alone: false,
  match(head) {
    const match = label.exec(head);
    if (match === null) return null;
    return {
      speaker: match.groups!['name']!.trim(),
      time: null,
      emphasised: match.groups!['open'] !== undefined,
      length: match[0].length,
    };
  },
};
