import { useState } from 'react';
import type { HitUnit, SearchHit } from '../../../shared/contract/methods/search.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { useKeptScroll } from '../results/kept-state.ts';
import { passagesByDocument } from '../results/passage-groups.ts';
import { useChosenHits } from './chosen-hits.ts';
import { CodeHitsDialog } from './code-hits-dialog.tsx';
import { SearchHits } from './search-hits.tsx';
import styles from './search-screen.module.css';

type FoundProps = {
  /** Unique to the screen: its place in the list is kept under it. */
  readonly name: string;
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /** What is coded at first with each hit; the sentence unless another is named. */
  readonly firstUnit?: HitUnit;
  /** Shows more of them; absent where all are shown. */
  readonly onMore?: (() => void) | undefined;
  /** Those of the question before stand there until the answer comes: they are read, and not coded under its name. */
  readonly isWaiting?: boolean;
  /** Stands below them. */
  readonly note?: string | null;
};

/** What was found, by transcript: each opens its place; those ticked can be coded in one step. */
export function FoundHits({ name, hits, total, firstUnit, onMore, isWaiting = false, note }: FoundProps) {
  const { t } = useWords();
  const chosen = useChosenHits();
  const [isCoding, setCoding] = useState(false);
  const scroll = useKeptScroll<HTMLDivElement>(`${name}.found`);
  const chosenHits = hits.filter((hit) => chosen.has(hit));
  return (
    <>
      <div ref={scroll} className={`${styles.hits} ${isWaiting ? styles.waiting : ''}`}>
        {passagesByDocument(hits).map((group) => (
          <SearchHits key={group.document} group={group} chosen={chosen} />
        ))}
        {onMore && hits.length < total ? (
          <Button look="flush" onPress={onMore}>
            {t('search.more')}
          </Button>
        ) : null}
        {note ? <p>{note}</p> : null}
      </div>
      {hits.length > 0 ? (
        <footer className={styles.foot}>
          <span>{t('search.chosen', { chosen: chosenHits.length, shown: hits.length })}</span>
          <Button look="plain" isDisabled={isWaiting} onPress={() => chosen.set(hits, chosenHits.length < hits.length)}>
            {t(chosenHits.length < hits.length ? 'search.chooseAll' : 'search.chooseNone')}
          </Button>
          <Button look="main" isDisabled={isWaiting || chosenHits.length === 0} onPress={() => setCoding(true)}>
            {t('search.code')}
          </Button>
        </footer>
      ) : null}
      {isCoding ? (
        <CodeHitsDialog
          hits={chosenHits}
          {...(firstUnit === undefined ? {} : { firstUnit })}
          onClose={() => setCoding(false)}
          onDone={() => {
            setCoding(false);
            chosen.clear();
          }}
        />
      ) : null}
    </>
  );
}
