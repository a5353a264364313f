import type { CellFault, CodebookFault, CsvRowFault, ErrorCode, SurveyFault, WireError } from '../contract/errors.ts';
import type { MessageId } from './catalogues.ts';

export type MessageValues = Readonly<Record<string, string | number>>;

/** A text and what goes into it, before a language is chosen. */
export type MessageCall = { readonly id: MessageId; readonly values: MessageValues };

type Listed = Readonly<Record<string, unknown>>;

function plainValues(params: Listed): MessageValues {
  const values: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(params)) {
    if (typeof value === 'string' || typeof value === 'number') values[key] = value;
    // A list of names is read out; a list of anything else is counted.
    else if (Array.isArray(value))
      values[key] = value.every((item) => typeof item === 'string') ? value.join(', ') : value.length;
  }
  return values;
}

/** The text that says an error to the user: what happened, to which file, what to do. */
export function errorMessage(error: WireError): MessageCall {
  const id: `error.${ErrorCode}` = `error.${error.code}`;
  return { id, values: plainValues(error.params) };
}

/** The text that says what is wrong with one row of a codings CSV. */
export function csvRowMessage(fault: CsvRowFault): MessageCall {
  const id: `error.csvRow.${CsvRowFault['problem']}` = `error.csvRow.${fault.problem}`;
  return { id, values: { value: '', given: '', found: '', ...plainValues(fault) } };
}

/** The text that says what is wrong with one row of a codebook. */
export function codebookFaultMessage(fault: CodebookFault): MessageCall {
  const id: `error.codebookRow.${CodebookFault['problem']}` = `error.codebookRow.${fault.problem}`;
  return { id, values: plainValues(fault) };
}

/** What is wrong with a value or row, without where. */
export function surveyProblemMessage({ problem, value }: Pick<SurveyFault, 'problem' | 'value'>): MessageCall {
  const id: `error.survey.${SurveyFault['problem']}` = `error.survey.${problem}`;
  return { id, values: { value } };
}

/** Where a value or row of a survey is wrong; `what` comes from {@link surveyProblemMessage}. */
export function surveyFaultMessage({ row, column }: SurveyFault, what: string): MessageCall {
  return column === null
    ? { id: 'error.survey.row', values: { row, what } }
    : { id: 'error.survey.place', values: { row, column, what } };
}

/** Which cell of the grid a value was meant for. */
export function cellFaultMessage({ case: of, attribute }: CellFault, what: string): MessageCall {
  return { id: 'error.survey.cell', values: { case: of, attribute, what } };
}
