import { useEffect, useState } from 'react';
import type { VerbatimError } from '../../../shared/contract/errors.ts';
import type { Findings } from '../../../shared/contract/methods/protection.ts';
import type { Pseudonym } from '../../../shared/pseudonyms/find-names.ts';
import { call } from '../../api/connection.ts';
import { asVerbatimError } from '../../api/error-report.ts';
import { uploadFile, withUploaded } from '../../api/files.ts';
import { useJob } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { ChooseFile } from '../../ui/choose-files.tsx';
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
      cancel();
    };
  }, [asked, run, cancel]);

  const ask = (part: Promise<Partial<Asked>>): void => {
    part.then(
      (changed) => setAsked((before) => ({ ...before, ...changed })),
      (failure: unknown) => setError(asVerbatimError(failure)),
    );
  };
  return (
    <Dialog
      title={t('protection.check.title')}
      width="wide"
      onClose={onClose}
      buttons={
        <>
          {ticket === null ? (
            <ChooseFile
              label={t('protection.check.other')}
              onChoose={(file) => ask(uploadFile(file).then((uploaded) => ({ ticket: uploaded })))}
            />
          ) : null}
          <ChooseFile
            label={t('protection.check.read')}
            accept=".csv,.tsv,.txt"
            onChoose={(file) =>
              ask(
                withUploaded(file, async (uploaded) => ({ list: await call('pseudonyms.read', { ticket: uploaded }) })),
              )
            }
          />
          <Button autoFocus onPress={onClose}>
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
