import { useCallback, useMemo, useRef } from 'react';
import { clusterOrder } from '../../../shared/analysis/cluster-order.ts';
import type { CooccurrencePair } from '../../../shared/contract/methods/cooccurrence.ts';
import type { Input } from '../../../shared/contract/methods.ts';
import { HeatLegend, HeatMap } from '../../charts/heat-map.tsx';
import { legendCounts } from '../../charts/heat-scale.ts';
import { useWords } from '../../i18n/text.ts';
import { Swatch } from '../../ui/code-chip.tsx';
import { countText } from '../results/figures.ts';
import { ExportMenu } from '../results/export-menu.tsx';
import { JobProgress } from '../results/job-progress.tsx';
import { useKept, useKeptScroll } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import type { Sorting } from '../results/sorting.ts';
import { useBackgroundJob } from '../results/use-background-job.ts';
import { type Chosen, ChosenPassages } from './chosen-passages.tsx';
import { CooccurrenceControls } from './cooccurrence-controls.tsx';
import { cooccurrenceFigures } from './cooccurrence-csv.ts';
import { CooccurrenceNetwork } from './cooccurrence-network.tsx';
import type { ResultProps } from './result-props.ts';
import styles from './cooccurrence-screen.module.css';
import { columnSets, overlapColumns, type PairColumn, pairsInOrder, type TestOf } from './pair-figures.ts';
import { pairRows, type PairRow, type ShownCode, shownCodes } from './pair-rows.ts';
import { PairTable } from './pair-table.tsx';
import { computeInput } from './settings.ts';

const mostTogether: Sorting<PairColumn> = { column: 'both', direction: 'descending' };

/** The codes so that what goes together stands together: by Ochiai, for overlaps by Jaccard. */
function clustered(codes: readonly ShownCode[], rows: readonly PairRow[]): readonly ShownCode[] {
  const places = new Map(codes.map(({ code }, place) => [code.id, place]));
  const similarity = codes.map(() => codes.map(() => 0));
  for (const row of rows) {
    const measure = row.pair.ochiai ?? row.jaccard;
    const value = 'value' in measure ? measure.value : 0;
    const [a, b] = [places.get(row.first.id)!, places.get(row.second.id)!];
    similarity[a]![b] = value;
    similarity[b]![a] = value;
  }
  return clusterOrder(similarity).map((place) => codes[place]!);
}

