import { useState } from 'react';
import type { Input } from '../../../shared/contract/methods.ts';
import type {
  ComparisonGrouping,
  ComparisonTable,
  ComparisonTests,
} from '../../../shared/contract/methods/comparison.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import type { NamedCode } from '../results/code-names.ts';
import { countText } from '../results/figures.ts';
import { useKept } from '../results/kept-state.ts';
import { PassageList } from '../results/passage-list.tsx';
import result from '../results/result.module.css';
import type { Place } from './comparison-result.tsx';
import type { ColumnName } from './comparison-words.ts';
import styles from './comparison.module.css';
import { RowTests } from './row-tests.tsx';

type ComparisonSideProps = {
  readonly table: ComparisonTable;
  readonly input: Omit<Input<'comparison.compute'>, 'by'>;
  readonly by: ComparisonGrouping | undefined;
  readonly place: Place;
  readonly rows: readonly NamedCode[];
  readonly columns: readonly ColumnName[];
  readonly tests: ComparisonTests | null;
};

const tabs = ['passages', 'tests', 'difference'] as const;

/** What the chosen cell stands on: its passages, the tests of its row, and what sets two columns apart. */
export function ComparisonSide(props: ComparisonSideProps) {
  const { table, place, rows, columns, tests } = props;
  const { t } = useWords();
  const [tab, setTab] = useKept<(typeof tabs)[number]>('comparison.tab', 'passages');
  const row = rows[place.row];
  const column = columns[place.column];
  if (!row || !column) return null;
  return (
    <section className={styles.side} aria-label={t('comparison.side')}>
      <div className={styles.tabs}>
        {tabs.map((id) => (
          <button key={id} type="button" className={styles.tab} aria-pressed={tab === id} onClick={() => setTab(id)}>
            {t(`comparison.tab.${id}`)}
          </button>
        ))}
      </div>
      {tab === 'passages' ? <CellPassages {...props} row={row} column={column} /> : null}
      {tab === 'tests' ? (
        <RowTests
          name={row.name}
          place={place.row}
          columns={columns.map(({ name }) => name)}
          tests={tests}
          isGrouped={table.values !== null}
        />
      ) : null}
      {tab === 'difference' ? <Difference {...props} /> : null}
    </section>
  );
}

function CellPassages({
  table,
  input,
  by,
  place,
  row,
  column,
}: ComparisonSideProps & { row: NamedCode; column: { readonly name: string } }) {
  const { t } = useWords();
  const group = place.group === null ? null : table.groups[place.group];
  const { data } = useQuery('comparison.passages', {
    ...input,
    row: place.row,
    column: place.column,
    ...(by && group ? { by, group: group.key } : {}),
  });
  const cell = (group ?? table.all).cells[place.row]?.[place.column];
  return (
    <>
      <h2 className={styles.heading} aria-live="polite">
        {t('comparison.passages', { row: row.name, column: column.name })}{' '}
        <span>
          {cell
            ? t('comparison.passages.count', { respondents: cell.respondents.length, passages: cell.passages })
            : null}
        </span>
      </h2>
      {cell && cell.marked > 0 ? <p className={result.note}>{t('comparison.marked', { count: cell.marked })}</p> : null}
      {data ? <PassageList passages={data} /> : null}
    </>
  );
}

/** Two columns: for every code the passages of respondents who have it in one of them only. */
function Difference({ table, input, rows, columns }: ComparisonSideProps) {
  const { t } = useWords();
  const [pair, setPair] = useState<readonly [number, number]>([0, Math.min(1, columns.length - 1)]);
  const { data } = useQuery('comparison.difference', { ...input, first: pair[0], second: pair[1] });
  const options = columns.map(({ name }, place) => ({ id: String(place), label: name }));
  const differing = (data ?? [])
    .filter(({ onlyFirst, onlySecond }) => onlyFirst.length + onlySecond.length > 0)
    .sort((a, b) => Math.abs(b.inFirst - b.inSecond) - Math.abs(a.inFirst - a.inSecond) || a.row - b.row);
  const names = pair.map((place) => columns[place]?.name ?? '');
  return (
    <>
      <div className={result.settings}>
        <Choice
          label={t('comparison.difference.of')}
          value={String(pair[0])}
          options={options}
          onChange={(first) => setPair([Number(first), pair[1]])}
        />
        <Choice
          label={t('comparison.difference.and')}
          value={String(pair[1])}
          options={options}
          onChange={(second) => setPair([pair[0], Number(second)])}
        />
      </div>
      <p className={result.note}>
        {t(table.values === null ? 'comparison.difference.note' : 'comparison.difference.groups')}
      </p>
      {data && differing.length === 0 ? <p>{t('comparison.difference.none')}</p> : null}
      {differing.map(({ row, inFirst, inSecond, onlyFirst, onlySecond }) => (
        <section key={row} className={styles.difference} aria-label={rows[row]!.name}>
          <h2 className={styles.heading}>
            {rows[row]!.name}{' '}
            <span>
              {countText(inFirst)} : {countText(inSecond)}
            </span>
          </h2>
          {[onlyFirst, onlySecond].map((passages, side) =>
            passages.length === 0 ? null : (
              <div key={names[side]}>
                <p className={result.note}>
                  {t('comparison.difference.only', { column: names[side]!, count: passages.length })}
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
