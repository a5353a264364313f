import { CoderDialog } from '../coder-dialog.tsx';
import { LeaveBlindDialog, LiftBlindDialog } from '../blind-dialogs.tsx';
import { FaultsDialog } from '../../features/backups/faults-dialog.tsx';
import { RestoreBackupDialog } from '../../features/backups/restore-backup-dialog.tsx';
import { ExportProjectDialog } from '../../features/exchange/export-project-dialog.tsx';
import { ReimportDialog } from '../../features/corrections/reimport-dialog.tsx';
import { SpeakersDialog } from '../../features/corrections/speakers-dialog.tsx';
import { NewSpeakerDialog, TurnTimeDialog } from '../../features/corrections/turn-dialogs.tsx';
import { AutocodeDialog } from '../../features/guide/autocode-dialog.tsx';
import { EncryptedCopyDialog } from '../../features/protection/encrypted-copy-dialog.tsx';
import { LockDialog } from '../../features/protection/lock-dialog.tsx';
import { OpenEncryptedDialog } from '../../features/protection/open-encrypted-dialog.tsx';
import { PrivacyDialog } from '../../features/protection/privacy-dialog.tsx';
import { ShareCopyDialog } from '../../features/protection/share-copy-dialog.tsx';
import { HistoryDialog } from '../../features/history/history-dialog.tsx';
import { PasteDialog } from '../../features/imports/paste-dialog.tsx';
import { MemoOnDialog } from '../../features/memos/memo-on-dialog.tsx';
import { ReviewDialog } from '../../features/review/review-dialog.tsx';
import { NewProjectDialog } from '../../features/welcome/new-project-dialog.tsx';
import { OpenFileDialog } from '../../features/welcome/open-file-dialog.tsx';
import { OpenProjectDialog } from '../../features/welcome/open-project-dialog.tsx';
import { RenameProjectDialog } from '../../features/welcome/rename-project-dialog.tsx';
import { SettingsDialog } from '../../features/settings/settings-dialog.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { closeOverlay, useOverlay } from './overlays.ts';
import { Palette } from './palette.tsx';
import type { OpenProject } from '../use-open-project.ts';

/** Whatever dialog a command has opened over the page. */
export function CommandOverlays({ project }: { project: OpenProject | null }) {
  const overlay = useOverlay((s) => s.overlay);
  switch (overlay?.kind) {
    case 'palette':
      return <Palette hasProject={project !== null} />;
    case 'help':
      return <HelpSheet />;
    case 'newProject':
      return <NewProjectDialog />;
    case 'openProject':
      return <OpenProjectDialog />;
    case 'openFile':
      return <OpenFileDialog file={overlay.file} />;
    case 'restoreBackup':
      return <RestoreBackupDialog />;
    case 'faults':
      return <FaultsDialog faults={overlay.faults} />;
    case 'history':
      return project ? <HistoryDialog project={project} /> : null;
    case 'review':
      return project ? <ReviewDialog /> : null;
    case 'reimport':
      return <ReimportDialog document={overlay.document} />;
    case 'speakers':
      return <SpeakersDialog document={overlay.document} />;
    case 'turnTime':
      return <TurnTimeDialog turn={overlay.turn} />;
    case 'newSpeaker':
      return <NewSpeakerDialog turn={overlay.turn} />;
    case 'memoOn':
      return project ? <MemoOnDialog project={project} /> : null;
    case 'renameProject':
      return project ? <RenameProjectDialog name={project.name} /> : null;
    case 'encryptProject':
      return project ? <EncryptedCopyDialog /> : null;
    case 'lockProject':
      return project ? <LockDialog /> : null;
    case 'unlock':
      return <OpenEncryptedDialog file={{ ticket: overlay.ticket, name: overlay.file }} />;
    case 'shareProject':
      return project ? <ShareCopyDialog /> : null;
    case 'privacy':
      return project ? <PrivacyDialog ticket={null} onClose={closeOverlay} /> : null;
    case 'privacyOf':
      return <PrivacyDialog ticket={overlay.ticket} onClose={closeOverlay} />;
    case 'exportProject':
      return project ? <ExportProjectDialog project={project} /> : null;
    case 'pasteText':
      return project ? <PasteDialog /> : null;
    case 'settings':
      return <SettingsDialog onClose={closeOverlay} />;
    case 'autocode':
      return project ? <AutocodeDialog onClose={closeOverlay} /> : null;
    case 'addCoder':
      return <CoderDialog coder={null} stays />;
    case 'newCoder':
      return <CoderDialog coder={null} />;
    case 'renameCoder':
      return <CoderDialog coder={overlay.coder} />;
    case 'liftBlind':
      return project ? <LiftBlindDialog project={project} /> : null;
    case 'leaveBlind':
      return project ? <LeaveBlindDialog project={project} other={overlay.coder} /> : null;
    case undefined:
      return null;
  }
}
