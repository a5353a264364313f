import { bareTime, markedTime, secondsOfTime } from '../clock-time.ts';
import type { LabelPattern } from '../label.ts';

const label = new RegExp(`^(?:${markedTime}|${bareTime}(?=\\s|$))`, 'u');

/** A time without any name: the turns have no speaker. */
export const timeOnly: LabelPattern = {
  name: 'time-only',
  weight: 0.5,
  alone: false,
  match(head) {
    const match = label.exec(head);
    if (match === null) return null;
    return { speaker: null, time: secondsOfTime(match[0]), emphasised: false, length: match[0].length };
  },
};
