import { memo } from 'react';
import type { ImportPreview } from '../../../shared/contract/methods/documents.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { type BatchFile, shownVerdict } from './batch.ts';
import { BrokenBytes } from './broken-bytes.tsx';
import { encodingLabel, encodingOptions, guess, ownLanguageName, transcriptLanguages } from './choices.ts';
import { ColumnChoices } from './column-choices.tsx';
import styles from './file-settings.module.css';
import { FoundSpeakers } from './found-speakers.tsx';
import { overruleFile } from './import-batch.ts';
import { PatternChoice } from './pattern-choice.tsx';
import { WordChoices } from './word-choices.tsx';

type FileSettingsProps = { readonly file: BatchFile; readonly preview: ImportPreview | null };

/** How one file is read: every guess can be overruled, and the table and preview follow at once. */
export const FileSettings = memo(function FileSettings({ file, preview }: FileSettingsProps) {
  const { t } = useWords();
  const verdict = shownVerdict(file);
  const wrongEncoding = file.reading.kind === 'failed' && file.reading.error.code === 'file_encoding';
  const timed = preview?.turns.filter(({ time }) => time !== null).length ?? 0;
  const isBeginning = verdict !== null && preview !== null && preview.turns.length < verdict.turns;

  return (
    <section className={styles.settings} aria-label={t('imports.settings', { file: file.name })}>
      <h2 className={styles.file}>{file.name}</h2>
      <div className={styles.list}>
        {!file.isPasted && ((verdict?.encoding ?? null) !== null || wrongEncoding || file.overrules.encoding) ? (
          <EncodingChoice file={file} />
        ) : null}
        {verdict === null && file.overrules.speakerPattern !== undefined ? (
          <PatternChoice file={file} found={null} />
        ) : null}
        {verdict ? (
          <>
            {verdict.encoding === null || file.isPasted ? (
              <Fact
                name={t('imports.column.encoding')}
                value={t(file.isPasted ? 'imports.encoding.pasted' : 'imports.encoding.own')}
              />
            ) : null}
            <Choice
              label={t('imports.column.language')}
              value={verdict.language}
              options={[...new Set([verdict.language, ...transcriptLanguages])].map((tag) => ({
                id: tag,
                label: ownLanguageName(tag),
              }))}
              onChange={(language) => overruleFile(file.key, { language })}
            />
            <ColumnChoices file={file} />
            <WordChoices file={file} />
            <PatternChoice file={file} found={verdict.pattern} />
            {preview ? (
              <Fact
                name={t('imports.times')}
                value={
                  timed === 0
                    ? t('imports.times.none')
                    : t(isBeginning ? 'imports.times.beginning' : 'imports.times.some', { count: timed })
                }
              />
            ) : null}
          </>
        ) : null}
      </div>
      <BrokenBytes file={file} />
      {verdict ? <FoundSpeakers file={file} /> : null}
    </section>
  );
});

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <p className={styles.fact}>
      <span>{name}</span>
      <span>{value}</span>
    </p>
  );
}

function EncodingChoice({ file }: { file: BatchFile }) {
  const { t } = useWords();
  const found = shownVerdict(file)?.encoding ?? null;
  return (
    <Choice
      label={t('imports.column.encoding')}
      value={file.overrules.encoding ?? guess}
      shown={found === null ? undefined : encodingLabel(file.overrules.encoding ?? found)}
      options={encodingOptions(t('imports.encoding.guess'))}
      onChange={(value) => overruleFile(file.key, { encoding: value === guess ? undefined : value })}
    />
  );
}
