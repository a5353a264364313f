import { useCommand, useQuery } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RecentProjects } from './recent-projects.tsx';

/** Lists projects to open; the desktop also offers the system's file dialog, which a browser page has not. */
export function OpenProjectDialog() {
  const { t } = useWords();
  const { data: state } = useQuery('app.state', {});
  const choose = useCommand('dialogs.openProject');
  const open = useCommand('project.open');
  const isDesktop = state?.host === 'desktop';
  const chooseFile = (): void =>
    choose.mutate(
      {},
      { onSuccess: ({ ticket }) => ticket !== null && open.mutate({ ticket }, { onSuccess: closeOverlay }) },
    );
  return (
    <Dialog
      title={t('welcome.openTitle')}
      onClose={closeOverlay}
      buttons={
        <>
          <Button onPress={closeOverlay}>{t('app.cancel')}</Button>
          {isDesktop ? (
            <Button look="main" onPress={chooseFile}>
              {t('welcome.openOther')}
            </Button>
          ) : null}
        </>
      }
    >
      <RecentProjects projects={state?.recent ?? []} />
      {isDesktop ? null : <p>{t('welcome.openBrowser')}</p>}
    </Dialog>
  );
}
