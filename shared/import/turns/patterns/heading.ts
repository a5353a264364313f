import { bareTime, markedTime, secondsOfTime } from '../clock-time.ts';
import { emphasis, type LabelPattern, namePattern } from '../label.ts';

const time = `${markedTime}|${bareTime}`;
const label = new RegExp(
  `^#{1,6}\\s+(?:(?<early>${time})[\\s\\-–—|]*)?${emphasis}?(?<name>${namePattern})\\s*` +
    `(?:(?<late>${time})\\s*)?(?:${emphasis}\\s*)?(?:[:：]\\s*)?${emphasis}?$`,
  'u',
);

/** `### Name:` as a Markdown heading of its own, with or without colon and time; the words stand below it. */
export const heading: LabelPattern = {
  name: 'heading',
  weight: 1.1,
  alone: true,
  match(head, whole) {
    const match = whole ? label.exec(head) : null;
    if (match === null) return null;
    const written = match.groups!['early'] ?? match.groups!['late'];
    return {
      speaker: match.groups!['name']!.trim(),
      time: written === undefined ? null : secondsOfTime(written),
      emphasised: false,
      length: match[0].length,
    };
  },
};
