import { IntlMessageFormat } from 'intl-messageformat';
import type { WireError } from '../contract/errors.ts';
import { catalogues } from './catalogues.ts';
import { errorMessage } from './error-message.ts';

/** An error in words: what happened, to which file, what to do. */
export function errorText(error: WireError, language: keyof typeof catalogues): string {
  const { id, values } = errorMessage(error);
  return String(new IntlMessageFormat(catalogues[language][id], language).format({ ...values }));
}
