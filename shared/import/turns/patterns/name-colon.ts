import { bareTime, markedTime, secondsOfTime } from '../clock-time.ts';
import { emphasis, type LabelPattern, namePattern } from '../label.ts';
import { invisible } from '../transcript-lines.ts';
import { roleOfWord } from '../role-words.ts';

const label = new RegExp(
  '^(?:[-+•*]\\s+|>{1,3}\\s*|\\d{1,5}(?:[.)]?[ \\t]+)(?=[\\p{L}[])|[(（[]\\d{1,4}[)）\\]]\\s*|[○●◎◇◆■□△▲▽▼☆★〇◯]\\s?)?' +
    `(?:(?<early>${markedTime}|${bareTime})[\\s\\-–—|,]*)?` +
    `(?<open>${emphasis})?\\s*(?:(?<inside>${markedTime})\\s*)?` +
    `[\\[【<〈(（]?(?<name>${namePattern}(?<described>(?:, ?[\\p{L}\\p{N} -]{1,24}){1,2})?)[\\]】>〉)）]?[\\s${invisible}]*${emphasis}?\\s*` +
    `(?:${emphasis}?(?<between>${markedTime}|(?<=[\\s*])${bareTime})\\s*)?${emphasis}?\\s*` +
    `(?<colon>[:：﹕︰∶])${emphasis}?(?:[^\\S\\n]*(?<late>${markedTime}))?`,
  'u',
);

/**
 * `NAME:` in all its dress: ASCII or full-width colon, bold or italic, in brackets, with a time before (`[00:05] NAME:`),
 * inside (`NAME (00:05):`) or behind (`NAME: [00:05]`), with or without a tab; a role may be described (`Respondent 4, male:`). The words may begin on the next line.
 */
export const nameColon: LabelPattern = {
  name: 'name-colon',
  weight: 1,
  alone: false,
  match(head) {
    const match = label.exec(head);
    const groups = match?.groups;
    if (match === null || groups === undefined || !mayFollowColon(head, match[0].length, groups)) return null;
    const written = groups['early'] ?? groups['inside'] ?? groups['between'] ?? groups['late'];
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
