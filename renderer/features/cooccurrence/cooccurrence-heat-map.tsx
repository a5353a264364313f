import { type Ref, useMemo } from 'react';
import { HeatLegend, HeatMap } from '../../charts/heat-map.tsx';
import { legendCounts } from '../../charts/heat-scale.ts';
import { useWords } from '../../i18n/text.ts';
import { Swatch } from '../../ui/code-chip.tsx';
import { countText } from '../results/figures.ts';
import type { PairRow, ShownCode } from './pair-rows.ts';
import styles from './cooccurrence-screen.module.css';

type CooccurrenceHeatMapProps = {
  readonly ref: Ref<SVGSVGElement>;
  readonly codes: readonly ShownCode[];
  /** Pairs that occur together. */
  readonly rows: readonly PairRow[];
  /** The most any two codes are together. */
  readonly maximum: number;
  readonly legend: string;
  /** Places of the code or the two codes that are chosen, the first of them first. */
  readonly selected: readonly number[];
  readonly onCode: (place: number) => void;
  readonly onPair: (one: number, other: number) => void;
};

/** The codes against each other, each cell as dark as they are often together. */
export function CooccurrenceHeatMap(props: CooccurrenceHeatMapProps) {
  const { ref, codes, rows, maximum, legend, selected, onCode, onPair } = props;
  const { t } = useWords();
  const cells = useMemo(() => {
    const places = new Map(codes.map(({ code }, place) => [code.id, place]));
    return rows.map((row) => {
      const [a, b] = [places.get(row.first.id)!, places.get(row.second.id)!];
      return { row: Math.max(a, b), column: Math.min(a, b), count: row.together };
    });
  }, [codes, rows]);
  const cellLabel = useMemo(
    () => (cell: { row: number; column: number; count: number }) =>
      t('cooccurrence.heat.cell', {
        a: codes[cell.column]!.code.name,
        b: codes[cell.row]!.code.name,
        count: cell.count,
      }),
    [codes, t],
  );
  return (
    <>
      <HeatMap
        ref={ref}
        nameText={(place) => `${codes[place]!.code.name}  ${countText(codes[place]!.count)}`}
        cells={cells}
        size={codes.length}
        maximum={maximum}
        countText={countText}
        cellLabel={cellLabel}
        selected={selected.length === 2 ? { row: Math.max(...selected), column: Math.min(...selected) } : null}
        onSelect={onPair}
        renderName={(place, isSelected) => {
          const { code, count } = codes[place]!;
          return (
            <button
              type="button"
              title={code.name}
              className={`${styles.name} ${isSelected || selected[0] === place ? styles.nameSelected : ''}`}
              onClick={() => onCode(place)}
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
        <HeatLegend label={legend} counts={legendCounts(maximum)} maximum={maximum} countText={countText} />
      </figcaption>
    </>
  );
}
