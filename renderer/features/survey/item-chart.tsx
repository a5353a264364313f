import type { RefObject } from 'react';
import type { Attribute } from '../../../shared/contract/methods/cases.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { ItemFigures } from '../../../shared/contract/methods/survey.ts';
import { Distribution } from '../../charts/distribution.tsx';
import { useWords } from '../../i18n/text.ts';
import { countsText, figureText, missingCount } from './survey-words.ts';
import type { Which } from './answering-cases.tsx';
import styles from './survey-screen.module.css';

type ChartProps = {
  readonly attribute: Attribute;
  readonly item: Output<'survey.figures'>['items'][number];
  readonly by: string | null;
  readonly chart: RefObject<SVGSVGElement | null>;
  readonly onOpen: (group: string | null | undefined, which: Which) => void;
};

/** How the answers to one item are spread, for all or for each group, with n. */
export function ItemChart({ attribute, item, by, chart, onOpen }: ChartProps) {
  const { t } = useWords();
  const noteOf = (figures: ItemFigures): string =>
    t('survey.chart.note', {
      n: figures.n,
      missing: missingCount(figures),
      mean: figureText(t, figures.mean).text,
      sd: figureText(t, figures.sd).text,
    });
  const rows =
    item.groups.length === 0
      ? [{ group: undefined, name: attribute.name, figures: item.all }]
      : item.groups.map(({ group, figures }) => ({ group, name: group ?? t('survey.group.none'), figures }));
  return (
    <section aria-label={t('survey.chart.title', { name: attribute.name })}>
      {/* A chart of one row says its item itself. */}
      <h2 className={by === null ? 'unseen' : styles.heading}>
        {by === null
          ? t('survey.chart.title', { name: attribute.name })
          : t('survey.chart.titleBy', { name: attribute.name, by })}
      </h2>
      <Distribution
        ref={chart}
        rows={rows.map(({ name, figures }) => ({ name, note: noteOf(figures), bars: figures.counts }))}
        onOpen={(row, bar) => onOpen(rows[row]!.group, { answer: rows[row]!.figures.counts[bar]!.value })}
        barLabel={(row, bar) => t('survey.bar', { name: rows[row]!.name, ...rows[row]!.figures.counts[bar]! })}
        ends={
          attribute.lowLabel === null && attribute.highLabel === null
            ? null
            : [
                `${attribute.minimum ?? ''} ${attribute.lowLabel ?? ''}`.trim(),
                `${attribute.maximum ?? ''} ${attribute.highLabel ?? ''}`.trim(),
              ]
        }
        description={rows.map(({ name, figures }) => `${name}, ${noteOf(figures)}: ${countsText(figures)}`).join('. ')}
      />
    </section>
  );
}
