import { type ReactNode, useMemo, useRef } from 'react';
import type { Input } from '../../../shared/contract/methods.ts';
import type {
  ComparisonGroup,
  ComparisonGrouping,
  ComparisonTable,
} from '../../../shared/contract/methods/comparison.ts';
import type { PlaneBehaviour } from '../../../shared/contract/methods/plane.ts';
import type { ProjectSummary } from '../../../shared/contract/methods/project.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../i18n/text.ts';
import type { NamedCode } from '../results/code-names.ts';
import { ExportMenu } from '../results/export-menu.tsx';
import { JobProgress } from '../results/job-progress.tsx';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { useBackgroundJob } from '../results/use-background-job.ts';
import { squaresWidth } from '../../charts/respondent-squares.tsx';
import { ComparisonChart } from './comparison-chart.tsx';
import { comparisonFigures } from './comparison-csv.ts';
import { ComparisonSide } from './comparison-side.tsx';
import { ComparisonTableView } from './comparison-table.tsx';
import { useColumnNames, useComparisonCaption } from './comparison-words.ts';
import styles from './comparison.module.css';
import type { Marker } from '../results/marker.tsx';
import type { Settings } from './settings.ts';
import { SurveyRows } from './survey-rows.tsx';
import type { Place } from './place.ts';

type ComparisonResultProps = {
  readonly table: ComparisonTable;
  readonly input: Omit<Input<'comparison.compute'>, 'by'>;
  readonly by: ComparisonGrouping | undefined;
  readonly settings: Settings;
  readonly rows: readonly CodeId[];
  readonly columns: readonly CodeId[];
  readonly marker: Marker | null;
  readonly names: ReadonlyMap<CodeId, NamedCode>;
  readonly project: ProjectSummary;
  readonly behaviours: readonly PlaneBehaviour[];
  /** The settings. */
  readonly children: ReactNode;
};

/** The first cell with passages, else the first of all. */
function firstFilled(
  groups: readonly { readonly place: number | null; readonly group: Pick<ComparisonGroup, 'cells'> }[],
): Place {
  for (const { place, group } of groups)
    for (const [row, cells] of group.cells.entries()) {
      const column = cells.findIndex(({ passages }) => passages > 0);
      if (column >= 0) return { group: place, row, column };
    }
  return { group: groups[0]?.place ?? null, row: 0, column: 0 };
}

/** The tables of the whole or of every group, the survey in the same columns, and beside them what the chosen cell stands on. */
export function ComparisonResult(props: ComparisonResultProps) {
  const { table, input, by, settings, rows, columns, marker, names, project, behaviours, children } = props;
  const { t } = useWords();
  const chart = useRef<SVGSVGElement>(null);
  const caption = useComparisonCaption(table, settings, marker, { names, synthetic: project.synthetic });
  const columnNames = useColumnNames(table, columns, names);
  const rowNames = useMemo(() => rows.map((code) => names.get(code)!).filter(Boolean), [rows, names]);
  const [kept, setPlace] = useKept<Place | null>('comparison.place', null);
  const tests = useBackgroundJob('comparison.test', { ...input, unit: settings.unit }, table.revision);

  const groups =
    by === undefined ? [{ place: null, group: table.all }] : table.groups.map((group, place) => ({ place, group }));
  const isThere =
    kept !== null &&
    kept.row < rows.length &&
    kept.column < columnNames.length &&
    (by === undefined ? kept.group === null : kept.group !== null && kept.group < table.groups.length);
  const place = isThere ? kept : firstFilled(groups);

  return (
    <>
      <div className={result.titlebar}>
        <h1 className={result.title}>{t('comparison.title')}</h1>
        <p className={result.caption} aria-live="polite">
          {caption}
        </p>
        <div className={result.end}>
          <ExportMenu
            project={project}
            revision={table.revision}
            title={t('comparison.title')}
            nameWords={[table.coder]}
            caption={[caption, t('comparison.squares.export')]}
            chart={() => chart.current}
            table={() =>
              comparisonFigures(table, {
                rows: rowNames.map(({ fileName }) => fileName),
                columns:
                  table.values?.map((value) => value ?? '') ?? columns.map((code) => names.get(code)?.fileName ?? ''),
                tests: tests.answer,
              })
            }
          />
        </div>
      </div>
      {children}
      <div className={styles.two}>
        <div
          className={styles.tables}
          style={{
            '--columns': columns.length,
            '--squares': `${squaresWidth(table.all.respondents.length)}px`,
          }}
        >
          {groups.map(({ place: at, group }) => (
            <ComparisonTableView
              key={at}
              table={table}
              group={group}
              title={at === null ? null : (group.name ?? t('results.filter.noValue'))}
              rows={rowNames}
              columns={columnNames}
              hasShapes={table.values === null}
              unit={settings.unit}
              selected={place.group === at ? place : null}
              onOpen={(row, column) => setPlace({ group: at, row, column })}
            />
          ))}
          {table.values === null && by === undefined ? (
            <SurveyRows columns={columns} behaviours={behaviours} names={columnNames} />
          ) : null}
          <p className={result.note}>{t('comparison.squares.note')}</p>
          <JobProgress job={tests} label={t('comparison.test.running')} />
        </div>
        <ComparisonSide
          table={table}
          input={input}
          by={by}
          place={place}
          rows={rowNames}
          columns={columnNames}
          tests={tests.answer}
          unit={settings.unit}
        />
      </div>
      <ComparisonChart
        ref={chart}
        table={table}
        groups={groups.map(({ group }) => group)}
        rows={rowNames}
        columns={columnNames}
        hasShapes={table.values === null}
      />
    </>
  );
}
