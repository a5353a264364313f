import type { MergedFile, MergeSide } from '../../../shared/contract/methods/copies.ts';
import type { MessageId } from '../../i18n/text.ts';
import { useWords } from '../../i18n/text.ts';
import styles from './merge-preview.module.css';

export type Choices = Readonly<Record<string, MergeSide>>;

type MergePreviewProps = {
  readonly file: MergedFile;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
};

/** Tables a reader asks for, and what they are called. */
const told = [
  { table: 'coding', name: 'team.merge.codings' },
  { table: 'memo', name: 'team.merge.memos' },
  { table: 'code', name: 'team.merge.codes' },
  { table: 'document', name: 'team.merge.documents' },
  { table: 'coder_document', name: 'team.merge.done.marks' },
] as const satisfies readonly { table: string; name: MessageId }[];

/** Fields of a conflict that have a name of their own. */
const fields: Readonly<Record<string, MessageId>> = {
  name: 'team.merge.field.name',
  definition: 'reports.codebook.definition',
  when_to_use: 'reports.codebook.whenToUse',
  when_not_to_use: 'reports.codebook.whenNotToUse',
};

/** What one copy brings: how many rows are new, changed, gone and the same, its codebook beside ours, and what both sides changed. */
export function MergePreview({ file, choices, onChoose }: MergePreviewProps) {
  const { t } = useWords();
  const count = (table: string) => file.tables.find((tally) => tally.table === table);
  const fieldName = (field: string): string => (fields[field] ? t(fields[field]) : field);
  return (
    <section className={styles.file} aria-label={file.coder ?? file.file}>
      <h3 className={styles.head}>{file.coder ?? file.file}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('team.merge.what')}</span>
            </th>
            {(['added', 'changed', 'removed', 'same'] as const).map((kind) => (
              <th key={kind} scope="col" className={styles.number}>
                {t(`team.merge.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.map(({ table, name }) => (
            <tr key={table}>
              <th scope="row">{t(name)}</th>
              {(['added', 'changed', 'removed', 'same'] as const).map((kind) => (
                <td key={kind} className={styles.number}>
                  {count(table)?.[kind] ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {file.withdrawn.length > 0 ? (
        <p className={styles.note}>{t('team.merge.withdrawn', { names: file.withdrawn.join(', ') })}</p>
      ) : null}
      {file.texts.map(({ document, placed, detached }) => (
        <p key={document} className={styles.note}>
          {t('team.merge.text.differs', { document, placed, detached: detached.length })}
        </p>
      ))}
      {file.notes.map(({ kind, name, table }) => (
        <p key={`${kind} ${table} ${name}`} className={styles.note}>
          {t(`team.note.${kind}`, { name })}
        </p>
      ))}
      {file.codebook.length > 0 ? (
        <table className={styles.table} aria-label={t('team.merge.codebook')}>
          <caption className={styles.caption}>{t('team.merge.codebook')}</caption>
          <thead>
            <SideHeads />
          </thead>
          <tbody>
            {file.codebook.flatMap((change) =>
              change.fields.map(({ field, here, there }) => (
                <tr key={`${change.row} ${field}`}>
                  <th scope="row">
                    {change.name} · {fieldName(field)}
                  </th>
                  <td>{here ?? '–'}</td>
                  <td>{there ?? '–'}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      ) : null}
      {file.conflicts.length > 0 ? (
        <table className={styles.table} aria-label={t('team.merge.conflicts')}>
          <caption className={styles.caption}>{t('team.merge.conflicts')}</caption>
          <thead>
            <SideHeads />
          </thead>
          <tbody>
            {file.conflicts.map((conflict) => (
              <tr key={conflict.row}>
                <th scope="row">
                  {conflict.name}
                  <span className={styles.fields}>
                    {conflict.fields.map(({ field }) => fieldName(field)).join(' · ')}
                  </span>
                </th>
                {(['here', 'there'] as const).map((side) => (
                  <td key={side}>
                    <label className={styles.choice}>
                      <input
                        type="radio"
                        name={`${file.copy} ${conflict.row}`}
                        checked={(choices[conflict.row] ?? conflict.taken) === side}
                        onChange={() => onChoose({ ...choices, [conflict.row]: side })}
                      />
                      {conflict.fields.map((field) => field[side] ?? '–').join(' · ')}
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}

function SideHeads() {
  const { t } = useWords();
  return (
    <tr>
      <th scope="col">
        <span className="unseen">{t('team.merge.what')}</span>
      </th>
      <th scope="col">{t('team.merge.here')}</th>
      <th scope="col">{t('team.merge.there')}</th>
    </tr>
  );
}
