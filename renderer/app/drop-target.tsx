import { type DragEvent, type ReactNode, useEffect, useState } from 'react';
import { openCodebookDialog } from '../features/codebook/codebook-state.ts';
import { isCodebookFile } from '../features/codebook/dialogs/dropped-codebook.ts';
import { isProjectFile } from '../features/welcome/project-file.ts';
import { closeOverlay, closeOverlayOf, openOverlay } from './commands/overlays.ts';
import { reportError } from '../api/error-report.ts';
import { openImport, showView } from './navigation.ts';
import styles from './drop-target.module.css';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/** A codebook opens the preview of its import, whatever else it could be read as. */
async function openDropped(file: File): Promise<void> {
  if (await isCodebookFile(file)) {
    showView('code');
    openCodebookDialog({ kind: 'import', file });
  } else openImport([file]);
}

/**
 * A project dropped anywhere in the window is opened; other files open the import preview, and nothing is read before it
 * is shown there.
 */
export function DropTarget({ hasProject, children }: { hasProject: boolean; children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  // Files may come down just before the page knows of the project that was made for them.
  useEffect(() => {
    if (hasProject) closeOverlayOf('newProject');
  }, [hasProject]);
  return (
    <div
      className={isOver ? styles.over : styles.target}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
          setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!carriesFiles(event)) return;
        // Without this the browser would leave the page for the file.
        event.preventDefault();
        const files = [...event.dataTransfer.files];
        const [first] = files;
        if (first && files.length === 1 && isProjectFile(first)) {
          openOverlay({ kind: 'openFile', file: first });
          return;
        }
        if (first && files.length === 1 && hasProject) {
          closeOverlay();
          openDropped(first).catch(reportError);
          return;
        }
        openImport(files);
        // Without a project they wait for the one that is made now.
        if (hasProject) closeOverlay();
        else openOverlay('newProject');
      }}
    >
      {children}
    </div>
  );
}
