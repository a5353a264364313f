import type { AgreementResult } from '../../../shared/contract/methods/agreement.ts';
import type { Words } from '../../i18n/text.ts';
import { countOrDash, countText, noFigure } from '../results/figures.ts';
import type { AgreementColumn, AgreementRow } from './agreement-rows.ts';

type Comparison = Pick<AgreementResult, 'unit' | 'coders'>;
type Counted = Pick<AgreementRow, 'counts' | 'both'>;

export type CountFigure = {
  readonly text: string;
  /** What a screen reader says for it. */
  readonly spoken: string;
  /** What the figure does not say itself, shown on hover. */
  readonly title?: string | undefined;
};

/** A column of counts between the names and the coefficients. */
export type CountColumn = {
  readonly column: AgreementColumn;
  readonly head: string;
  readonly title: string;
  readonly ofCode: (row: Counted) => CountFigure;
  readonly ofAll: (pooled: Counted) => CountFigure;
};

function coderColumn(t: Words['t'], { unit, coders }: Comparison, place: number): CountColumn {
  const coder = coders[place]!.name;
  const figure = ({ counts }: Counted, none: string | undefined): CountFigure => {
    const count = counts[place] ?? null;
    const text = countOrDash(count);
    const reason = t('agreement.notJudged', { coder });
    return count === null
      ? { text, spoken: reason, title: reason }
      : { text, spoken: text, title: count ? undefined : none };
  };
  return {
    column: `coder:${place}`,
    head: coder,
    title: t('agreement.column.coder', { units: t('results.units.many', { unit }), coder }),
    ofCode: (row) => figure(row, t('agreement.neverUsed', { coder })),
    ofAll: (pooled) => figure(pooled, undefined),
  };
}

/** More coders than these have one column together: the coefficients stay in sight. */
export const mostColumns = 3;

/** Every coder's count, in the order of the coders. */
export function countsByName(coders: Comparison['coders'], counts: Counted['counts']): string {
  return coders.map(({ name }, place) => `${name} ${countOrDash(counts[place] ?? null)}`).join(' · ');
}

/** From the fewest to the most that one of the coders coded. */
export function rangeText(counts: Counted['counts']): string {
  const judged = counts.flatMap((count) => count ?? []);
  if (judged.length === 0) return noFigure;
  const ends = [...new Set([Math.min(...judged), Math.max(...judged)])];
  return ends.map((count) => countText(count)).join('–');
}

/** The counts of all coders folded into one column: hovering, hearing or opening a figure tells whose they are. */
function foldedColumn(t: Words['t'], { unit, coders }: Comparison): CountColumn {
  const figure = ({ counts }: Counted): CountFigure => {
    const each = countsByName(coders, counts);
    const missing = coders.filter((_, place) => counts[place] === null);
    const more = [each, ...missing.map(({ name }) => t('agreement.notJudged', { coder: name }))].join('\n');
    return { text: rangeText(counts), spoken: more, title: more };
  };
  return {
    column: 'each',
    head: t('agreement.column.each'),
    title: t('agreement.column.each.long', { units: t('results.units.many', { unit }) }),
    ofCode: figure,
    ofAll: figure,
  };
}

/** What each coder coded, and how many all did. */
export function countColumns(t: Words['t'], agreement: Comparison): readonly CountColumn[] {
  const { coders, unit } = agreement;
  const both = (row: Counted): CountFigure => ({ text: countText(row.both), spoken: countText(row.both) });
  return [
    ...(coders.length > mostColumns
      ? [foldedColumn(t, agreement)]
      : coders.map((_, place) => coderColumn(t, agreement, place))),
    {
      column: 'both',
      head: t('agreement.column.both', { coders: coders.length }),
      title: t('agreement.column.both.long', { units: t('results.units.many', { unit }) }),
      ofCode: both,
      ofAll: both,
    },
  ];
}
