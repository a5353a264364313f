import type { NoStatisticReason } from '../../../shared/statistics/statistic.ts';
import type { MessageId, Words } from '../../i18n/text.ts';

type Reason = NoStatisticReason | 'overlapping_codes' | 'too_few_passages' | 'many_spans';

const messages: Readonly<Record<Reason, MessageId>> = {
  no_units: 'results.undefined.no_units',
  no_pairable_values: 'results.undefined.no_pairable_values',
  no_variation: 'results.undefined.no_variation',
  two_coders_only: 'results.undefined.two_coders_only',
  never_used: 'results.undefined.never_used',
  too_few_units: 'results.undefined.too_few_units',
  in_every_unit: 'results.undefined.in_every_unit',
  never_together: 'results.undefined.never_together',
  always_together: 'results.undefined.always_together',
  zero_cell: 'results.undefined.zero_cell',
  zero_margin: 'results.undefined.zero_margin',
  single_category: 'results.undefined.single_category',
  no_discordant_pairs: 'results.undefined.no_discordant_pairs',
  all_tied: 'results.undefined.all_tied',
  identical_order: 'results.undefined.identical_order',
  too_large: 'results.undefined.too_large',
  overlapping_codes: 'results.undefined.overlapping_codes',
  too_few_passages: 'results.undefined.too_few_passages',
  many_spans: 'results.undefined.many_spans',
};

/** Why a figure is not defined, in words; a reason from a newer core is named in general terms. */
export function undefinedText(t: Words['t'], reason: string): string {
  return t(Object.hasOwn(messages, reason) ? messages[reason as Reason] : 'results.undefined.other');
}
