import { useEffect, useState } from 'react';
import type { VerbatimError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import { missingKinds } from '../../../shared/domain/attribute.ts';
import { surveyFaultMessage, surveyProblemMessage } from '../../../shared/messages/error-message.ts';
import { call } from '../../api/connection.ts';
import { asVerbatimError } from '../../api/error-report.ts';
import { useJob } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import { showToast } from '../../ui/toast.tsx';
import result from '../results/result.module.css';
import { encodingLabel, encodingOptions, guess } from '../imports/choices.ts';
import { useMissingWords } from '../cases/use-missing-words.ts';
import { ImportChanges } from './import-changes.tsx';
import { type ImportChoices, noChoices, surveyInput } from './import-choices.ts';
import { ImportColumns } from './import-columns.tsx';
import styles from './survey-screen.module.css';

type ImportProps = { readonly file: { readonly name: string; readonly ticket: string }; readonly onDone: () => void };

const faultsShown = 50;

/** A survey before it is stored: what its columns are, what is wrong, what would change. */
export function SurveyImport({ file, onDone }: ImportProps) {
  const { t, say } = useWords();
  const [choices, setChoices] = useState<ImportChoices>(noChoices);
  const [preview, setPreview] = useState<Output<'survey.inspect'> | null>(null);
  const [error, setError] = useState<VerbatimError | null>(null);
  const importing = useJob('survey.import');

  useEffect(() => {
    let isCurrent = true;
    call('survey.inspect', surveyInput(file.ticket, choices)).then(
      (answer) => {
        if (!isCurrent) return;
        setPreview(answer);
        setError(null);
      },
      (thrown: unknown) => isCurrent && setError(asVerbatimError(thrown)),
    );
    return () => {
      isCurrent = false;
    };
  }, [file.ticket, choices]);

  const store = async (partial: boolean): Promise<void> => {
    try {
      const done = await importing.run({ ...surveyInput(file.ticket, choices), partial });
      if (!done) return;
      showToast({
        text: t('survey.import.done', { created: done.created, changed: done.changed, joined: done.joined }),
      });
      onDone();
    } catch (thrown) {
      setError(asVerbatimError(thrown));
    }
  };

  return (
    <div className={`${result.screen} ${result.inset}`}>
      <div className={result.titlebar}>
        <h1 className={result.title}>{t('survey.import.title', { file: file.name })}</h1>
        <p className={result.caption} role="status">
          {preview
            ? t('survey.import.caption', {
                rows: preview.rows,
                columns: preview.columns.length,
                created: preview.created.length,
              })
            : null}
        </p>
      </div>
      <div className={styles.import}>
        {error ? <ErrorNote error={error} /> : null}
        {preview?.encoding || error?.code === 'file_encoding' ? (
          <EncodingChoice
            chosen={choices.encoding}
            found={preview?.encoding ?? null}
            onChange={(encoding) => setChoices({ ...noChoices, encoding })}
          />
        ) : null}
        {preview ? (
          <>
            {preview.sheets.length > 1 ? (
              <Choice
                label={t('survey.import.sheet')}
                value={preview.sheet ?? ''}
                options={preview.sheets.map((sheet) => ({ id: sheet, label: sheet }))}
                onChange={(sheet) => setChoices({ ...noChoices, sheet })}
              />
            ) : null}
            {preview.faultCount > 0 ? (
              <section aria-label={t('survey.import.faults', { count: preview.faultCount })}>
                <h2 className={styles.faults}>
                  <StateIcon state="bad" />
                  {t('survey.import.faults', { count: preview.faultCount })}
                </h2>
                <ul>
                  {preview.faults.slice(0, faultsShown).map((fault) => (
                    <li key={`${fault.row} ${fault.column}`}>
                      {say(surveyFaultMessage(fault, say(surveyProblemMessage(fault))))}
                    </li>
                  ))}
                </ul>
                {preview.faultCount > faultsShown ? (
                  <p>{t('cases.faults.more', { count: preview.faultCount - faultsShown })}</p>
                ) : null}
              </section>
            ) : null}
            <MissingTexts preview={preview} choices={choices} onChange={setChoices} />
            <ImportChanges preview={preview} />
            <ImportColumns columns={preview.columns} choices={choices} onChange={setChoices} />
          </>
        ) : null}
      </div>
      <div className={styles.foot}>
        <Button onPress={onDone}>{t('app.cancel')}</Button>
        {preview && preview.faultCount > 0 ? (
          <Button isDisabled={importing.isRunning} onPress={() => void store(true)}>
            {t('survey.import.rest')}
          </Button>
        ) : null}
        <Button
          look="main"
          isDisabled={preview === null || preview.faultCount > 0 || importing.isRunning}
          onPress={() => void store(false)}
        >
          {t('survey.import.action')}
        </Button>
      </div>
    </div>
  );
}

type EncodingProps = {
  readonly chosen: string | null;
  readonly found: string | null;
  readonly onChange: (encoding: string | null) => void;
};

/** How the bytes of a table in text are read; another reading finds other columns, so that what was said of them goes. */
function EncodingChoice({ chosen, found, onChange }: EncodingProps) {
  const { t } = useWords();
  const shown = chosen ?? found;
  return (
    <Choice
      label={t('imports.column.encoding')}
      value={chosen ?? guess}
      shown={shown === null ? undefined : encodingLabel(shown)}
      options={encodingOptions(t('imports.encoding.guess'))}
      onChange={(value) => onChange(value === guess ? null : value)}
    />
  );
}

type MissingProps = {
  readonly preview: Output<'survey.inspect'>;
  readonly choices: ImportChoices;
  readonly onChange: (choices: ImportChoices) => void;
};

/** Texts that may say that there is no answer: values, unless the user says what they mean. */
function MissingTexts({ preview, choices, onChange }: MissingProps) {
  const { t } = useWords();
  const words = useMissingWords();
  const texts = preview.doubtfulTexts;
  if (texts.length === 0) return null;
  return (
    <section aria-label={t('survey.import.missing')}>
      <h2>{t('survey.import.missing')}</h2>
      <ul>
        {texts.map(({ text, cells }) => (
          <li key={text}>
            <Choice
              label={t('survey.import.missing.text', { text, count: cells })}
              value={choices.missing[text] ?? 'value'}
              options={[
                { id: 'value', label: t('survey.import.missing.value') },
                ...missingKinds.map((kind) => ({ id: kind as string, label: words[kind] })),
              ]}
              onChange={(chosen) => {
                const { [text]: _, ...rest } = choices.missing;
                const kind = missingKinds.find((each) => each === chosen);
                onChange({ ...choices, missing: kind === undefined ? rest : { ...rest, [text]: kind } });
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
