import { emphasis, type LabelPattern } from '../label.ts';

const label = new RegExp(
  `^(?<open>${emphasis})?(?<name>(?:[QAIRＱＡ]|[问問答訪访聞])[ ]?\\d{0,3})[ ]?[.．、。)）]${emphasis}?(?=\\s|[^\\p{ASCII}]|${emphasis})`,
  'u',
);

/** Question and answer letters with a point: `Q. …`, `A1. …`, `问、…`. */
export const letterPoint: LabelPattern = {
  name: 'letter-point',
  weight: 0.8,
  alone: false,
  match(head) {
    const match = label.exec(head);
    if (match === null) return null;
    return {
      speaker: match.groups!['name']!.trim(),
      time: null,
      emphasised: match.groups!['open'] !== undefined,
      length: match[0].length,
    };
  },
};
