import { bareTime, markedTime, secondsOfTime } from '../clock-time.ts';
import { emphasis, type LabelPattern, namePattern } from '../label.ts';
import { invisible } from '../transcript-lines.ts';
import { roleOfWord } from '../role-words.ts';

// Blanks are taken in one place only: gaps of typewritten columns would else be parted in every way there is.
const label = new RegExp(
  '^(?:[-+•*]\\s+|>{1,3}\\s*|\\d{1,5}(?:[.)]?[ \\t]+)(?=[\\p{L}[])|[(（[]\\d{1,4}[)）\\]]\\s*|¤<\\d{1,9}>|[○●◎◇◆■□△▲▽▼☆★〇◯]\\s?)?' +
    `(?:${emphasis}?(?<early>${markedTime}|${bareTime})${emphasis}?[\\s\\-–—|,]*)?` +
    `(?<open>${emphasis})?\\s*(?:(?<inside>${markedTime})\\s*)?` +
    `[\\[【<〈＜「『(（]?(?<name>${namePattern}(?<described>(?:, ?[\\p{L}\\p{N} -]{1,24}){1,2})?)[\\]】>〉＞」』)）]?[\\s${invisible}]*(?:${emphasis}\\s*)?` +
    `(?:${emphasis}?(?<between>${markedTime}|(?<=[\\s*])${bareTime})\\s*)?(?:${emphasis}\\s*)?` +
    `(?<colon>[:：﹕︰∶])${emphasis}?(?:[^\\S\\n]*(?<late>${markedTime}|(?<=\\t)${bareTime}(?=\\t)))?`,
  'u',
);

// Chats of meetings say to whom.
const addressed = new RegExp(
  `^(?<early>${bareTime})\\s+From\\s+(?<name>${namePattern})\\s+to\\s+[^:\\n]{1,60}?\\s*(?<colon>:)(?=\\s|$)`,
  'iu',
);

/**
 * `NAME:` in all its dress: ASCII or full-width colon, bold or italic, in brackets, with a time before (`[00:05] NAME:`),
 * inside (`NAME (00:05):`) or behind (`NAME: [00:05]`), with or without a tab; a role may be described (`Respondent 4, male:`); a chat says to whom (`10:02:11 From NAME to Everyone:`). The words may begin on the next line.
 */
export const nameColon: LabelPattern = {
  name: 'name-colon',
  weight: 1,
  alone: false,
  match(head) {
    const match = addressed.exec(head) ?? label.exec(head);
    const groups = match?.groups;
    if (match === null || groups === undefined || !mayFollowColon(head, match[0].length, groups)) return null;
    const written = groups['early'] ?? groups['inside'] ?? groups['between'] ?? groups['late'];
    // `「はい」：` is an answer that is explained.
    if (/^[「『]/u.test(head) && /^\p{sc=Hiragana}+$/u.test(groups['name']!)) return null;
    // Only a role is described behind a comma; another comma belongs to a sentence.
    if (groups['described'] !== undefined && roleOfWord(groups['name']!) === null) return null;
    return {
      speaker: groups['name']!.trim(),
      time: written === undefined ? null : secondsOfTime(written),
      emphasised: groups['open'] !== undefined,
      length: match[0].length,
    };
  },
};

/** An ASCII colon inside a time, an address or a path is none of ours. */
function mayFollowColon(head: string, after: number, groups: Record<string, string | undefined>): boolean {
  if (groups['late'] !== undefined || groups['colon'] !== ':') return true;
  const next = head.charAt(after);
  if (next === '' || /\s/.test(next) || /\*|_$/.test(head.slice(0, after).slice(-1))) return true;
  if (/\d/.test(next)) return !/\d$/.test(groups['name']!);
  return /[\p{L}"'“‘「『（([…<—–-]/u.test(next);
}
