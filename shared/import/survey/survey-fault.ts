import { valueProblems } from '../../domain/attribute.ts';

/** What is wrong in a row of a survey: the row itself, or one of its cells. */
export const surveyProblems = ['too_many_cells', 'no_key', 'duplicate_key', ...valueProblems] as const;
export type SurveyProblem = (typeof surveyProblems)[number];
