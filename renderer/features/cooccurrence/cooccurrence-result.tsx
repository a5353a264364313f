import { useMemo, useRef } from 'react';
import type { Input } from '../../../shared/contract/methods.ts';
import { useWords } from '../../i18n/text.ts';
import { ExportMenu } from '../results/export-menu.tsx';
import { JobProgress } from '../results/job-progress.tsx';
import { useKeptScroll } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { ChosenPassages } from './chosen-passages.tsx';
import { clusteredCodes } from './clustered-codes.ts';
import { CooccurrenceControls } from './cooccurrence-controls.tsx';
import { cooccurrenceFigures } from './cooccurrence-csv.ts';
import { CooccurrenceHeatMap } from './cooccurrence-heat-map.tsx';
import { CooccurrenceNetwork } from './cooccurrence-network.tsx';
import type { TestOf } from './pair-figures.ts';
import { pairRows, type PairRow, shownCodes } from './pair-rows.ts';
import { PairTable } from './pair-table.tsx';
import type { ResultProps } from './result-props.ts';
import { computeInput } from './settings.ts';
import styles from './cooccurrence-screen.module.css';
import { useChosenCodes } from './use-chosen-codes.ts';
import { useListedPairs } from './use-listed-pairs.ts';
import { usePairTests } from './use-pair-tests.ts';

/** Heat map or network, table and passages of one coder's codes; what is chosen in one is shown in all. */
export function CooccurrenceResult(props: ResultProps) {
  const { block, names, settings, marker, onChange, least, project, revision, caption, head } = props;
  const { t } = useWords();
  const isOverlap = block.unit === 'overlap';
  const chart = useRef<SVGSVGElement>(null);
  const tableScroll = useKeptScroll<HTMLDivElement>('cooccurrence.table');

  const inCodebook = useMemo(() => shownCodes(block, names, least), [block, names, least]);
  const rows = useMemo(() => pairRows(block, inCodebook), [block, inCodebook]);
  const codes = useMemo(
    () => (settings.order === 'clustered' ? clusteredCodes(inCodebook, rows) : inCodebook),
    [settings.order, inCodebook, rows],
  );
  const together = useMemo(() => rows.filter((row) => row.together > 0), [rows]);
  const maximum = together.reduce((most, row) => Math.max(most, row.together), 0);

  const { coders: _coders, together: _together, ...counted } = computeInput(settings, marker);
  const testInput: Input<'cooccurrence.test'> | null =
    isOverlap || inCodebook.length < 2
      ? null
      : { ...counted, coder: block.coder, codes: inCodebook.map(({ code }) => code.id) };
  const tests = usePairTests(testInput, revision);
  const testOfPair = tests.of;
  const testOf = useMemo<TestOf>(
    () =>
      ({ pair }) =>
        testOfPair(pair),
    [testOfPair],
  );

  const listed = useListedPairs(together, settings, isOverlap, testOf);
  const { chosen, places, choose, chooseCode, choosePair } = useChosenCodes(codes, listed.rows);
  const isChosen = ({ first, second }: PairRow): boolean =>
    first.id === chosen?.first.id && second.id === chosen.second?.id;

  return (
    <>
      {head(
        <ExportMenu
          project={project}
          revision={revision}
          title={t('cooccurrence.title')}
          nameWords={[block.coderName]}
          caption={[caption, settings.columns === 'effect' || settings.columns === 'tests' ? tests.note : '']}
          chart={() => chart.current}
          description={t('cooccurrence.chart.description', { count: codes.length })}
          table={() => cooccurrenceFigures(block, names, testOfPair)}
        />,
      )}
      <CooccurrenceControls
        settings={settings}
        onChange={onChange}
        codes={inCodebook}
        isOverlap={isOverlap}
        mostLinks={maximum}
      />
      <div className={styles.two}>
        <figure
          className={styles.map}
          aria-label={t(settings.view === 'heat' ? 'cooccurrence.heat.label' : 'cooccurrence.network.label', {
            count: codes.length,
          })}
        >
          {settings.view === 'heat' ? (
            <CooccurrenceHeatMap
              ref={chart}
              codes={codes}
              rows={together}
              maximum={maximum}
              legend={t(isOverlap ? 'cooccurrence.legend.overlap' : 'cooccurrence.legend.unit', { unit: block.unit })}
              selected={places}
              onCode={chooseCode}
              onPair={choosePair}
            />
          ) : (
            <CooccurrenceNetwork
              ref={chart}
              codes={codes}
              rows={together}
              testOf={testOf}
              leastLink={settings.leastLink}
              onlySignificant={settings.onlySignificant && !isOverlap}
              selected={places}
              onCode={chooseCode}
              onPair={choosePair}
            />
          )}
        </figure>
        <div className={styles.side}>
          <div ref={tableScroll} className={styles.table}>
            <PairTable
              isOverlap={isOverlap}
              columns={listed.columns}
              testOf={testOf}
              rows={listed.rows}
              sorting={listed.sorting}
              onSort={listed.sortBy}
              isSelected={isChosen}
              onOpenPair={choose}
              onOpenCode={(code) => choose({ first: code })}
            />
            <p className={result.note}>
              {together.length === 0
                ? t('cooccurrence.noPairs')
                : t('cooccurrence.apart', { count: rows.length - together.length })}{' '}
              {tests.note}
            </p>
            <JobProgress job={tests.job} label={t('cooccurrence.test.running')} />
          </div>
          {chosen ? (
            <ChosenPassages
              block={block}
              chosen={chosen}
              settings={settings}
              marker={marker}
              marked={together.find(isChosen)?.pair.marked ?? 0}
            />
          ) : null}
        </div>
      </div>
    </>
  );
}
