import type { Input } from '../../../shared/contract/methods.ts';
import type { ComparisonTable } from '../../../shared/contract/methods/comparison.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import type { NamedCode } from '../results/code-names.ts';
import { countText } from '../results/figures.ts';
import { useKept } from '../results/kept-state.ts';
import { PassageList } from '../results/passage-list.tsx';
import result from '../results/result.module.css';
import type { ColumnName } from './comparison-words.ts';
import styles from './comparison.module.css';
import type { Settings } from './settings.ts';

type ComparisonDifferenceProps = {
  readonly table: ComparisonTable;
  readonly input: Omit<Input<'comparison.compute'>, 'by'>;
  readonly rows: readonly NamedCode[];
  readonly columns: readonly ColumnName[];
  readonly unit: Settings['unit'];
};

/** What sets two columns apart, most different code first: the passages of respondents, or those passages, that stand in one of them only. */
export function ComparisonDifference({ table, input, rows, columns, unit }: ComparisonDifferenceProps) {
  const { t } = useWords();
  const [kept, setPair] = useKept<readonly [number, number]>('comparison.difference', [0, 1]);
  const last = columns.length - 1;
  const [first, second] = [Math.min(kept[0], last), Math.min(kept[1], last)];
  const { data } = useQuery('comparison.difference', { ...input, unit, first, second });
  const options = columns.map(({ name }, place) => ({ id: String(place), label: name }));
  const differing = (data ?? [])
    .filter(({ onlyFirst, onlySecond }) => onlyFirst.length + onlySecond.length > 0)
    .sort((a, b) => Math.abs(b.inFirst - b.inSecond) - Math.abs(a.inFirst - a.inSecond) || a.row - b.row);
  const note =
    unit === 'passages'
      ? 'comparison.difference.passages'
      : table.values === null
        ? 'comparison.difference.note'
        : 'comparison.difference.groups';
  return (
    <>
      <div className={result.settings}>
        <Choice
          label={t('comparison.difference.of')}
          value={String(first)}
          options={options}
          onChange={(place) => setPair([Number(place), second])}
        />
        <Choice
          label={t('comparison.difference.and')}
          value={String(second)}
          options={options}
          onChange={(place) => setPair([first, Number(place)])}
        />
      </div>
      <p className={result.note}>{t(note)}</p>
      {data && differing.length === 0 ? <p>{t('comparison.difference.none')}</p> : null}
      {differing.map(({ row, inFirst, inSecond, onlyFirst, onlySecond }) => (
        <section key={row} className={styles.difference} aria-label={rows[row]!.name}>
          <h2 className={styles.heading}>
            {rows[row]!.name}{' '}
            <span>
              {countText(inFirst)} : {countText(inSecond)}
            </span>
          </h2>
          {[
            { column: columns[first]!, passages: onlyFirst },
            { column: columns[second]!, passages: onlySecond },
          ].map(({ column, passages }) =>
            passages.length === 0 ? null : (
              <div key={column.id}>
                <p className={result.note}>
                  {t('comparison.difference.only', { column: column.name, count: passages.length })}
                </p>
                <PassageList passages={passages} />
              </div>
            ),
          )}
        </section>
      ))}
    </>
  );
}
