import type { MessageId } from '../messages/catalogues.ts';
import type { MessageValues } from '../messages/error-message.ts';

/** The program's words in the report's language. */
export type ReportWords = (id: MessageId, values?: MessageValues) => string;

/** Why a figure has no value, in words. */
export function undefinedReason(t: ReportWords, reason: string): string {
  return t(`results.undefined.${reason}` as MessageId);
}
