import type { ListedMemo, MemoTarget } from '../../../shared/contract/schema/entities.ts';
import { plainBlocks } from '../../../shared/domain/memo-body.ts';
import { guessLanguage } from '../../../shared/text/language.ts';
import { shortDateTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { MemoEditor } from './memo-editor.tsx';
import { MemoReading } from './memo-reading.tsx';
import styles from './memos-screen.module.css';
import type { NamedTarget } from './use-target-names.ts';

type PaneProps = {
  readonly target: MemoTarget;
  readonly named: NamedTarget;
  readonly memo: ListedMemo | undefined;
  readonly isOwn: boolean;
  readonly coder: string;
};

/** The memo chosen: one's own to be written, another coder's to be read. */
export function MemoPane({ target, named, memo, isOwn, coder }: PaneProps) {
  const { t, language } = useWords();
  return (
    <section className={styles.pane} aria-label={t('memos.label', { name: named.name })}>
      <header className={styles.paneHead}>
        <h2 className={styles.title} lang={named.lang}>
          {named.name}
        </h2>
        <span className={styles.kind}>{t(`memos.kind.${target.kind}`)}</span>
        {named.open ? (
          <Button look="plain" onPress={named.open.run}>
            {named.open.label}
          </Button>
        ) : null}
      </header>
      {memo?.passage ? (
        <blockquote className={styles.passage} lang={memo.passage.language} dir="auto">
          {memo.passage.quote}
        </blockquote>
      ) : null}
      <p className={styles.meta}>
        {memo ? t('memos.by', { coder, at: shortDateTime(memo.updatedAt, language) }) : coder}
      </p>
      {isOwn ? (
        <MemoEditor
          label={t('memos.label', { name: named.name })}
          target={target}
          text={memo?.text ?? ''}
          body={memo?.body ?? null}
          language={language}
          onLeave={() => document.querySelector<HTMLElement>(`.${styles.row}[aria-current]`)?.focus()}
        />
      ) : (
        <MemoReading lang={guessLanguage(memo?.text ?? '')} blocks={memo?.body ?? plainBlocks(memo?.text ?? '')} />
      )}
    </section>
  );
}
