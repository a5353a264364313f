import { type SpeakerRole, speakerRoles } from '../../../shared/domain/transcript.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { countText } from '../results/figures.ts';
import result from '../results/result.module.css';
import { type BatchFile, namedAs, roleOf, shownVerdict } from './batch.ts';
import styles from './found-speakers.module.css';
import { overruleFile } from './import-batch.ts';
import { SettledField } from './settled-field.tsx';

/** The labels of a file with what is said under each: every one can be given another name; labels of one name become one speaker. */
export function FoundSpeakers({ file }: { file: BatchFile }) {
  const { t } = useWords();
  const verdict = shownVerdict(file)!;
  const { labels } = verdict;
  if (labels.length === 0) return <p className={result.note}>{t('imports.speakers.none')}</p>;
  const nameLabel = (label: string, name: string): void => {
    const { [label]: _, ...others } = file.overrules.speakerNames ?? {};
    const trimmed = name.trim();
    const names = trimmed === '' || trimmed === label ? others : { ...others, [label]: trimmed };
    overruleFile(file.key, { speakerNames: Object.keys(names).length === 0 ? undefined : names });
  };
  const merged = new Set(labels.map(({ label }) => namedAs(file, label))).size < labels.length;
  const offered = `names of ${file.key}`;
  return (
    <>
      <h2 className={styles.head}>{t('imports.speakers')}</h2>
      <datalist id={offered}>
        {labels.map(({ label }) => (
          <option key={label} value={label}>
            {label}
          </option>
        ))}
      </datalist>
      <table className={`${result.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('imports.speakers.label')}</th>
            <th scope="col" className={result.number}>
              {t('imports.column.turns')}
            </th>
            <th scope="col" className={styles.name}>
              {t('imports.speakers.as')}
            </th>
            <th scope="col" className={styles.role}>
              {t('imports.speakers.role')}
            </th>
          </tr>
        </thead>
        <tbody>
          {labels.map(({ label, turns, example }) => {
            const name = namedAs(file, label);
            return (
              <tr key={label}>
                <th scope="row" lang={verdict.language} className={styles.label}>
                  <span translate="no">{label}</span>
                  <span className={styles.example} translate="no">
                    {example}
                  </span>
                </th>
                <td className={result.number}>{countText(turns)}</td>
                <td className={styles.name}>
                  <SettledField
                    label={t('imports.speakers.nameOf', { label })}
                    value={name}
                    lang={verdict.language}
                    list={offered}
                    onSettle={(typed) => nameLabel(label, typed)}
                  />
                </td>
                <td className={styles.role}>
                  <Choice<SpeakerRole>
                    label={t('imports.role.of', { name })}
                    hideLabel
                    value={roleOf(file, name)}
                    options={speakerRoles.map((role) => ({ id: role, label: t(`imports.role.${role}`) }))}
                    onChange={(role) => overruleFile(file.key, { roles: { ...file.overrules.roles, [name]: role } })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={result.note}>{t(merged ? 'imports.speakers.merged' : 'imports.speakers.hint')}</p>
    </>
  );
}
