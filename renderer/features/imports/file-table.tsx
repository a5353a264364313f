import { memo, useEffect, useMemo, useRef } from 'react';
import type { WireError } from '../../../shared/contract/errors.ts';
import { errorMessage } from '../../../shared/messages/error-message.ts';
import { useWords } from '../../i18n/text.ts';
import { RowGap } from '../../ui/row-gap.tsx';
import { evenRows } from '../../ui/row-parts.ts';
import { StateIcon } from '../../ui/state-icon.tsx';
import { rowOf, useRowsInSight } from '../../ui/use-rows-in-sight.ts';
import { countText, noFigure } from '../results/figures.ts';
import result from '../results/result.module.css';
import { type BatchFile, fileState, type FileState, shownVerdict } from './batch.ts';
import { encodingLabel, formatMessage, ownLanguageName } from './choices.ts';
import styles from './file-table.module.css';
import { readableFailure } from './failure-text.ts';
import { chooseFile, selectFile } from './import-batch.ts';

/** Height of a row, in rem, as the style sheet has it with its line. */
const rowHeight = 1.875;

/** What was found in each file, and whether it can be imported; choosing a name shows its settings and preview. */
export function FileTable({ files, selected }: { files: readonly BatchFile[]; selected: number | null }) {
  const { t } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const { length } = files;
  const { parts, reveal } = useRowsInSight(
    table,
    useMemo(() => evenRows(length, rowHeight), [length]),
  );
  const place = files.findIndex(({ key }) => key === selected);
  useEffect(() => reveal(place), [reveal, place]);
  return (
    <table
      ref={table}
      className={`${result.table} ${styles.table}`}
      aria-label={t('imports.files')}
      aria-rowcount={files.length + 1}
    >
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className={styles.check}>
            <span className="unseen">{t('imports.column.include')}</span>
          </th>
          <th scope="col">{t('imports.column.file')}</th>
          <th scope="col">{t('imports.column.format')}</th>
          <th scope="col">{t('imports.column.encoding')}</th>
          <th scope="col">{t('imports.column.language')}</th>
          <th scope="col" className={result.number}>
            {t('imports.column.turns')}
          </th>
          <th scope="col" className={styles.speakers}>
            {t('imports.column.speakers')}
          </th>
          <th scope="col" className={styles.state}>
            {t('imports.column.state')}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => {
          if (part.kind === 'gap') return <RowGap key={`gap ${part.first}`} height={part.height} columns={8} />;
          const file = files[part.row]!;
          return <FileRow key={file.key} file={file} row={part.row} isSelected={file.key === selected} />;
        })}
      </tbody>
    </table>
  );
}

type FileRowProps = { readonly file: BatchFile; readonly row: number; readonly isSelected: boolean };

// A file read changes one row: the others are not drawn anew.
const FileRow = memo(function FileRow({ file, row, isSelected }: FileRowProps) {
  const { t } = useWords();
  const verdict = shownVerdict(file);
  const state = fileState(file);
  const isGuessed = !file.isPasted && (verdict?.encodingGuessed ?? false);
  const format = verdict && formatMessage(verdict.format);
  const encoding = file.isPasted ? null : (verdict?.encoding ?? null);
  const encodingText = encoding === null ? noFigure : encodingLabel(encoding);
  return (
    <tr
      data-selected={isSelected}
      aria-rowindex={row + 2}
      {...rowOf(row)}
      className={state === 'failed' ? styles.off : undefined}
    >
      <td className={styles.check}>
        <input
          type="checkbox"
          aria-label={t('imports.include', { file: file.name })}
          checked={file.chosen && state !== 'failed'}
          disabled={state === 'failed'}
          onChange={(event) => chooseFile(file.key, event.currentTarget.checked)}
        />
      </td>
      <th scope="row" className={styles.file}>
        <button
          type="button"
          className={styles.name}
          aria-pressed={isSelected}
          title={file.name}
          onClick={() => selectFile(file.key)}
        >
          {file.name}
        </button>
      </th>
      {file.reading.kind === 'failed' ? (
        <FailureCell error={file.reading.error} />
      ) : (
        <>
          <td>{format ? t(format) : (verdict?.format ?? noFigure)}</td>
          <td className={isGuessed ? styles.warn : undefined}>
            {isGuessed ? t('imports.encoding.guessed', { encoding: encodingText }) : encodingText}
          </td>
          <td lang={verdict?.language}>{verdict ? ownLanguageName(verdict.language) : noFigure}</td>
          <td className={result.number}>{verdict ? countText(verdict.turns) : noFigure}</td>
          <td className={styles.speakers} lang={verdict?.language}>
            {verdict?.speakers.map(({ name }) => name).join(', ') || noFigure}
          </td>
        </>
      )}
      <td className={`${styles.state} ${styles[state]}`}>
        <StateWord state={state} />
      </td>
    </tr>
  );
});

/** Why a file cannot go in, in the place of what would have been found in it; the preview has room for all of it. */
function FailureCell({ error }: { error: WireError }) {
  const { say } = useWords();
  const reason = say(errorMessage(readableFailure(error)));
  return (
    <td colSpan={5} className={styles.why} title={reason}>
      {reason}
    </td>
  );
}

const iconOf = { ready: 'ok', check_encoding: 'warn', replaced: 'warn', failed: 'bad' } as const;

/** Every state has an icon of its own shape and a word. */
function StateWord({ state }: { state: FileState }) {
  const { t } = useWords();
  return (
    <span className={styles.word}>
      {state === 'reading' ? null : <StateIcon state={iconOf[state]} />}
      {t(`imports.state.${state}`)}
    </span>
  );
}
