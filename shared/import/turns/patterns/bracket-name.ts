import { emphasis, type LabelPattern, namePattern } from '../label.ts';
import { roleOfWord } from '../role-words.ts';

const label = new RegExp(
  `^(?<open>${emphasis})?[\\[【<〈＜［](?<name>${namePattern})[\\]】>〉＞］]${emphasis}?(?![:：])`,
  'u',
);
/** In round brackets stand remarks as often as names: only roles and initials are taken. */
const round = new RegExp(`^[(（](?<name>${namePattern})[)）](?![:：])`, 'u');

/** A name in brackets before the words: `[Interviewer] …`, `【受访者】…`. */
export const bracketName: LabelPattern = {
  name: 'bracket-name',
  weight: 0.8,
  alone: false,
  match(head) {
    const inRound = round.exec(head);
    const name = inRound?.groups!['name']!.trim() ?? '';
    const match = roleOfWord(name) !== null || /^\p{Lu}{2,3}$/u.test(name) ? inRound : label.exec(head);
    if (match === null) return null;
    return {
      speaker: match.groups!['name']!.trim(),
      time: null,
      emphasised: match.groups!['open'] !== undefined,
      length: match[0].length,
    };
  },
};
