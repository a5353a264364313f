import type { Output } from '../../../shared/contract/methods.ts';
import type { Question } from '../../../shared/contract/methods/guide.ts';
import type { NamedCode } from '../codebook/code-names.ts';
import { csvText } from '../results/csv.ts';

/** The matrix as CSV: a row for each question, a column for each code, codings counted; empty cells are 0. */
export function matrixCsv(
  { cells, answers }: Output<'guide.matrix'>,
  questions: readonly Question[],
  codes: readonly NamedCode[],
  facts: { readonly project: string; readonly coder: string; readonly synthetic: boolean },
): string {
  const counts = new Map(cells.map(({ question, code, codings }) => [`${question} ${code}`, codings]));
  const answered = new Map(answers.map(({ question, documents }) => [question, documents]));
  return csvText(
    [['project', facts.project], ['coder', facts.coder], ...(facts.synthetic ? [['synthetic', 'yes'] as const] : [])],
    ['question', 'answered_in', ...codes.map(({ code, name }) => code.slug ?? name)],
    questions.map(({ id, key }) => [
      key,
      answered.get(id) ?? 0,
      ...codes.map(({ code }) => counts.get(`${id} ${code.id}`) ?? 0),
    ]),
  );
}
