import { Fragment } from 'react';
import type { Output } from '../../../shared/contract/methods.ts';
import type { ItemFigures } from '../../../shared/contract/methods/survey.ts';
import { SmallDistribution } from '../../charts/distribution.tsx';
import { useWords } from '../../i18n/text.ts';
import { HelpMark } from '../help/help-mark.tsx';
import { isStatistic } from '../help/statistics.ts';
import { noFigure } from '../results/figures.ts';
import result from '../results/result.module.css';
import type { Which } from './answering-cases.tsx';
import { countsText, figureText, missingCount, missingText } from './survey-words.ts';
import styles from './survey-screen.module.css';

type TableProps = {
  readonly items: Output<'survey.figures'>['items'];
  readonly nameOf: (attribute: string) => string;
  readonly by: string | null;
  readonly selected: string;
  readonly onSelect: (attribute: string) => void;
  /** Shows the cases a count is of; without a group those of all. */
  readonly onOpen: (attribute: string, group: string | null | undefined, which: Which) => void;
};

/** Every item with its figures, below it those of the groups; a name opens its chart. */
export function ItemTable({ items, nameOf, by, selected, onSelect, onOpen }: TableProps) {
  const { t } = useWords();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls must be reachable by keyboard
    <div className={styles.table} tabIndex={0} role="region" aria-label={t('survey.table')}>
      <table className={result.table}>
        <thead>
          <tr>
            <th scope="col">{by === null ? t('survey.column.item') : t('survey.column.itemBy', { by })}</th>
            {(['n', 'missing', 'mean', 'sd', 'median'] as const).map((column) => (
              <th key={column} scope="col" className={result.number} title={t(`survey.column.${column}.long`)}>
                {t(`survey.column.${column}`)}
                {isStatistic(column) ? <HelpMark of={column} /> : null}
              </th>
            ))}
            <th scope="col" className={styles.plot}>
              {t('survey.column.distribution')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ attribute, all, groups }) => (
            <Fragment key={attribute}>
              <tr data-selected={attribute === selected}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.item}
                    aria-pressed={attribute === selected}
                    onClick={() => onSelect(attribute)}
                  >
                    {nameOf(attribute)}
                  </button>
                </th>
                <Cells figures={all} of={nameOf(attribute)} onOpen={(which) => onOpen(attribute, undefined, which)} />
              </tr>
              {groups.map(({ group, figures }) => (
                <tr key={group ?? ''} className={styles.group}>
                  <th scope="row">{group ?? t('survey.group.none')}</th>
                  <Cells
                    figures={figures}
                    of={`${nameOf(attribute)}, ${group ?? t('survey.group.none')}`}
                    onOpen={(which) => onOpen(attribute, group, which)}
                  />
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellsProps = {
  readonly figures: ItemFigures;
  /** Item and group, for screen readers. */
  readonly of: string;
  readonly onOpen: (which: Which) => void;
};

function Cells({ figures, of, onOpen }: CellsProps) {
  const { t } = useWords();
  const missing = missingCount(figures);
  return (
    <>
      <td className={result.number}>
        <button
          type="button"
          className={result.figure}
          aria-label={t('survey.cases.open', { of, column: t('survey.column.n'), count: figures.n })}
          onClick={() => onOpen('answered')}
        >
          {figures.n}
        </button>
      </td>
      <td className={result.number} title={missingText(t, figures)}>
        {missing === 0 ? (
          noFigure
        ) : (
          <button
            type="button"
            className={result.figure}
            aria-label={t('survey.cases.open', { of, column: t('survey.column.missing'), count: missing })}
            onClick={() => onOpen('missing')}
          >
            {missing}
          </button>
        )}
      </td>
      {([figures.mean, figures.sd, figures.median] as const).map((figure, place) => {
        const { text, title } = figureText(t, figure);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- three columns in their order
          <td key={place} className={`${result.number} ${place === 0 ? result.main : ''}`} title={title}>
            {text}
          </td>
        );
      })}
      <td className={styles.plot}>
        <SmallDistribution bars={figures.counts} />
        <span className="unseen">{countsText(figures)}</span>
      </td>
    </>
  );
}
