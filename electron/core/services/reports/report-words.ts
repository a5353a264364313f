import type { MessageId } from '../../../../shared/messages/catalogues.ts';
import type { MessageValues } from '../../../../shared/messages/error-message.ts';

/** The program's words in the report's language. */
export type ReportWords = (id: MessageId, values?: MessageValues) => string;
