import type { ListedMemo } from '../../../shared/contract/schema/entities.ts';
import { guessLanguage } from '../../../shared/text/language.ts';
import { shortDateTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/text.ts';
import styles from './memos-screen.module.css';
import type { NamedTarget } from './use-target-names.ts';

/** As much of a memo as its row can show, in code units. */
const excerpt = 300;

type RowProps = {
  readonly memo: ListedMemo;
  readonly named: NamedTarget | null;
  readonly coder: string;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
};

/** A memo in the list: what it is about, how it begins, who wrote it and when. */
export function MemoRow({ memo, named, coder, isCurrent, onOpen }: RowProps) {
  const { t, language } = useWords();
  const at = shortDateTime(memo.updatedAt, language);
  return (
    <li>
      <button type="button" className={styles.row} aria-current={isCurrent ? 'true' : undefined} onClick={onOpen}>
        <span className={styles.about}>
          <b className={styles.name} lang={named?.lang}>
            {named?.name}
          </b>
          <span className={styles.kind}>{t(`memos.kind.${memo.target.kind}`)}</span>
        </span>
        {memo.passage ? (
          <span className={styles.quote} lang={memo.passage.language} dir="auto">
            {memo.passage.quote.slice(0, excerpt)}
          </span>
        ) : null}
        <span className={styles.excerpt} lang={guessLanguage(memo.text)}>
          {memo.text.slice(0, excerpt)}
        </span>
        <span className={styles.meta}>{t('memos.by', { coder, at })}</span>
      </button>
    </li>
  );
}
