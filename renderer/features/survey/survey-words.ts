import type { ItemFigures } from '../../../shared/contract/methods/survey.ts';
import type { Words } from '../../i18n/text.ts';
import { coefficientText, noFigure } from '../results/figures.ts';
import { undefinedText } from '../results/undefined-text.ts';

/** A mean or the like with two decimals; a dash with its reason where there is none. */
export function figureText(t: Words['t'], figure: ItemFigures['mean'], decimals = 2): { text: string; title?: string } {
  if (figure === null) return { text: noFigure };
  return 'value' in figure
    ? { text: coefficientText(figure.value, decimals) }
    : { text: noFigure, title: undefinedText(t, figure.undefined) };
}

/** How many gave no answer, and why, in words. */
export function missingText(t: Words['t'], { missing }: ItemFigures): string {
  const kinds = ['empty', 'missing', 'not_applicable', 'refused', 'confidential'] as const;
  return kinds
    .filter((kind) => missing[kind] > 0)
    .map((kind) => t('survey.missing.part', { count: missing[kind], kind: t(`cases.missing.${kind}`) }))
    .join(', ');
}

export function missingCount({ missing }: ItemFigures): number {
  return Object.values(missing).reduce((sum, count) => sum + count, 0);
}

/** `1 not at all: 4, 2: 6 …`, for those who do not see the chart. */
export function countsText({ counts }: ItemFigures): string {
  return counts.map(({ value, count }) => `${value}: ${count}`).join(', ');
}
