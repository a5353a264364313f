import { type BrowserWindow, dialog } from 'electron';
import type { MenuLabel } from '../../shared/hosts/menu.ts';
import type { FromCore } from './core-messages.ts';

type Labels = Readonly<Record<MenuLabel, string>>;

type Asked = Pick<Extract<FromCore, { type: 'dialog' }>, 'asks' | 'suggestedName'>;

/** Asks for a project to open, a folder, or a place to save a project at; null if nothing was chosen. */
export async function chooseFile(
  window: BrowserWindow,
  labels: Labels,
  { asks, suggestedName }: Asked,
): Promise<string | null> {
  const filters = [{ name: labels['menu.dialog.projects'], extensions: asks === 'place' ? ['vbt'] : ['vbt', 'vbtx'] }];
  if (asks === 'folder') {
    const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] });
    return filePaths[0] ?? null;
  }
  if (asks === 'project') {
    const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile', 'dontAddToRecent'], filters });
    return filePaths[0] ?? null;
  }
  const { filePath } = await dialog.showSaveDialog(window, {
    ...(suggestedName === null ? {} : { defaultPath: suggestedName }),
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
