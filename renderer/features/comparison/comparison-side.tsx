import type { Input } from '../../../shared/contract/methods.ts';
import type {
  ComparisonGrouping,
  ComparisonTable,
  ComparisonTests,
} from '../../../shared/contract/methods/comparison.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import type { NamedCode } from '../results/code-names.ts';
import { useKept } from '../results/kept-state.ts';
import { PassageList } from '../results/passage-list.tsx';
import result from '../results/result.module.css';
import type { Place } from './place.ts';
import type { ColumnName } from './comparison-words.ts';
import styles from './comparison.module.css';
import type { Settings } from './settings.ts';
import { ComparisonDifference } from './comparison-difference.tsx';
import { RowTests } from './row-tests.tsx';

type ComparisonSideProps = {
  readonly table: ComparisonTable;
  readonly input: Omit<Input<'comparison.compute'>, 'by'>;
  readonly by: ComparisonGrouping | undefined;
  readonly place: Place;
  readonly rows: readonly NamedCode[];
  readonly columns: readonly ColumnName[];
  readonly tests: ComparisonTests | null;
  readonly unit: Settings['unit'];
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
      {tab === 'difference' ? <ComparisonDifference {...props} /> : null}
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
