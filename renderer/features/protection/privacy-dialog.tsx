import { useEffect, useState } from 'react';
import { isVerbatimError, VerbatimError } from '../../../shared/contract/errors.ts';
import type { Findings } from '../../../shared/contract/methods/protection.ts';
import type { Pseudonym } from '../../../shared/pseudonyms/find-names.ts';
import { call } from '../../api/connection.ts';
import { uploadFile } from '../../api/files.ts';
import { useJob } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { ChooseFiles } from '../../ui/choose-files.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { FindingsList } from './findings-list.tsx';
import styles from './protection.module.css';

type Asked = { readonly ticket: string | null; readonly list: readonly Pseudonym[] };

/** What a file holds that tells of people: the one behind a ticket, or the open project as it would leave, or one chosen here. */
export function PrivacyDialog({ ticket, onClose }: { ticket: string | null; onClose: () => void }) {
  const { t } = useWords();
  const [asked, setAsked] = useState<Asked>({ ticket, list: [] });
  const [findings, setFindings] = useState<Findings | null>(null);
  const [error, setError] = useState<VerbatimError | null>(null);
  const { run, cancel } = useJob('protection.check');
  useEffect(() => {
    let isWanted = true;
    setFindings(null);
    setError(null);
    run({
      ...(asked.ticket === null ? {} : { ticket: asked.ticket }),
      list: [...asked.list],
      folded: true,
    })
      .then((answer) => {
        if (isWanted) setFindings(answer);
      })
      .catch((failure: unknown) => {
        if (isWanted) setError(asVerbatimError(failure));
      });
    return () => {
      isWanted = false;
    };
  }, [asked, run]);

  const withFile = async (files: readonly File[], use: (uploaded: string) => Promise<void>): Promise<void> => {
    try {
      await use(await uploadFile(files[0]!));
    } catch (failure) {
      setError(asVerbatimError(failure));
    }
  };
  const readNames = (files: readonly File[]): Promise<void> =>
    withFile(files, async (uploaded) => {
      const list = await call('pseudonyms.read', { ticket: uploaded });
      void call('files.discard', { ticket: uploaded });
      setAsked((before) => ({ ...before, list }));
    });
  const close = (): void => {
    cancel();
    onClose();
  };
  return (
    <Dialog
      title={t('protection.check.title')}
      width="wide"
      onClose={close}
      buttons={
        <>
          {ticket === null ? (
            <ChooseFiles
              label={t('protection.check.other')}
              onChoose={(files) =>
                void withFile(files, async (uploaded) => setAsked((before) => ({ ...before, ticket: uploaded })))
              }
            />
          ) : null}
          <ChooseFiles
            label={t('protection.check.read')}
            accept=".csv,.tsv,.txt"
            onChoose={(files) => void readNames(files)}
          />
          <Button autoFocus onPress={close}>
            {t('app.close')}
          </Button>
        </>
      }
    >
      {error ? <ErrorNote error={error} /> : null}
      {findings ? (
        <FindingsList findings={findings} hasList={asked.list.length > 0} />
      ) : error ? null : (
        <p role="status">{t('protection.check.running')}</p>
      )}
      <p className={styles.note}>{t('protection.check.caution')}</p>
    </Dialog>
  );
}

function asVerbatimError(failure: unknown): VerbatimError {
  return isVerbatimError(failure) ? failure : new VerbatimError('internal', { log: String(failure) });
}
