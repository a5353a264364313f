import { emphasis, type Label, type LabelPattern } from '../label.ts';

const label = new RegExp(
  `^(?<open>${emphasis})?(?<name>(?:[QAIRPEDFＱＡ]|[问問答訪访聞])[ ]?\\d{0,3})[ ]?(?:[.．][-–—]|[.．、。)）])${emphasis}?(?=\\s|[^\\p{ASCII}]|${emphasis})`,
  'u',
);

// Hearings: the name as it is addressed.
const addressed =
  /^(?<name>(?:(?:the )?(?:chair(?:man|woman|person)?|vice chair(?:man|woman)|court|witness|clerk|president|speaker)|(?:mr|mrs|ms|miss|dr|prof|sen|senator|rep|representative|congress(?:man|woman)|secretary|judge|justice|general|admiral|chair(?:man|woman))\.?(?: (?:de|van|von|la|del))?(?: \p{Lu}[\p{L}'’-]+){1,3}))\. (?=\S)/iu;

/** Question and answer letters with a point: `Q. …`, `A1. …`, `P.- …`, `问、…`; so minutes of hearings do with names, `Mr. SMITH. …`. */
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

/** Letters that ask, and those that answer them: Q and A, pregunta and respuesta, domanda and risposta, Frage and Antwort. */
const pairs: readonly (readonly [string, string])[] = [
  ['Q', 'A'],
  ['I', 'R'],
  ['P', 'R'],
  ['E', 'R'],
  ['D', 'R'],
  ['I', 'P'],
  ['F', 'A'],
  ['问', '答'],
  ['問', '答'],
];

/** The pairs that mean nothing else need stand there only once. */
function isPlain(place: number): boolean {
  return ['Q', '问', '問'].includes(pairs[place]![0]);
}

/** Letters count where question and answer are both there, or the question alone; `A. B. C.` counts things. */
export function pairedLetters(labels: readonly Label[]): readonly Label[] {
  const letterOf = ({ speaker }: Label): string => (speaker ?? '').normalize('NFKC').replace(/\s?\d+$/, '');
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(letterOf(label), (counts.get(letterOf(label)) ?? 0) + 1);
  const count = (letter: string): number => counts.get(letter) ?? 0;
  const answered = pairs.filter(
    ([asks, answers], place) => Math.min(count(asks), count(answers)) > (isPlain(place) ? 0 : 1),
  );
  const best = answered.toSorted((a, b) => count(b[0]) + count(b[1]) - count(a[0]) - count(a[1]))[0];
  const kept = new Set<string>(best ?? ['Q', '问', '問', '訪', '访', '聞']);
  return labels.filter((label) => letterOf(label).length > 1 || kept.has(letterOf(label)));
}
