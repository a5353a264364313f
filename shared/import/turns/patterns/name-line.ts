import { emphasis, type LabelPattern, namePattern } from '../label.ts';

const label = new RegExp(`^(?:[○●◎◇◆■□△▲▽▼☆★〇◯]\\s?)?(?<open>${emphasis})?(?<name>${namePattern})${emphasis}?$`, 'u');

/** A name alone on a line, the words below it. */
export const nameLine: LabelPattern = {
  name: 'name-line',
  weight: 0.6,
  alone: true,
  match(head, whole) {
    const match = whole && head.length <= 40 ? label.exec(head) : null;
    if (match === null) return null;
    return {
      speaker: match.groups!['name']!.trim(),
      time: null,
      emphasised: match.groups!['open'] !== undefined,
      length: match[0].length,
    };
  },
};
