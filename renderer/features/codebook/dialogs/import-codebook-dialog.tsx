import { useEffect, useEffectEvent, useState } from 'react';
import { isVerbatimError, type VerbatimError } from '../../../../shared/contract/errors.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import type { CodeChoice, ComparedCode } from '../../../../shared/contract/methods/codebook-files.ts';
import type { CodeId } from '../../../../shared/domain/ids.ts';
import { codebookFaultMessage } from '../../../../shared/messages/error-message.ts';
import { call } from '../../../api/connection.ts';
import { useChosenFile } from '../../../api/use-chosen-file.ts';
import { openImport } from '../../../app/navigation.ts';
import { useWords } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { ChooseFile } from '../../../ui/choose-files.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { isExchangeFile } from '../../exchange/exchange-file.ts';
import type { NamedCode } from '../code-names.ts';
import styles from './import-codebook-dialog.module.css';
import { showUndoToast } from '../../../app/undo-toast.ts';

type Preview = Output<'codebook.preview'> & { readonly ticket: string };

const choicesOf: Readonly<Record<'changed' | 'elsewhere', readonly CodeChoice[]>> = {
  changed: ['take', 'keep'],
  elsewhere: ['keep', 'move', 'new'],
};

type DialogProps = {
  readonly codes: ReadonlyMap<CodeId, NamedCode>;
  /** The file to begin with. */
  readonly file?: File | undefined;
  readonly onClose: () => void;
};

/** Holds the codes of a file against the codebook and imports them as chosen, as one step. */
export function ImportCodebookDialog({ codes, file: given, onClose }: DialogProps) {
  const { t, say } = useWords();
  const ask = useChosenFile();
  const [reading, setReading] = useState<string | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<number, CodeChoice>>(new Map());
  const [error, setError] = useState<VerbatimError | null>(null);
  const [isTaking, setTaking] = useState(false);

  const choose = async (file: File): Promise<void> => {
    // A whole project has a screen of its own; a codebook is held against this one, whoever wrote it.
    if (isExchangeFile(file) && !/\.qdc$/i.test(file.name)) {
      onClose();
      openImport([file]);
      return;
    }
    setError(null);
    setPreview(null);
    setChosen(new Map());
    setReading(file.name);
    try {
      const answer = await ask(file, async (ticket) => ({ ...(await call('codebook.preview', { ticket })), ticket }));
      if (!answer) return;
      setPreview(answer);
    } catch (failure) {
      setError(failure as VerbatimError);
    }
    setReading(null);
  };
  const chooseGiven = useEffectEvent((file: File) => void choose(file));
  useEffect(() => {
    if (given) chooseGiven(given);
  }, [given]);
  const take = async ({ ticket }: Preview): Promise<void> => {
    setError(null);
    setTaking(true);
    try {
      const choices = [...chosen].map(([entry, choice]) => ({ entry, choice }));
      const { created, changed, moved } = await call('codebook.import', { ticket, choices, partial: true });
      onClose();
      showUndoToast(t, t('codebook.import.done', { created, changed: changed + moved }));
    } catch (failure) {
      if (!isVerbatimError(failure)) throw failure;
      setError(failure);
    } finally {
      setTaking(false);
    }
  };
  const count = (state: ComparedCode['state']): number =>
    preview?.entries.filter((entry) => entry.state === state).length ?? 0;

  return (
    <Dialog
      title={t('codebook.import.title')}
      width="wide"
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            look="main"
            isDisabled={preview === null || preview.entries.length === 0 || isTaking}
            onPress={() => preview && void take(preview)}
          >
            {t('codebook.import.button')}
          </Button>
        </>
      }
    >
      <p className={styles.note}>{t('codebook.import.text')}</p>
      <div>
        <ChooseFile
          label={t('codebook.import.choose')}
          accept=".csv,.tsv,.xlsx,.json,.qdc"
          onChoose={(file) => void choose(file)}
        />
      </div>
      <div aria-live="polite" className={styles.answer}>
        {reading === null ? null : <p role="status">{t('codebook.import.reading', { file: reading })}</p>}
        {preview === null ? null : (
          <p className={styles.note}>
            {t('codebook.import.counts', {
              created: count('new'),
              same: count('same'),
              changed: count('changed'),
              elsewhere: count('elsewhere'),
            })}
          </p>
        )}
      </div>
      {preview === null ? null : (
        <ul className={styles.list} aria-label={t('codebook.import.list', { file: preview.file })}>
          {preview.entries.map((entry, place) => (
            <EntryRow
              key={`${entry.line} ${pathOf(preview, place, codes)} ${entry.name}`}
              entry={entry}
              path={pathOf(preview, place, codes)}
              choice={chosen.get(place)}
              onChoose={(choice) => setChosen(new Map(chosen).set(place, choice))}
            />
          ))}
        </ul>
      )}
      {preview === null || preview.ignored.length === 0 ? null : (
        <p className={styles.note}>{t('codebook.import.ignored', { columns: preview.ignored.join(', ') })}</p>
      )}
      {preview === null || preview.faults.length === 0 ? null : (
        <section className={styles.faults}>
          <p>{t('codebook.import.faults', { faults: preview.faults.length })}</p>
          <ul>
            {preview.faults.map((fault) => (
              <li key={`${fault.line} ${fault.problem} ${fault.value}`}>{say(codebookFaultMessage(fault))}</li>
            ))}
          </ul>
        </section>
      )}
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  );
}

/** Names above an entry, from the top. */
function pathOf({ entries }: Preview, place: number, codes: ReadonlyMap<CodeId, NamedCode>): string {
  const names: string[] = [];
  let at = entries[place]!;
  while (at.parent !== null) {
    at = entries[at.parent]!;
    names.unshift(at.name);
  }
  const under = at.under === null ? undefined : codes.get(at.under);
  return [under?.path ?? '', under?.name ?? '', ...names].filter((name) => name !== '').join(' › ');
}

type RowProps = {
  readonly entry: ComparedCode;
  readonly path: string;
  readonly choice: CodeChoice | undefined;
  readonly onChoose: (choice: CodeChoice) => void;
};

/** One code of the file: what it is to the codebook, what the file says otherwise, what is to be done. */
function EntryRow({ entry, path, choice, onChoose }: RowProps) {
  const { t } = useWords();
  const { state, name, language, changes } = entry;
  const options = state === 'changed' || state === 'elsewhere' ? choicesOf[state] : null;
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <span className={styles.name}>
          {path === '' ? null : <span className={styles.path}>{path} › </span>}
          <span lang={language}>{name}</span>
        </span>
        <span className={styles.state}>{t(`codebook.import.state.${state}`)}</span>
        {options === null ? null : (
          <Choice
            label={t('codebook.import.choice', { name })}
            hideLabel
            value={choice ?? options[0]!}
            options={options.map((id) => ({ id, label: t(`codebook.import.choice.${id}`) }))}
            onChange={onChoose}
          />
        )}
      </div>
      {changes.map(({ field, language: of, before, after }) => (
        <p key={`${field} ${of ?? ''} ${after}`} className={styles.change}>
          {t(`codebook.field.${field}`)}
          {of === null ? '' : ` (${of})`} {before === '' ? null : <del lang={of ?? undefined}>{before}</del>}{' '}
          <ins lang={of ?? undefined}>{after}</ins>
        </p>
      ))}
    </li>
  );
}
