import type { MessageCall } from '../../../shared/messages/error-message.ts';

/** Why a backup was made, in words. */
export function reasonText(reason: string): MessageCall {
  if (reason === 'timer') return { id: 'backups.reason.timer', values: {} };
  if (reason === 'before-codings') return { id: 'backups.reason.codings', values: {} };
  if (reason === 'blind-coding') return { id: 'backups.reason.blind', values: {} };
  if (reason.startsWith('before-schema-')) return { id: 'backups.reason.schema', values: {} };
  return { id: 'backups.reason.other', values: { reason } };
}
