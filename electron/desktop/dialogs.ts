import { type BrowserWindow, dialog } from 'electron';
import type { MenuLabel } from '../../shared/hosts/menu.ts';

type Labels = Readonly<Record<MenuLabel, string>>;

/** Asks for a project to open, or with a suggested name for a place to save one; null if nothing was chosen. */
export async function chooseFile(
  window: BrowserWindow,
  labels: Labels,
  suggestedName: string | null,
): Promise<string | null> {
  const filters = [{ name: labels['menu.dialog.projects'], extensions: ['vbt'] }];
  if (suggestedName === null) {
    const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile', 'dontAddToRecent'], filters });
    return filePaths[0] ?? null;
  }
  const { filePath } = await dialog.showSaveDialog(window, {
    defaultPath: suggestedName,
    properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
    filters,
  });
  return filePath === '' ? null : filePath;
}

/** Tells that the core has stopped; answers whether to start it again (or else to quit). */
export async function offerRestart(labels: Labels): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: labels['menu.crash.title'],
    detail: labels['menu.crash.detail'],
    buttons: [labels['menu.crash.restart'], labels['menu.quit']],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
