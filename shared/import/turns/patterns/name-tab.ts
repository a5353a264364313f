import { roleOfColumn } from '../../segments/segment-columns.ts';
import { bareTime, markedTime, secondsOfTime } from '../clock-time.ts';
import { type LabelPattern, namePattern } from '../label.ts';

const label = new RegExp(
  `^(?:\\d{1,5}\\t+)?(?:(?<early>${markedTime}|${bareTime})\\t+)?(?<name>${namePattern})[ ]*(?:\\t+(?<late>${markedTime}|${bareTime}))?(?=\\t)`,
  'u',
);

/** The first row of a table: `Speaker`, `Text`. */
function namesColumns(head: string): boolean {
  const roles = new Set(head.split('\t').map((cell) => roleOfColumn(cell, true)));
  return roles.has('speaker') && roles.has('text');
}

/** A name set off by a tab, without a colon, as tables and old word processors leave it; a row number or a time may stand beside it. */
export const nameTab: LabelPattern = {
  name: 'name-tab',
  weight: 0.9,
  alone: false,
  match(head) {
    const match = label.exec(head);
    if (match === null || namesColumns(head)) return null;
    const written = match.groups!['early'] ?? match.groups!['late'];
    return {
      speaker: match.groups!['name']!.trim(),
      time: written === undefined ? null : secondsOfTime(written),
      emphasised: false,
      length: match[0].length,
    };
  },
};
