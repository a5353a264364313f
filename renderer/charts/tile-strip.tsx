import type { Ref } from 'react';
import { tileLanes } from '../../shared/analysis/portraits/text-tiles.ts';
import { useRovingCells } from '../ui/use-roving-cells.ts';
import { ChartMark } from './chart-mark.tsx';
import { CodeBar, type CodeLook } from './code-bar.tsx';
import styles from './portraits.module.css';
import { shortName } from './short-name.ts';

export type StripTile = { readonly from: number; readonly codes: readonly { readonly code: string }[] };
export type StripCode = CodeLook & { readonly name: string; readonly lang: string; readonly note: string };

type TileStripProps = {
  readonly ref?: Ref<SVGSVGElement>;
  readonly tiles: readonly StripTile[];
  readonly codes: ReadonlyMap<string, StripCode>;
  /** How many pieces stand in a row. */
  readonly perRow: number;
  readonly description: string;
  readonly tileLabel: (place: number) => string;
  readonly onOpen: (place: number) => void;
};

const lanes = 3;
const tileWidth = 18;
const laneHeight = 9;
const tileHeight = lanes * laneHeight + 1;
const rowPitch = tileHeight + 9;
const legendPitch = 20;
const legendWidth = 270;

/** A text as rows of pieces, each with the bars of the codes in it; a code that goes on stays in its lane. The names stand below. */
export function TileStrip({ ref, tiles, codes, perRow, description, tileLabel, onOpen }: TileStripProps) {
  const cells = useRovingCells<SVGGElement>();
  const laid = tileLanes(tiles, lanes);
  const rows = Math.ceil(tiles.length / perRow);
  const width = perRow * tileWidth;
  const legendColumns = Math.max(1, Math.floor(width / legendWidth));
  const legend = [...codes.values()];
  const legendTop = rows * rowPitch + 16;
  const legendRows = Math.ceil(legend.length / legendColumns);
  const height = legendTop + legendRows * legendPitch;
  return (
    <svg
      {...(ref ? { ref } : {})}
      width={width}
      height={height}
      role="group"
      aria-label={description}
      className={styles.chart}
    >
      <g ref={cells}>
        {tiles.map((tile, place) => {
          const row = Math.floor(place / perRow);
          const [x, y] = [(place % perRow) * tileWidth, row * rowPitch];
          if (tile.codes.length === 0)
            return <rect key={tile.from} x={x} y={y} width={tileWidth} height={tileHeight} className={styles.empty} />;
          return (
            <ChartMark
              key={tile.from}
              row={row}
              column={place % perRow}
              label={tileLabel(place)}
              onOpen={() => onOpen(place)}
            >
              <rect x={x} y={y} width={tileWidth} height={tileHeight} className={styles.empty} />
              {laid[place]!.map((at, lane) =>
                at === null ? null : (
                  <CodeBar
                    key={tile.codes[at]!.code}
                    look={codes.get(tile.codes[at]!.code)!}
                    x={x}
                    y={y + 1 + lane * laneHeight}
                    width={tileWidth}
                    height={laneHeight - 1}
                  />
                ),
              )}
              <rect x={x} y={y} width={tileWidth} height={tileHeight} className={styles.hit} />
            </ChartMark>
          );
        })}
      </g>
      {legend.map((code, place) => {
        const x = Math.floor(place / legendRows) * legendWidth;
        const y = legendTop + (place % legendRows) * legendPitch;
        return (
          <g key={code.name}>
            <CodeBar look={code} x={x} y={y + 4} width={24} height={8} />
            <text x={x + 32} y={y + 12} lang={code.lang} className={styles.name}>
              {shortName(code.name, 26)}
            </text>
            <text x={x + legendWidth - 24} y={y + 12} textAnchor="end" className={styles.note}>
              {code.note}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
