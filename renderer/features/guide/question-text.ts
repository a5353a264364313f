import type { Question } from '../../../shared/contract/methods/guide.ts';

/** A question's words in a language, else in the first it has. */
export function questionText({ texts }: Question, language: string): { readonly text: string; readonly lang: string } {
  const lang = texts[language] === undefined ? (Object.keys(texts)[0] ?? language) : language;
  return { text: texts[lang] ?? '', lang };
}

/** Every language a guide is written in, in the order in which they are first met. */
export function guideLanguages(questions: readonly Question[]): string[] {
  return [...new Set(questions.flatMap(({ texts }) => Object.keys(texts)))];
}

/** Questions under their headings, in order. */
export function bySection(
  questions: readonly Question[],
): { readonly section: string; readonly questions: Question[] }[] {
  const sections: { section: string; questions: Question[] }[] = [];
  for (const question of questions) {
    const last = sections.at(-1);
    if (last?.section === question.section) last.questions.push(question);
    else sections.push({ section: question.section, questions: [question] });
  }
  return sections;
}
