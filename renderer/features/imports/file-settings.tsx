import type { ImportPreview } from '../../../shared/contract/methods/documents.ts';
import { type SpeakerRole, speakerRoles } from '../../../shared/domain/transcript.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice, type ChoiceOption } from '../../ui/choice.tsx';
import { countText } from '../results/figures.ts';
import result from '../results/result.module.css';
import { type BatchFile, roleOf, shownVerdict } from './batch.ts';
import {
  encodingLabel,
  encodingLabels,
  foundPatternMessage,
  languageName,
  patternMessages,
  transcriptLanguages,
} from './choices.ts';
import styles from './file-settings.module.css';
import { overruleFile } from './import-batch.ts';

/** Going back to the guess, as a value of a choice. */
const guess = 'guess';

type FileSettingsProps = { readonly file: BatchFile; readonly preview: ImportPreview | null };

/** How one file is read: every guess can be overruled, and the table and preview follow at once. */
export function FileSettings({ file, preview }: FileSettingsProps) {
  const { t } = useWords();
  const verdict = shownVerdict(file);
  const wrongEncoding = file.reading.kind === 'failed' && file.reading.error.code === 'file_encoding';
  const timed = preview?.turns.filter(({ time }) => time !== null).length ?? 0;
  const isBeginning = verdict !== null && preview !== null && preview.turns.length < verdict.turns;

  return (
    <section className={styles.settings} aria-label={t('imports.settings', { file: file.name })}>
      <h2 className={styles.file}>{file.name}</h2>
      <div className={styles.list}>
        {(verdict?.encoding ?? null) !== null || wrongEncoding || file.overrules.encoding ? (
          <EncodingChoice file={file} />
        ) : null}
        {verdict ? (
          <>
            {verdict.encoding === null ? (
              <Fact name={t('imports.column.encoding')} value={t('imports.encoding.own')} />
            ) : null}
            <Choice
              label={t('imports.column.language')}
              value={verdict.language}
              options={[...new Set([verdict.language, ...transcriptLanguages])].map((tag) => ({
                id: tag,
                label: languageName(tag),
              }))}
              onChange={(language) => overruleFile(file.key, { language })}
            />
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
      {verdict ? <Speakers file={file} /> : null}
    </section>
  );
}

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
  const options: ChoiceOption<string>[] = [
    { id: guess, label: t('imports.encoding.guess') },
    ...Object.entries(encodingLabels).map(([id, label]) => ({ id, label })),
  ];
  return (
    <Choice
      label={t('imports.column.encoding')}
      value={file.overrules.encoding ?? guess}
      shown={found === null ? undefined : encodingLabel(file.overrules.encoding ?? found)}
      options={options}
      onChange={(value) => overruleFile(file.key, { encoding: value === guess ? undefined : value })}
    />
  );
}

function PatternChoice({ file, found }: { file: BatchFile; found: string }) {
  const { t } = useWords();
  const name = (pattern: string): string => {
    const words = foundPatternMessage(pattern);
    return words === null ? pattern : t(words);
  };
  return (
    <Choice
      label={t('imports.pattern')}
      value={file.overrules.pattern ?? guess}
      shown={name(file.overrules.pattern ?? found)}
      options={[
        { id: guess, label: t('imports.encoding.guess') },
        ...Object.keys(patternMessages).map((id) => ({ id, label: name(id) })),
      ]}
      onChange={(value) => overruleFile(file.key, { pattern: value === guess ? undefined : value })}
    />
  );
}

function Speakers({ file }: { file: BatchFile }) {
  const { t } = useWords();
  const verdict = shownVerdict(file)!;
  if (verdict.speakers.length === 0) return <p className={result.note}>{t('imports.speakers.none')}</p>;
  return (
    <>
      <h2 className={styles.head}>{t('imports.speakers')}</h2>
      <table className={result.table}>
        <thead>
          <tr>
            <th scope="col">{t('imports.speakers.name')}</th>
            <th scope="col" className={result.number}>
              {t('imports.column.turns')}
            </th>
            <th scope="col" className={styles.role}>
              {t('imports.speakers.role')}
            </th>
          </tr>
        </thead>
        <tbody>
          {verdict.speakers.map(({ name, turns }) => (
            <tr key={name}>
              <th scope="row" lang={verdict.language} className={styles.speaker}>
                {name}
              </th>
              <td className={result.number}>{countText(turns)}</td>
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
          ))}
        </tbody>
      </table>
    </>
  );
}
