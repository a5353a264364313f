import type { CodebookFault, CsvRowFault, SurveyFault, WireError } from '../contract/errors.ts';
import type { catalogues } from './catalogues.ts';
import {
  codebookFaultMessage,
  csvRowMessage,
  errorMessage,
  surveyFaultMessage,
  surveyProblemMessage,
} from './error-message.ts';
import { messageText } from './message-text.ts';

/** An error in words: what happened, to which file, what to do. */
export function errorText(error: WireError, language: keyof typeof catalogues): string {
  return messageText(errorMessage(error), language);
}

/** One refused row of a CSV in words: line, both texts. */
export function csvRowText(fault: CsvRowFault, language: keyof typeof catalogues): string {
  return messageText(csvRowMessage(fault), language);
}

/** One row or code of a codebook that is not taken, in words. */
export function codebookFaultText(fault: CodebookFault, language: keyof typeof catalogues): string {
  return messageText(codebookFaultMessage(fault), language);
}

/** One wrong cell or row of a survey in words: row, column, what. */
export function surveyFaultText(fault: SurveyFault, language: keyof typeof catalogues): string {
  return messageText(surveyFaultMessage(fault, messageText(surveyProblemMessage(fault), language)), language);
}
