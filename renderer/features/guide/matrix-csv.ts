import type { Output } from '../../../shared/contract/methods.ts';
import type { Question } from '../../../shared/contract/methods/guide.ts';
import type { NamedCode } from '../codebook/code-names.ts';
import type { ResultTable } from '../results/result-csv.ts';

/** The matrix as a table: a row for each question, a column for each code, codings counted; empty cells are 0. */
export function matrixTable(
  { cells, answers }: Output<'guide.matrix'>,
  questions: readonly Question[],
  codes: readonly NamedCode[],
  coder: string,
): ResultTable {
  const counts = new Map(cells.map(({ question, code, codings }) => [`${question} ${code}`, codings]));
  const answered = new Map(answers.map(({ question, documents }) => [question, documents]));
  return {
    facts: [
      ['analysis', 'questions by codes'],
      ['coder', coder],
    ],
    head: ['question', 'answered_in', ...codes.map(({ code, name }) => code.slug ?? name)],
    rows: questions.map(({ id, key }) => [
      key,
      answered.get(id) ?? 0,
      ...codes.map(({ code }) => counts.get(`${id} ${code.id}`) ?? 0),
    ]),
  };
}
