import type { Output } from '../../../shared/contract/methods.ts';
import { changeContext } from '../../../shared/contract/methods/reimport.ts';
import { shownAfter, shownBefore } from '../../../shared/text/cut-context.ts';
import { useWords } from '../../i18n/text.ts';
import { CodeChip } from '../../ui/code-chip.tsx';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import styles from './reimport-dialog.module.css';

type PreviewProps = { readonly preview: Output<'reimport.preview'>; readonly language: string };

/** What a corrected file changes: the places that differ, and what becomes of the passages on them. */
export function ReimportPreview({ preview, language }: PreviewProps) {
  const { t } = useWords();
  const { counts, shown, changes, passages, newSpeakers, turns } = preview;
  return (
    <>
      <p role="status">
        <b>{preview.file}</b> · {t('reimport.changes', { count: changes })} ·{' '}
        {t('reimport.turns', { before: turns.before, after: turns.after })}
      </p>
      {newSpeakers.length > 0 ? <p>{t('reimport.speakers', { names: newSpeakers.join(', ') })}</p> : null}
      <ul className={styles.counts} aria-label={t('reimport.passages')}>
        {(['same', 'sure', 'doubtful', 'lost'] as const).map((finding) => (
          <li key={finding}>{t(`reimport.count.${finding}`, { count: counts[finding] })}</li>
        ))}
      </ul>
      {passages.length > 0 ? (
        <>
          <h3 className={styles.head}>{t('reimport.passages')}</h3>
          {/* A list longer than its frame is scrolled by keys. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ul className={styles.passages} tabIndex={0} aria-label={t('reimport.passages')}>
            {passages.map((passage) => (
              <li key={passage.selection}>
                <Codes codes={passage.codes} />
                <span className={styles.meta}>
                  {t(`reimport.finding.${passage.finding}`)} · {passage.coderName}
                </span>
                <p className={styles.quote} lang={language} dir="auto">
                  <del>{passage.quote}</del>
                </p>
                {passage.now === '' ? null : (
                  <p className={styles.quote} lang={language} dir="auto">
                    <ins>{passage.now}</ins>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {shown.length > 0 ? (
        <>
          <h3 className={styles.head}>{t('reimport.differences', { shown: shown.length, count: changes })}</h3>
          <ol
            className={styles.changes}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
            tabIndex={0}
            aria-label={t('reimport.differences', { shown: shown.length, count: changes })}
          >
            {shown.map((change, place) => (
              // The list does not change while it is shown.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={place} className={styles.quote} lang={language} dir="auto">
                <span className={styles.around}>{shownBefore(change.before, changeContext)}</span>
                <del>{change.removed}</del>
                <ins>{change.inserted}</ins>
                <span className={styles.around}>{shownAfter(change.after, changeContext)}</span>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  );
}

function Codes({ codes }: { codes: Output<'reimport.preview'>['passages'][number]['codes'] }) {
  const named = useNamedCodes();
  return (
    <span className={styles.codes}>
      {codes.map((id) => {
        const code = named?.get(id);
        return code ? (
          <CodeChip key={id} name={code.name} lang={code.lang} color={code.code.color} mark={code.code.mark} />
        ) : null;
      })}
    </span>
  );
}
