import { useEffect, useRef } from 'react';
import { differenceKinds, type DifferenceKind } from '../../../shared/agreement/spans/differences.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { QueuedDifference } from '../../../shared/contract/methods/adjudication.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../i18n/text.ts';
import { CodeChip } from '../../ui/code-chip.tsx';
import type { NamedCode } from '../results/code-names.ts';
import { differenceKey, kindText, verdictText } from './difference-words.ts';
import styles from './difference-list.module.css';

export type DifferenceFilter = DifferenceKind | 'all' | 'open';

type DifferenceListProps = {
  readonly queue: Output<'agreement.differences'>;
  readonly shown: readonly QueuedDifference[];
  readonly names: ReadonlyMap<CodeId, NamedCode>;
  readonly filter: DifferenceFilter;
  readonly onFilter: (filter: DifferenceFilter) => void;
  readonly chosen: QueuedDifference | null;
  readonly onChoose: (difference: QueuedDifference) => void;
};

/** Where the coders differ, one line of kind, code and words each, with what was decided. */
export function DifferenceList(props: DifferenceListProps) {
  const { queue, shown, names, filter, onFilter, chosen, onChoose } = props;
  const { t } = useWords();
  const coders = queue.coders.map(({ name }) => name);
  const list = useRef<HTMLUListElement>(null);
  const key = chosen ? differenceKey(chosen) : '';
  useEffect(() => {
    if (key !== '') list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [key]);
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
      <ul ref={list} className={styles.list}>
        {shown.map((difference) => {
          const code = names.get(difference.code);
          const other = difference.otherCode === null ? undefined : names.get(difference.otherCode);
          const isChosen = differenceKey(difference) === key;
          return (
            <li key={differenceKey(difference)}>
              <button type="button" aria-current={isChosen} className={styles.row} onClick={() => onChoose(difference)}>
                <span className={styles.kind} title={kindText(t, difference.kind, coders, difference)}>
                  {kindText(t, difference.kind, coders, difference)}
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
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
