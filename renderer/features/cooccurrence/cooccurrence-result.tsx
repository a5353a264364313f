import { type Ref, useCallback, useMemo } from 'react';
import { HeatLegend, HeatMap } from '../../charts/heat-map.tsx';
import { legendCounts } from '../../charts/heat-scale.ts';
import type { CooccurrenceBlock } from '../../../shared/contract/methods/analysis.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../i18n/text.ts';
import { Swatch } from '../../ui/code-chip.tsx';
import type { NamedCode } from '../results/code-names.ts';
import { countText } from '../results/figures.ts';
import { useKept, useKeptScroll } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import type { Sorting } from '../results/sorting.ts';
import styles from './cooccurrence-screen.module.css';
import { type Chosen, ChosenPassages } from './chosen-passages.tsx';
import { pairRows, shownCodes } from './pair-rows.ts';
import { type PairColumn, pairsInOrder } from './pair-order.ts';
import { PairTable } from './pair-table.tsx';

const mostTogether: Sorting<PairColumn> = { column: 'both', direction: 'descending' };

type CooccurrenceResultProps = {
  readonly block: CooccurrenceBlock;
  readonly names: ReadonlyMap<CodeId, NamedCode>;
  readonly least: number;
  /** Where the heat map's drawing is put, to be exported. */
  readonly chart: Ref<SVGSVGElement>;
};

/** Heat map, table and passages of one coder's codes; what is chosen in one is shown in all. */
export function CooccurrenceResult({ block, names, least, chart }: CooccurrenceResultProps) {
  const { t, language } = useWords();
  const { unit } = block;
  const [sorting, setSorting] = useKept('cooccurrence.sorting', mostTogether);
  const [choice, setChoice] = useKept<Chosen | null>('cooccurrence.choice', null);

  const codes = useMemo(() => shownCodes(block, names, least), [block, names, least]);
  const rows = useMemo(() => pairRows(block, codes), [block, codes]);
  const together = useMemo(() => rows.filter((row) => row.together > 0), [rows]);
  const compareText = useMemo(() => new Intl.Collator(language).compare, [language]);
  const ordered = useMemo(() => {
    // The overlap unit has no column of units with both: its first figure is the overlapping pairs.
    const shownColumn = unit === 'overlap' && sorting.column === 'both' ? 'pairs' : sorting.column;
    return pairsInOrder(together, { ...sorting, column: shownColumn }, compareText);
  }, [together, sorting, unit, compareText]);

  const places = useMemo(() => new Map(codes.map(({ code }, place) => [code.id, place])), [codes]);
  const cells = useMemo(
    () =>
      together.map((row) => ({
        row: places.get(row.second.id)!,
        column: places.get(row.first.id)!,
        count: row.together,
      })),
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

  const chooseCell = useCallback(
    (row: number, column: number) => setChoice({ first: codes[column]!.code, second: codes[row]!.code }),
    [codes, setChoice],
  );
  const tableScroll = useKeptScroll<HTMLDivElement>('cooccurrence.table');

  // What was chosen may have left with its codes; then the strongest pair stands for it.
  const isShown = choice !== null && [choice.first, choice.second ?? choice.first].every(({ id }) => places.has(id));
  const chosen: Chosen | null = isShown ? choice : (ordered[0] ?? null);
  const selectedCell = chosen?.second
    ? { row: places.get(chosen.second.id)!, column: places.get(chosen.first.id)! }
    : null;

  return (
    <div className={styles.two}>
      <figure className={styles.map} aria-label={t('cooccurrence.heat.label', { count: codes.length })}>
        <HeatMap
          ref={chart}
          nameText={(place) => `${codes[place]!.code.name}  ${countText(codes[place]!.count)}`}
          cells={cells}
          size={codes.length}
          maximum={maximum}
          countText={countText}
          cellLabel={cellLabel}
          selected={selectedCell}
          onSelect={chooseCell}
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
            label={t(unit === 'turn' ? 'cooccurrence.legend.turn' : 'cooccurrence.legend.overlap')}
            counts={legendCounts(maximum)}
            maximum={maximum}
            countText={countText}
          />
        </figcaption>
      </figure>
      <div className={styles.side}>
        <div ref={tableScroll} className={styles.table}>
          <PairTable
            unit={unit}
            rows={ordered}
            sorting={unit === 'overlap' && sorting.column === 'both' ? { ...sorting, column: 'pairs' } : sorting}
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
              : t('cooccurrence.apart', { count: rows.length - together.length })}
          </p>
        </div>
        {chosen ? <ChosenPassages block={block} chosen={chosen} /> : null}
      </div>
    </div>
  );
}
