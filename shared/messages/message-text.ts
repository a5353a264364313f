import { IntlMessageFormat } from 'intl-messageformat';
import { catalogues } from './catalogues.ts';
import type { MessageCall } from './error-message.ts';

const formats = new Map<string, IntlMessageFormat>();

/** A message in words, without a window. */
export function messageText({ id, values }: MessageCall, language: keyof typeof catalogues): string {
  const key = `${language} ${id}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(catalogues[language][id], language);
    formats.set(key, format);
  }
  return String(format.format({ ...values }));
}
