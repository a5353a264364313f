import type { AgreementIntervals } from '../../../shared/contract/methods/agreement.ts';
import type { Words } from '../../i18n/text.ts';

/** How the intervals were made: what was drawn, how often, from which seed. */
export function intervalsInWords(t: Words['t'], { resampling, elements, drawn }: AgreementIntervals): string {
  return drawn === null
    ? t('agreement.foot.jackknife', { documents: elements })
    : t('agreement.foot.intervals', { resampling, elements, resamples: drawn.resamples, seed: drawn.seed });
}
