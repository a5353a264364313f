import type { UndefinedReason } from './measure.ts';

/**
 * Why a statistic of association or comparison has no value: beyond the reasons for a coefficient of agreement,
 *
 * - `in_every_unit`: the code is in all units, so there is nothing to contrast it with.
 * - `never_together`: the two codes are never in the same unit, and the measure would be minus infinity.
 * - `always_together`: both codes are in every unit, so the measure is 0/0.
 * - `zero_cell`: a cell of the table is 0 where the formula divides by it or takes its logarithm.
 * - `zero_margin`: a row or column of the table adds up to 0.
 * - `single_category`: fewer than two rows or two columns, or fewer than two conditions.
 * - `too_few_units`: fewer units, respondents or documents than the formula needs.
 * - `no_discordant_pairs`: every respondent is alike under both conditions.
 * - `all_tied`: no respondent tells any two conditions apart.
 * - `identical_order`: every respondent puts the conditions in the same order, so nothing is left to estimate error from.
 * - `too_large`: too many possible tables to go through all of them; draw at random instead.
 */
export type NoStatisticReason =
  | UndefinedReason
  | 'in_every_unit'
  | 'never_together'
  | 'always_together'
  | 'zero_cell'
  | 'zero_margin'
  | 'single_category'
  | 'too_few_units'
  | 'no_discordant_pairs'
  | 'all_tied'
  | 'identical_order'
  | 'too_large';

/** There is no value, and this is why. */
export type NoStatistic = { readonly undefined: NoStatisticReason };

/** A number, or the reason why there is none. Never NaN, never infinite, never a stand-in 0 or 1. */
export type Statistic = { readonly value: number } | NoStatistic;
