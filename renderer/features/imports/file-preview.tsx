import { memo } from 'react';
import type { ImportPreview, ImportVerdict } from '../../../shared/contract/methods/documents.ts';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import { clockTime } from '../../../shared/text/clock-time.ts';
import { useWords } from '../../i18n/text.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { type BatchFile, roleOf, shownVerdict } from './batch.ts';
import { readableFailure } from './failure-text.ts';
import styles from './file-preview.module.css';
import { previewParts } from './preview-lines.ts';

type FilePreviewProps = { readonly file: BatchFile; readonly preview: ImportPreview | null };

/** The beginning of a file as it would be stored, or why it cannot be. */
export const FilePreview = memo(function FilePreview({ file, preview }: FilePreviewProps) {
  const { t } = useWords();
  const verdict = shownVerdict(file);
  return (
    <section className={styles.preview} aria-label={t('imports.preview')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('imports.preview')}</h2>
        <p className={styles.caption} role="status">
          {verdict && file.reading.kind !== 'failed'
            ? t('imports.preview.caption', {
                turns: verdict.turns,
                characters: verdict.characters,
                exact: ['text', 'markdown'].includes(verdict.format) && verdict.replaced.count === 0 ? 'yes' : 'no',
              })
            : null}
        </p>
      </header>
      {/* Focusable, so that the preview can be scrolled by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.script} tabIndex={0} role="region" aria-label={file.name}>
        {file.reading.kind === 'failed' ? (
          <div className={styles.error}>
            <ErrorNote error={VerbatimError.fromWire(readableFailure(file.reading.error))} />
          </div>
        ) : null}
        {preview && verdict && file.reading.kind !== 'failed' ? (
          <Script file={file} preview={preview} verdict={verdict} />
        ) : null}
        {!preview && file.reading.kind !== 'failed' ? (
          <p className={styles.wait}>{t('imports.preview.loading')}</p>
        ) : null}
      </div>
    </section>
  );
});

function Script({ file, preview, verdict }: { file: BatchFile; preview: ImportPreview; verdict: ImportVerdict }) {
  const { t } = useWords();
  const parts = previewParts(preview);
  const firstOutside = parts.find(({ kind }) => kind === 'outside');
  return (
    <div translate="no" lang={preview.language}>
      {parts.map((part) =>
        part.kind === 'outside' ? (
          <div key={`outside ${part.start}`} className={styles.outside}>
            {part === firstOutside ? (
              <p className={styles.note} lang={undefined}>
                {t('imports.preview.outside')}
              </p>
            ) : null}
            {part.lines.map((line, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- lines have no other identity and never move
              <p key={place}>{line}</p>
            ))}
          </div>
        ) : (
          <article
            key={part.start}
            className={`${styles.turn} ${
              part.turn.speaker !== null && roleOf(file, part.turn.speaker) !== 'respondent' ? styles.ask : ''
            }`}
          >
            <header className={styles.who}>
              {part.turn.speaker}
              {part.turn.time === null ? null : <time>{clockTime(part.turn.time)}</time>}
            </header>
            <p className={styles.words}>{part.words}</p>
          </article>
        ),
      )}
      {preview.turns.length < verdict.turns ? (
        <p className={styles.more}>{t('imports.preview.beginning', { turns: verdict.turns })}</p>
      ) : null}
    </div>
  );
}
