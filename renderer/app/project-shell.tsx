import { memo, useEffect } from 'react';
import { useConnection } from '../api/connection.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { ErrorBanner } from './error-banner.tsx';
import { resetNavigation, useNavigation } from './navigation.ts';
import styles from './project-shell.module.css';
import { SyncBanner } from '../features/backups/sync-banner.tsx';
import { useProjectCheck } from '../features/backups/use-project-check.ts';
import { RewriteBanner } from '../features/protection/rewrite-banner.tsx';
import { TourStrip } from '../features/tour/tour-strip.tsx';
import { ScreenGuard } from './screen-guard.tsx';
import { StatusBar } from './status-bar.tsx';
import { RoomViews } from './room-views.tsx';
import { TopBar } from './top-bar.tsx';
import { useEntering } from './use-entering.ts';
import { useSavedNote } from './use-saved-note.ts';
import { useScreen } from './views.tsx';
import type { OpenProject } from './use-open-project.ts';

/** The window of an open project: top bar, the chosen screen, status bar. */
export const ProjectShell = memo(function ProjectShell({ project }: { project: OpenProject }) {
  const view = useNavigation((s) => s.view);
  const isLost = useConnection((s) => s.state !== 'open');
  useEffect(() => resetNavigation, []);
  useEffect(() => {
    document.title = `${project.name} – Verbatim`;
    return () => {
      document.title = 'Verbatim';
    };
  }, [project.name]);
  useSavedNote();
  const faults = useProjectCheck();
  const { Screen, isLoading } = useScreen(view);
  useEntering(view, isLoading);
  return (
    <div className={styles.shell}>
      <TopBar project={project} />
      <RoomViews />
      <main className={styles.screen} aria-busy={isLoading}>
        <ScreenGuard view={view}>
          <Screen />
        </ScreenGuard>
      </main>
      <div className={styles.foot}>
        {isLost ? <ConnectionBanner /> : null}
        <ErrorBanner />
        {project.rewriteDue ? <RewriteBanner file={project.file} /> : null}
        {project.syncedBy === null ? null : <SyncBanner project={project.id} service={project.syncedBy} />}
        {project.synthetic ? <TourStrip /> : null}
        <StatusBar project={project} faults={faults} />
      </div>
    </div>
  );
});