/** Heat map or network, table and passages of one coder's codes; what is chosen in one is shown in all. */
export function CooccurrenceResult(props: ResultProps) {
  const { block, names, settings, marker, onChange, least, project, revision, caption, head } = props;
  const { t, language } = useWords();
  const isOverlap = block.unit === 'overlap';
  const [sorting, setSorting] = useKept('cooccurrence.sorting', mostTogether);
  const [choice, setChoice] = useKept<Chosen | null>('cooccurrence.choice', null);
  const chart = useRef<SVGSVGElement>(null);

  const inCodebook = useMemo(() => shownCodes(block, names, least), [block, names, least]);
  const rows = useMemo(() => pairRows(block, inCodebook), [block, inCodebook]);
  const codes = useMemo(
    () => (settings.order === 'clustered' ? clustered(inCodebook, rows) : inCodebook),
    [settings.order, inCodebook, rows],
  );
  const together = useMemo(() => rows.filter((row) => row.together > 0), [rows]);

  const { coders: _coders, together: _together, ...counted } = computeInput(settings, marker);
  const testInput: Input<'cooccurrence.test'> | null =
    isOverlap || inCodebook.length < 2
      ? null
      : { ...counted, coder: block.coder, codes: inCodebook.map(({ code }) => code.id) };
  const tests = useBackgroundJob('cooccurrence.test', testInput, revision);
  const testOfPair = useMemo(() => {
    const byPair = new Map((tests.answer?.pairs ?? []).map((one) => [`${one.a} ${one.b}`, one]));
    return ({ a, b }: CooccurrencePair) => byPair.get(`${a} ${b}`) ?? byPair.get(`${b} ${a}`) ?? null;
  }, [tests.answer]);
  const testOf = useMemo<TestOf>(
    () =>
      ({ pair }) =>
        testOfPair(pair),
    [testOfPair],
  );

  const compareText = useMemo(() => new Intl.Collator(language).compare, [language]);
  const columns = useMemo<readonly Exclude<PairColumn, 'pair'>[]>(
    () =>
      isOverlap
        ? ['pairs', 'first', 'second', ...overlapColumns]
        : ['both', 'first', 'second', ...columnSets[settings.columns]],
    [isOverlap, settings.columns],
  );
  // A column that is not shown orders nothing; then the counts do.
  const shownSorting = useMemo<Sorting<PairColumn>>(
    () =>
      sorting.column === 'pair' || columns.includes(sorting.column)
        ? sorting
        : { column: columns[0]!, direction: 'descending' },
    [sorting, columns],
  );
  const ordered = useMemo(() => {
    const { neighbour } = settings;
    const listed =
      neighbour === null
        ? together
        : together.filter((row) => row.first.id === neighbour || row.second.id === neighbour);
    return pairsInOrder(listed, shownSorting, compareText, testOf);
  }, [together, settings, shownSorting, compareText, testOf]);

  const places = useMemo(() => new Map(codes.map(({ code }, place) => [code.id, place])), [codes]);
  const cells = useMemo(
    () =>
      together.map((row) => {
        const [a, b] = [places.get(row.first.id)!, places.get(row.second.id)!];
        return { row: Math.max(a, b), column: Math.min(a, b), count: row.together };
      }),
    [together, places],
  );
  const maximum = cells.reduce((most, { count }) => Math.max(most, count), 0);
  const cellLabel = useMemo(
    () => (cell: { row: number; column: number; count: number }) =>
      t('cooccurrence.heat.cell', {
        a: codes[cell.column]!.code.name,
        b: codes[cell.row]!.code.name,
        count: cell.count,
      }),
    [codes, t],
  );
  const choosePair = useCallback(
    (one: number, other: number) => {
      const [a, b] = [codes[one]!.code, codes[other]!.code];
      setChoice(a.order < b.order ? { first: a, second: b } : { first: b, second: a });
    },
    [codes, setChoice],
  );
  const tableScroll = useKeptScroll<HTMLDivElement>('cooccurrence.table');

  // What was chosen may have left with its codes; then the strongest pair stands for it.
  const isShown = choice !== null && [choice.first, choice.second ?? choice.first].every(({ id }) => places.has(id));
  const chosen: Chosen | null = isShown ? choice : (ordered[0] ?? null);
  const chosenPlaces = chosen
    ? [chosen.first, ...(chosen.second ? [chosen.second] : [])].map(({ id }) => places.get(id)!)
    : [];
  const selectedCell =
    chosenPlaces.length === 2 ? { row: Math.max(...chosenPlaces), column: Math.min(...chosenPlaces) } : null;

  const chosenMarked =
    together.find((row) => row.first.id === chosen?.first.id && row.second.id === chosen.second?.id)?.pair.marked ?? 0;

  const testNote = tests.answer
    ? t('cooccurrence.test.note', {
        m: tests.answer.m,
        draws: tests.answer.draws,
        seed: tests.answer.seed,
        chance: tests.answer.chance,
        within: tests.answer.within,
      })
    : '';

  return (
    <>
      {head(
        <ExportMenu
          project={project}
          revision={revision}
          title={t('cooccurrence.title')}
          nameWords={[block.coderName]}
          caption={[caption, settings.columns === 'effect' || settings.columns === 'tests' ? testNote : '']}
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
            <>
              <HeatMap
                ref={chart}
                nameText={(place) => `${codes[place]!.code.name}  ${countText(codes[place]!.count)}`}
                cells={cells}
                size={codes.length}
                maximum={maximum}
                countText={countText}
                cellLabel={cellLabel}
                selected={selectedCell}
                onSelect={choosePair}
                renderName={(place, isSelected) => {
                  const { code, count } = codes[place]!;
                  return (
                    <button
                      type="button"
                      title={code.name}
                      className={`${styles.name} ${isSelected || chosen?.first.id === code.id ? styles.nameSelected : ''}`}
                      onClick={() => setChoice({ first: code })}
                    >
                      <Swatch color={code.color} mark={code.mark} retired={code.retired} />
                      <span lang={code.lang} className={styles.nameText}>
                        {code.name}
                      </span>
                      <span className={styles.nameCount}>{countText(count)}</span>
                    </button>
                  );
                }}
              />
              <figcaption>
                <HeatLegend
                  label={t(isOverlap ? 'cooccurrence.legend.overlap' : 'cooccurrence.legend.unit', {
                    unit: block.unit,
                  })}
                  counts={legendCounts(maximum)}
                  maximum={maximum}
                  countText={countText}
                />
              </figcaption>
            </>
          ) : (
            <CooccurrenceNetwork
              ref={chart}
              codes={codes}
              rows={together}
              testOf={testOf}
              leastLink={settings.leastLink}
              onlySignificant={settings.onlySignificant && !isOverlap}
              selected={chosenPlaces}
              onCode={(place) => setChoice({ first: codes[place]!.code })}
              onPair={choosePair}
            />
          )}
        </figure>
        <div className={styles.side}>
          <div ref={tableScroll} className={styles.table}>
            <PairTable
              isOverlap={isOverlap}
              columns={columns}
              testOf={testOf}
              rows={ordered}
              sorting={shownSorting}
              onSort={setSorting}
              isSelected={(row) =>
                chosen?.second !== undefined && row.first.id === chosen.first.id && row.second.id === chosen.second.id
              }
              onOpenPair={setChoice}
              onOpenCode={(code) => setChoice({ first: code })}
            />
            <p className={result.note}>
              {together.length === 0
                ? t('cooccurrence.noPairs')
                : t('cooccurrence.apart', { count: rows.length - together.length })}{' '}
              {testNote}
            </p>
            <JobProgress job={tests} label={t('cooccurrence.test.running')} />
          </div>
          {chosen ? (
            <ChosenPassages block={block} chosen={chosen} settings={settings} marker={marker} marked={chosenMarked} />
          ) : null}
        </div>
      </div>
    </>
  );
}
