import { markedTime, secondsOfTime } from '../clock-time.ts';
import { emphasis, type LabelPattern, namePattern } from '../label.ts';

const label = new RegExp(
  `^(?<open>${emphasis})?(?<name>${namePattern})${emphasis}?\\s*(?<time>${markedTime})${emphasis}?(?=[^\\S\\n]|[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}「『“"])`,
  'u',
);

/** Name and bracketed time without a colon, the words on the same line: `Ryo（00:05）` and the words. */
export const nameTime: LabelPattern = {
  name: 'name-time',
  weight: 1,
  alone: false,
  match(head) {
    const match = label.exec(head);
    if (match === null) return null;
    return {
      speaker: match.groups!['name']!.trim(),
      time: secondsOfTime(match.groups!['time']!),
      emphasised: match.groups!['open'] !== undefined,
      length: match[0].length,
    };
  },
};
