import { IntlMessageFormat } from 'intl-messageformat';
import type { CsvRowFault, WireError } from '../contract/errors.ts';
import { catalogues } from './catalogues.ts';
import { csvRowMessage, errorMessage, type MessageCall } from './error-message.ts';

function text({ id, values }: MessageCall, language: keyof typeof catalogues): string {
  return String(new IntlMessageFormat(catalogues[language][id], language).format({ ...values }));
}

/** An error in words: what happened, to which file, what to do. */
export function errorText(error: WireError, language: keyof typeof catalogues): string {
  return text(errorMessage(error), language);
}

/** One refused row of a CSV in words: line, both texts. */
export function csvRowText(fault: CsvRowFault, language: keyof typeof catalogues): string {
  return text(csvRowMessage(fault), language);
}
