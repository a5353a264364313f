import type { CsvRowFault, ErrorCode, WireError } from '../contract/errors.ts';
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
