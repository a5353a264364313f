import type { MemoBlock, MemoRun } from '../../../shared/domain/memo-body.ts';
import styles from './memo-reading.module.css';

/** The numbers of the items of numbered lists, by their place among the blocks; a list ends where something else stands. */
function numbersOf(blocks: readonly MemoBlock[]): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  let counts: number[] = [];
  for (const [place, { kind, level }] of blocks.entries()) {
    if (kind !== 'number') counts = kind === 'bullet' ? counts.slice(0, level - 1) : [];
    else {
      counts = [...counts.slice(0, level - 1), (counts[level - 1] ?? 0) + 1];
      numbers.set(place, counts.at(-1)!);
    }
  }
  return numbers;
}

/** A memo that is only read. */
export function MemoReading({ blocks, lang }: { blocks: readonly MemoBlock[]; lang: string }) {
  const numbers = numbersOf(blocks);
  return (
    <div className={styles.memo} lang={lang}>
      {blocks.map((block, place) => (
        // Blocks have no names, and these do not move.
        // oxlint-disable-next-line react/no-array-index-key
        <Block key={place} block={block} number={numbers.get(place)} />
      ))}
    </div>
  );
}

function Block({ block: { kind, level, runs }, number }: { block: MemoBlock; number: number | undefined }) {
  const words = runs.map((run, place) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Run key={place} run={run} />
  ));
  if (kind === 'heading') return <h3 className={styles.heading}>{words}</h3>;
  if (kind === 'paragraph') return <p>{words}</p>;
  return (
    <p className={styles.item} style={{ marginInlineStart: `${level * 1.25}rem` }}>
      {number === undefined ? '• ' : `${number}. `}
      {words}
    </p>
  );
}

function Run({ run: { text, bold, italic } }: { run: MemoRun }) {
  const words = italic ? <em>{text}</em> : text;
  return bold ? <b>{words}</b> : words;
}
