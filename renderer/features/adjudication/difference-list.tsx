import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { differenceKinds, type DifferenceKind } from '../../../shared/agreement/spans/differences.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { QueuedDifference } from '../../../shared/contract/methods/adjudication.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../i18n/text.ts';
import { CodeChip } from '../../ui/code-chip.tsx';
import { ItemGap } from '../../ui/row-gap.tsx';
import { evenRows } from '../../ui/row-parts.ts';
import { rowOf, useRowsInSight } from '../../ui/use-rows-in-sight.ts';
import type { NamedCode } from '../results/code-names.ts';
import { differenceKey, kindText, verdictText } from './difference-words.ts';
import styles from './difference-list.module.css';

export type DifferenceFilter = DifferenceKind | 'all' | 'open';

/** Height of a row, in rem, as the style sheet has it. */
const rowHeight = 3.3125;

export function isShownBy(filter: DifferenceFilter, { decision, kind }: QueuedDifference): boolean {
  return filter === 'all' || (filter === 'open' ? decision === null : kind === filter);
}

type DifferenceListProps = {
  readonly queue: Output<'agreement.differences'>;
  readonly shown: readonly QueuedDifference[];
  readonly names: ReadonlyMap<CodeId, NamedCode>;
  readonly filter: DifferenceFilter;
  readonly onFilter: (filter: DifferenceFilter) => void;
  readonly chosen: QueuedDifference | null;
  readonly onChoose: (difference: QueuedDifference) => void;
  /** Moves through the list by arrow keys, where no command does. */
  readonly onStep?: ((by: number) => void) | undefined;
  /** What the list is narrowed to, above it. */
  readonly narrowed?: ReactNode;
};

/** Where the coders differ, one line of kind, code and words each, with what was decided. */
export function DifferenceList(props: DifferenceListProps) {
  const { queue, shown, names, filter, onFilter, chosen, onChoose, onStep, narrowed } = props;
  const { t } = useWords();
  const coders = queue.coders.map(({ name }) => name);
  const list = useRef<HTMLUListElement>(null);
  const place = chosen ? shown.indexOf(chosen) : -1;
  const { length } = shown;
  const { parts, reveal } = useRowsInSight(
    list,
    useMemo(() => evenRows(length, rowHeight), [length]),
    Math.max(0, place),
  );
  // The chosen difference is always in sight, and has the keyboard where the list has it.
  useEffect(() => {
    reveal(place);
    if (list.current?.contains(document.activeElement))
      list.current.querySelector<HTMLElement>('[aria-current="true"]')?.focus({ preventScroll: true });
  }, [reveal, place, length]);
  const choices: readonly (readonly [DifferenceFilter, string])[] = [
    ['all', t('adjudication.filter.all', { count: queue.total })],
    ['open', t('adjudication.filter.open', { count: queue.total - queue.decided })],
    ...differenceKinds
      .filter((kind) => queue.kinds[kind] > 0)
      .map((kind) => [kind, `${kindText(t, kind, coders)} ${queue.kinds[kind]}`] as const),
  ];
  return (
    <section className={styles.pane} aria-label={t('adjudication.list')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('adjudication.count', { count: queue.total })}</h2>
        <span className={styles.decided}>{t('adjudication.decided', { count: queue.decided })}</span>
      </header>
      <fieldset className={styles.filter} aria-label={t('adjudication.filter')}>
        {choices.map(([id, text]) => (
          <button
            key={id}
            type="button"
            aria-pressed={filter === id}
            className={styles.choice}
            onClick={() => onFilter(id)}
          >
            {text}
          </button>
        ))}
      </fieldset>
      {narrowed}
      <div className={styles.list}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of its buttons */}
        <ul
          ref={list}
          onKeyDown={(event) => {
            if (!onStep || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
            event.preventDefault();
            onStep(event.key === 'ArrowDown' ? 1 : -1);
          }}
        >
          {parts.map((part) => {
            if (part.kind === 'gap') return <ItemGap key={`gap ${part.first}`} height={part.height} />;
            const difference = shown[part.row]!;
            return (
              <li
                key={differenceKey(difference)}
                className={styles.item}
                aria-setsize={length}
                aria-posinset={part.row + 1}
                {...rowOf(part.row)}
              >
                <button
                  type="button"
                  aria-current={difference === chosen}
                  tabIndex={part.row === Math.max(0, place) ? 0 : -1}
                  className={styles.row}
                  onClick={() => onChoose(difference)}
                >
                  <Row difference={difference} queue={queue} names={names} />
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

type RowProps = Pick<DifferenceListProps, 'queue' | 'names'> & { readonly difference: QueuedDifference };

/** Kind, code and words of a difference, and what was decided. */
function Row({ difference, queue, names }: RowProps) {
  const { t } = useWords();
  const kind = kindText(
    t,
    difference.kind,
    queue.coders.map(({ name }) => name),
    difference,
  );
  const code = names.get(difference.code);
  const other = difference.otherCode === null ? undefined : names.get(difference.otherCode);
  return (
    <>
      <span className={styles.kind} title={kind}>
        {kind}
      </span>
      <span className={styles.what}>
        <span className={styles.codes}>
          {code ? <CodeChip {...code} /> : null}
          {other ? <CodeChip {...other} /> : null}
        </span>
        <span lang={difference.language} translate="no" className={styles.quote}>
          {difference.quote}
        </span>
      </span>
      <span className={styles.verdict}>
        {difference.decision ? verdictText(t, difference.decision, queue.coders) : ''}
      </span>
    </>
  );
}
