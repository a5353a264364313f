import { type DoubtedSelection, reviewContext } from '../../../shared/contract/methods/review.ts';
import { shownAfter, shownBefore } from '../../../shared/text/cut-context.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { showPassage } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { CodeChip } from '../../ui/code-chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import { stopCorrecting } from '../corrections/correcting-state.ts';
import { startPlacing } from './placing-state.ts';
import styles from './review-dialog.module.css';

/** Passages that have lost their words, or stand where they perhaps do not belong: place again, keep, delete. */
export function ReviewDialog() {
  const { t } = useWords();
  const { data: passages } = useQuery('review.list', {});
  const waiting = passages?.filter(({ kept }) => !kept) ?? [];
  const kept = passages?.filter((passage) => passage.kept) ?? [];
  return (
    <Dialog
      title={t('review.title')}
      width="wide"
      onClose={closeOverlay}
      buttons={<Button onPress={closeOverlay}>{t('app.close')}</Button>}
    >
      {passages && waiting.length === 0 ? <p className={styles.none}>{t('review.none')}</p> : <p>{t('review.text')}</p>}
      <ul className={styles.list} aria-label={t('review.title')}>
        {waiting.map((passage) => (
          <Passage key={passage.selection} passage={passage} />
        ))}
      </ul>
      {kept.length === 0 ? null : (
        <details className={styles.kept}>
          <summary>{t('review.kept', { count: kept.length })}</summary>
          <ul className={styles.list}>
            {kept.map((passage) => (
              <Passage key={passage.selection} passage={passage} />
            ))}
          </ul>
        </details>
      )}
    </Dialog>
  );
}

function Passage({ passage }: { passage: DoubtedSelection }) {
  const { t } = useWords();
  const codes = useNamedCodes();
  const keep = useCommand('review.keep');
  const remove = useCommand('review.remove');
  const { selection, document, start, end, quote, now, state, cause, language } = passage;
  const open = (): void => {
    stopCorrecting();
    closeOverlay();
    showPassage({ document, start, end });
  };
  return (
    <li className={styles.item}>
      <span className={styles.codes}>
        {passage.codes.map((id) => {
          const code = codes?.get(id);
          return code ? (
            <CodeChip key={id} name={code.name} lang={code.lang} color={code.code.color} mark={code.code.mark} />
          ) : null;
        })}
        {passage.memos > 0 ? <span className={styles.meta}>{t('review.memos', { count: passage.memos })}</span> : null}
      </span>
      <span className={styles.meta}>
        {passage.coderName} · {passage.documentName} ·{' '}
        {t(cause === null ? 'review.cause.unknown' : `review.cause.${cause}`)}
      </span>
      <dl className={styles.words}>
        <dt>{t('review.had')}</dt>
        <dd className={styles.old} lang={language} dir="auto">
          {quote}
        </dd>
        <dt>{t('review.now')}</dt>
        <dd lang={language} dir="auto">
          <span className={styles.around}>{shownBefore(passage.before, reviewContext)}</span>
          {state === 'uncertain' ? <mark>{now}</mark> : <span aria-label={t('review.nowhere')}>⌃</span>}
          <span className={styles.around}>{shownAfter(passage.after, reviewContext)}</span>
        </dd>
      </dl>
      <span className={styles.doing}>
        <Button
          onPress={() => {
            startPlacing(passage);
            open();
          }}
        >
          {t('review.place')}
        </Button>
        {passage.kept ? null : (
          <Button onPress={() => keep.mutate({ selections: [selection] })}>
            {t(state === 'uncertain' ? 'review.right' : 'review.keep')}
          </Button>
        )}
        <Button
          isDisabled={remove.isPending || remove.isSuccess}
          onPress={() => remove.mutate({ selections: [selection] })}
        >
          {t('review.delete')}
        </Button>
        <Button look="plain" onPress={open}>
          {t('review.open')}
        </Button>
      </span>
    </li>
  );
}
