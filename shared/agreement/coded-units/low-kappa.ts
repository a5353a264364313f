import type { AgreementCounts } from './code-agreement.ts';
import type { Measure } from '../../statistics/measure.ts';

/** Why a κ is low beside a high percentage: what two coders who guessed at this prevalence would agree on anyway. */
export type LowKappa = {
  readonly percent: number;
  readonly kappa: number;
  readonly prevalence: number;
  /** p² + (1 − p)² at the prevalence p. */
  readonly chance: number;
  /** Units both coded, and units one alone coded. */
  readonly both: number;
  readonly single: number;
};

/** Percent agreement from which a κ below .667 needs an explanation. */
const highPercent = 0.9;
const lowKappa = 0.667;

type Figures = {
  readonly table: AgreementCounts['table'];
  readonly prevalence: { readonly value: number } | { readonly undefined: string };
  readonly measures: Readonly<Record<'percentAgreement' | 'cohenKappa', Measure | { readonly undefined: string }>>;
};

/** The explanation where κ is low and percent agreement high; null where there is nothing to explain. */
export function explainedLowKappa({ table, prevalence: share, measures }: Figures): LowKappa | null {
  const { percentAgreement: percent, cohenKappa: kappa } = measures;
  if (table === null || !('value' in percent) || !('value' in kappa) || !('value' in share)) return null;
  if (percent.value < highPercent || kappa.value >= lowKappa) return null;
  const prevalence = share.value;
  return {
    percent: percent.value,
    kappa: kappa.value,
    prevalence,
    chance: prevalence ** 2 + (1 - prevalence) ** 2,
    both: table.n11,
    single: table.n10 + table.n01,
  };
}
