/** What is wrong with a query's text. */
export const queryProblems = [
  'empty',
  'term_expected',
  'operator_expected',
  'unknown_field',
  'value_missing',
  'unclosed_quote',
  'unclosed_bracket',
  'bracket_unopened',
  'distance',
  'role',
  'memo',
  'too_deep',
  'unknown_code',
  'unknown_coder',
  'unknown_case',
  'unknown_document',
  'unknown_attribute',
  'unknown_speaker',
] as const;
export type QueryProblem = (typeof queryProblems)[number];

/** A query that cannot be understood: what is wrong, where in its text (UTF-16), and what stands there. */
export class QuerySyntaxError extends Error {
  readonly problem: QueryProblem;
  readonly at: number;
  readonly found: string;

  constructor(problem: QueryProblem, at: number, found: string) {
    super(`${problem} at ${at}: ${found}`);
    this.problem = problem;
    this.at = at;
    this.found = found;
  }
}
