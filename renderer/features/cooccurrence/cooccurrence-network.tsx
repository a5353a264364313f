import { type Ref, useMemo } from 'react';
import { Network } from '../../charts/network.tsx';
import { useWords } from '../../i18n/text.ts';
import { countText } from '../results/figures.ts';
import result from '../results/result.module.css';
import { pairFigure, type TestOf } from './pair-figures.ts';
import type { PairRow, ShownCode } from './pair-rows.ts';

type CooccurrenceNetworkProps = {
  readonly ref: Ref<SVGSVGElement>;
  readonly codes: readonly ShownCode[];
  /** Pairs that occur together. */
  readonly rows: readonly PairRow[];
  readonly testOf: TestOf;
  readonly leastLink: number;
  readonly onlySignificant: boolean;
  readonly selected: readonly number[];
  readonly onCode: (place: number) => void;
  readonly onPair: (one: number, other: number) => void;
};

const size = { width: 620, height: 520 };
/** Where the false discovery rate of a link may lie. */
const level = 0.05;

/** The codes as a network: links from so many on, those without a code linked to nothing standing apart. */
export function CooccurrenceNetwork(props: CooccurrenceNetworkProps) {
  const { ref, codes, rows, testOf, leastLink, onlySignificant, selected, onCode, onPair } = props;
  const { t } = useWords();
  const places = useMemo(() => new Map(codes.map(({ code }, place) => [code.id, place])), [codes]);
  const links = useMemo(() => {
    const most = rows.reduce((largest, { together }) => Math.max(largest, together), 1);
    return rows.flatMap((row) => {
      const q = pairFigure(row, 'q', testOf);
      const isSignificant = q !== null && 'value' in q && q.value <= level;
      if (row.together < leastLink || (onlySignificant && !isSignificant)) return [];
      const ends = [places.get(row.first.id)!, places.get(row.second.id)!];
      return [{ from: Math.min(...ends), to: Math.max(...ends), weight: row.together / most, count: row.together }];
    });
  }, [rows, places, testOf, leastLink, onlySignificant]);
  const nodes = useMemo(
    () => codes.map(({ code, count }) => ({ name: code.name, lang: code.lang, count, color: code.color })),
    [codes],
  );
  return (
    <>
      <Network
        ref={ref}
        nodes={nodes}
        links={links}
        {...size}
        countText={countText}
        linkLabel={(from, to, count) =>
          t('cooccurrence.heat.cell', { a: codes[from]!.code.name, b: codes[to]!.code.name, count })
        }
        nodeLabel={(node) => `${codes[node]!.code.name}: ${countText(codes[node]!.count)}`}
        selected={selected}
        onNode={onCode}
        onLink={onPair}
      />
      <figcaption className={result.note}>
        {t('cooccurrence.network.caption', {
          links: links.length,
          least: leastLink,
          significant: onlySignificant ? 'yes' : 'no',
        })}
      </figcaption>
    </>
  );
}
