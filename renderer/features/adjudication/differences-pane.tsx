import { useMemo } from 'react';
import type { ParsedInput } from '../../../shared/contract/methods.ts';
import { useQuery } from '../../api/hooks.ts';
import { showView } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Narrowed, type NarrowedTo } from '../agreement/narrowed.tsx';
import { useKept } from '../results/kept-state.ts';
import { useNamedCodes } from '../results/use-codes.ts';
import { type DifferenceFilter, DifferenceList, isShownBy } from './difference-list.tsx';
import { DifferencePassage } from './difference-passage.tsx';
import { differenceKey } from './difference-words.ts';
import styles from './differences-pane.module.css';

type PaneProps = {
  readonly settings: ParsedInput<'agreement.compute'>;
  /** The part whose differences alone are shown; null for all. */
  readonly narrowed: NarrowedTo | null;
  readonly onAll: () => void;
};

/** Where the coders differ, before any figure: every difference by kind, and the chosen one side by side. */
export function DifferencesPane({ settings, narrowed, onAll }: PaneProps) {
  const { t } = useWords();
  const names = useNamedCodes();
  const { data } = useQuery('agreement.differences', { ...settings, ...narrowed?.settings }, { keepPrevious: true });
  const [filter, setFilter] = useKept<DifferenceFilter>('adjudication.filter', 'all');
  const [chosenKey, setChosenKey] = useKept('adjudication.chosen', '');
  const shown = useMemo(() => (data?.differences ?? []).filter((one) => isShownBy(filter, one)), [data, filter]);
  if (!data || !names) return <div className={styles.pane} />;
  const chosen = shown.find((one) => differenceKey(one) === chosenKey) ?? shown[0] ?? null;
  return (
    <div className={styles.pane}>
      <DifferenceList
        queue={data}
        shown={shown}
        names={names}
        filter={filter}
        onFilter={setFilter}
        chosen={chosen}
        onChoose={(one) => setChosenKey(differenceKey(one))}
        onStep={(by) => {
          const next = chosen ? shown[shown.indexOf(chosen) + by] : undefined;
          if (next) setChosenKey(differenceKey(next));
        }}
        narrowed={narrowed ? <Narrowed to={narrowed} onAll={onAll} /> : null}
      />
      {chosen ? (
        <div className={styles.detail}>
          <DifferencePassage difference={chosen} coders={data.coders} names={names} />
          <div className={styles.foot}>
            <Button onPress={() => showView('adjudication')}>{t('adjudication.open')}</Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}
