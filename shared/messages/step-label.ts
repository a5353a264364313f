import type { HistoryStep } from '../contract/methods/history.ts';
import { catalogues, type MessageId } from './catalogues.ts';
import type { MessageCall } from './error-message.ts';

/** What a step of the history did, in words. A step that has no words of its own is called a change. */
export function stepLabel(step: Pick<HistoryStep, 'command' | 'label'>): MessageCall {
  const id = `history.${step.command}`;
  if (Object.hasOwn(catalogues.en, id)) return { id: id as MessageId, values: step.label };
  return { id: 'history.other', values: {} };
}
