import { bareTime, markedTime, secondsOfTime } from '../clock-time.ts';
import { emphasis, type LabelMatch, type LabelPattern, namePattern } from '../label.ts';
import type { LineEmphasis } from '../line-emphasis.ts';

const written = new RegExp(
  `^${emphasis}(?<name>${namePattern})${emphasis}[^\\S\\n]+(?:${emphasis}?(?<time>${markedTime})${emphasis}?[^\\S\\n]*)?(?=[^\\s*_:：])`,
  'u',
);
const time = `(?:${markedTime}|${bareTime})`;
const before = new RegExp(`^(?:\\d{1,5}[.)]?)?\\s*(?<time>${time})?[\\s|–—-]*$`, 'u');
const set = new RegExp(
  `^\\s*(?:(?<early>${time})\\s+)?(?<name>${namePattern})(?:\\s*[|,]?\\s*(?<late>${time}))?\\s*$`,
  'u',
);
const behind = new RegExp(`^\\s*(?<time>${time})(?=\\s)`, 'u');

/** A bold or italic name before the words, without a colon: `**Jane Doe** So …` in Markdown, or by the type it is set in. */
export const boldName: LabelPattern = {
  name: 'bold-name',
  weight: 0.85,
  alone: false,
  match(head, _whole, stretch) {
    const match = written.exec(head);
    if (match === null) return stretch === undefined ? null : matchOfType(head, stretch);
    return {
      speaker: match.groups!['name']!.trim(),
      time: match.groups!['time'] === undefined ? null : secondsOfTime(match.groups!['time']),
      emphasised: true,
      length: match[0].trimEnd().length,
    };
  },
};

function matchOfType(head: string, { from, to }: LineEmphasis): LabelMatch | null {
  const early = before.exec(head.slice(0, from));
  const name = set.exec(head.slice(from, to));
  if (early === null || name === null) return null;
  const late = behind.exec(head.slice(to));
  const length = to + (late?.[0].length ?? 0);
  const isApart = /\s$/u.test(head.slice(from, to)) || /^[\s–—|-]/u.test(head.slice(to));
  if (!isApart || !/^[\s–—|-]*[^\s:：]/u.test(head.slice(length))) return null;
  const times = [early.groups!['time'], name.groups!['early'], name.groups!['late'], late?.groups?.['time']];
  const first = times.find((each) => each !== undefined);
  return {
    speaker: name.groups!['name']!.trim(),
    time: first === undefined ? null : secondsOfTime(first),
    emphasised: true,
    length: head.slice(0, length).trimEnd().length,
  };
}
