import type { AgreementResult } from '../../../shared/contract/methods/agreement.ts';
import type { Words } from '../../i18n/text.ts';
import { countOrDash, countText } from '../results/figures.ts';
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
    return count === null ? { text, spoken: reason, title: reason } : { text, spoken: text, title: count ? undefined : none };
  };
  return {
    column: `coder:${place}`,
    head: coder,
    title: t('agreement.column.coder', { units: t('results.units.many', { unit }), coder }),
    ofCode: (row) => figure(row, t('agreement.neverUsed', { coder })),
    ofAll: (pooled) => figure(pooled, undefined),
  };
}

/** A count for each coder and how many all coded. */
export function countColumns(t: Words['t'], agreement: Comparison): readonly CountColumn[] {
  const { coders, unit } = agreement;
  const both = (row: Counted): CountFigure => ({ text: countText(row.both), spoken: countText(row.both) });
  return [
    ...coders.map((_, place) => coderColumn(t, agreement, place)),
    {
      column: 'both',
      head: t('agreement.column.both', { coders: coders.length }),
      title: t('agreement.column.both.long', { units: t('results.units.many', { unit }) }),
      ofCode: both,
      ofAll: both,
    },
  ];
}
