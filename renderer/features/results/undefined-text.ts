import type { NoIntervalReason } from '../../../shared/statistics/interval.ts';
import type { MessageId, Words } from '../../i18n/text.ts';

const messages: Readonly<Record<NoIntervalReason, MessageId>> = {
  no_units: 'results.undefined.no_units',
  no_pairable_values: 'results.undefined.no_pairable_values',
  no_variation: 'results.undefined.no_variation',
  two_coders_only: 'results.undefined.two_coders_only',
  never_used: 'results.undefined.never_used',
  too_few_units: 'results.undefined.too_few_units',
};

/** Why a figure is not defined, in words; a reason from a newer core is named in general terms. */
export function undefinedText(t: Words['t'], reason: string): string {
  return t(Object.hasOwn(messages, reason) ? messages[reason as NoIntervalReason] : 'results.undefined.other');
}
