import { useRef } from 'react';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { closeOverlay, openOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { DamageRemedy } from '../backups/damage-remedy.tsx';
import { FoundProjects } from './found-projects.tsx';
import styles from './open-project-dialog.module.css';
import { projectEndings } from './project-file.ts';
import { RecentProjects } from './recent-projects.tsx';
import { useOpenTicket } from './use-open-ticket.ts';

/** Lists projects to open, and lets the user choose any other file. */
export function OpenProjectDialog() {
  const { t } = useWords();
  const { data: state } = useQuery('app.state', {});
  const { open: openTicket, error } = useOpenTicket();
  return (
    <Dialog
      title={t('welcome.openTitle')}
      width="wide"
      onClose={closeOverlay}
      buttons={
        <>
          <Button onPress={closeOverlay}>{t('app.cancel')}</Button>
          {state?.host === 'desktop' ? <SystemFileButton onChosen={openTicket} /> : <PageFileButton />}
        </>
      }
    >
      {error ? (
        <div className={styles.problem}>
          <ErrorNote error={error} />
          <DamageRemedy error={error} />
        </div>
      ) : null}
      <div className={styles.lists}>
        <section>
          <h3 className={styles.head}>{t('welcome.recent')}</h3>
          <RecentProjects projects={state?.recent ?? []} onOpen={openTicket} />
        </section>
        <FoundProjects onOpen={openTicket} />
      </div>
      <p className={styles.drop}>{t('welcome.openDrop')}</p>
    </Dialog>
  );
}

/** The system's file dialog, which knows where the file lies: it is opened there. */
function SystemFileButton({ onChosen }: { onChosen: (ticket: string) => void }) {
  const { t } = useWords();
  const choose = useCommand('dialogs.openProject');
  return (
    <Button
      look="main"
      onPress={() => choose.mutate({}, { onSuccess: ({ ticket }) => ticket !== null && onChosen(ticket) })}
    >
      {t('welcome.openOther')}
    </Button>
  );
}

/** The browser's own file dialog: it gives the bytes of a file and not its place. */
function PageFileButton() {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look="main" onPress={() => field.current?.click()}>
        {t('welcome.openOther')}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        accept={projectEndings.join(',')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) openOverlay({ kind: 'openFile', file });
        }}
      />
    </>
  );
}
