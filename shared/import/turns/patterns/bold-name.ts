import { emphasis, type LabelPattern, namePattern } from '../label.ts';

const label = new RegExp(`^${emphasis}(?<name>${namePattern})${emphasis}[^\\S\\n]+(?=[^\\s*_:：])`, 'u');

/** A bold or italic name before the words, without a colon: `**Jane Doe** So …`. */
export const boldName: LabelPattern = {
  name: 'bold-name',
  weight: 0.8,
  alone: false,
  match(head) {
    const match = label.exec(head);
    if (match === null) return null;
    return { speaker: match.groups!['name']!.trim(), time: null, emphasised: true, length: match[0].trimEnd().length };
  },
};
