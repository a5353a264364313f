import { emphasis, type LabelPattern } from '../label.ts';

const label = new RegExp(
  `^(?<open>${emphasis})?(?<name>(?:[QAIRＱＡ]|[问問答訪访聞])[ ]?\\d{0,3})[ ]?[.．、。)）]${emphasis}?(?=\\s|[^\\p{ASCII}]|${emphasis})`,
  'u',
);

// Hearings: the name as it is addressed.
const addressed =
  /^(?<name>(?:(?:the )?(?:chair(?:man|woman|person)?|vice chair(?:man|woman)|court|witness|clerk|president|speaker)|(?:mr|mrs|ms|miss|dr|prof|sen|senator|rep|representative|congress(?:man|woman)|secretary|judge|justice|general|admiral|chair(?:man|woman))\.?(?: (?:de|van|von|la|del))?(?: \p{Lu}[\p{L}'’-]+){1,3}))\. (?=\S)/iu;

/** Question and answer letters with a point: `Q. …`, `A1. …`, `问、…`; so minutes of hearings do with names, `Mr. SMITH. …`. */
export const letterPoint: LabelPattern = {
  name: 'letter-point',
  weight: 0.8,
  alone: false,
  match(head) {
    const match = label.exec(head) ?? addressed.exec(head);
    if (match === null) return null;
    return {
      speaker: match.groups!['name']!.trim(),
      time: null,
      emphasised: match.groups!['open'] !== undefined,
      length: match[0].length,
    };
  },
};
