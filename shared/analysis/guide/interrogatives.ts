/** What a question asks for, where its words say so. */
export type Interrogative = 'who' | 'where' | 'when' | 'how long';

/** English words that ask stand at the head of a clause, or behind a preposition; elsewhere they join clauses (`people who run it`). */
const clause = String.raw`(?:^|[.,;:?!—–]\s*|\b(?:and|or|but|so|then|with|to|by|from|for|of|since|until)\s+)`;

const signs: Readonly<Record<Interrogative, RegExp>> = {
  who: new RegExp(String.raw`${clause}(?:who|whom|whose)\b|谁|誰|哪些人|哪个人|どなた|どの人`, 'iu'),
  where: new RegExp(String.raw`${clause}where\b|哪里|哪儿|何处|どこ|どちらから|どちらへ`, 'iu'),
  when: new RegExp(String.raw`${clause}when\b|什么时候|何时|哪一年|いつ(?![もか])`, 'iu'),
  'how long':
    /\bhow (?:long|many (?:years|months|days|hours))\b|多久|多长时间|几年|どのくらい(?:の間|の期間|になり|ですか)|何年/iu,
};

/** Which of these a text asks for; empty where it asks otherwise, or nothing. */
export function interrogatives(text: string): ReadonlySet<Interrogative> {
  return new Set((Object.keys(signs) as Interrogative[]).filter((kind) => signs[kind].test(text)));
}
