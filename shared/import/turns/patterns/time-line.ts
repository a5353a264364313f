import { bareTime, markedTime, secondsOfTime, spelledTime } from '../clock-time.ts';
import { emphasis, type LabelPattern, timedNamePattern } from '../label.ts';

const time = `(?:${markedTime}|${bareTime})`;
const between = '[\\s|,，·•—–-]';
const nameFirst = new RegExp(
  `^${emphasis}?(?<name>${timedNamePattern})${emphasis}?(?:${between}+(?<time>${bareTime}|${spelledTime})|${between}*(?<marked>${markedTime}))\\s*${emphasis}?$`,
  'u',
);
const timeFirst = new RegExp(
  `^${emphasis}?(?<time>${time})${emphasis}?${between}+${emphasis}?(?<name>${timedNamePattern})${emphasis}?$`,
  'u',
);

/** Name and time alone on a line, in either order, the words below: `说话人 1 00:12`, `Jane Doe  0:05`, `[00:01:02] Speaker 2`. */
export const timeLine: LabelPattern = {
  name: 'time-line',
  weight: 1.1,
  alone: true,
  match(head, whole) {
    const match = whole ? (nameFirst.exec(head) ?? timeFirst.exec(head)) : null;
    if (match === null) return null;
    return {
      speaker: match.groups!['name']!.trim(),
      time: secondsOfTime(match.groups!['marked'] ?? match.groups!['time']!),
      emphasised: /^[*_]/.test(head),
      length: match[0].length,
    };
  },
};
