import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, type IpcMainEvent, session } from 'electron';
import { menuLabels } from '../../shared/messages/menu-labels.ts';
import { isAppAddress } from '../../shared/hosts/app-address.ts';
import { installNetworkGuard } from '../core/network-guard.ts';
import { hostFolders } from '../core/node-ports.ts';
import { projectArgument } from '../core/project-argument.ts';
import { readRendererFiles } from '../core/renderer-files.ts';
import { resourceFolder } from '../core/resources.ts';
import { type CoreLink, startCore } from './core-link.ts';
import type { FromCore } from './core-messages.ts';
import { chooseFile, offerRestart } from './dialogs.ts';
import { installMenu } from './menu.ts';
import { restrictContents, restrictSession } from './permissions.ts';
import { registerScheme, serveApp } from './protocol.ts';
import { openWindow } from './window.ts';

let core: CoreLink | null = null;
let window: BrowserWindow | null = null;
/** A project asked for before the core runs. */
let waitingProject = projectArgument(process.argv, process.cwd());

installNetworkGuard();
app.enableSandbox();
app.setPath('userData', join(hostFolders(process.platform, process.env, app.getPath('home')).data, 'desktop'));
registerScheme();
if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  app.on('second-instance', (_event, argv, folder) => openProject(projectArgument(argv, folder)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openProject(path);
  });
  app.on('web-contents-created', (_event, contents) => restrictContents(contents));
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    const closing = core;
    if (closing === null) return;
    event.preventDefault();
    core = null;
    void closing.close().finally(() => app.quit());
  });
  void app.whenReady().then(start);
}

function start(): void {
  const labels = menuLabels(app.getLocale());
  restrictSession(session.defaultSession);
  serveApp(readRendererFiles(resourceFolder('dist', 'renderer')));
  installMenu(labels, (command) => core?.tell({ type: 'menu', command }));
  ipcMain.on('core-port', (event) => {
    if (!isOurPage(event) || core === null) return;
    event.sender.postMessage('core-port', null, [core.connect()]);
  });
  runCore();
  window = openWindow();
  window.on('closed', () => {
    window = null;
  });
}

function runCore(): void {
  core = startCore(
    (message) => void hear(message),
    () => void restart(),
  );
  openProject(waitingProject);
  waitingProject = null;
}

async function hear(message: FromCore): Promise<void> {
  const labels = menuLabels(app.getLocale());
  if (message.type === 'openFailed') {
    dialog.showErrorBox(labels['menu.openFailed'], message.message);
    return;
  }
  const path = window === null ? null : await chooseFile(window, labels, message);
  core?.tell({ type: 'chosen', dialog: message.dialog, path });
}

/** Only the top frame of our own window, showing our own page, is given a port. */
function isOurPage({ sender, senderFrame }: IpcMainEvent): boolean {
  return (
    window !== null &&
    sender === window.webContents &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    isAppAddress(senderFrame.url)
  );
}

function openProject(path: string | null): void {
  if (core === null) waitingProject = path ?? waitingProject;
  else if (path !== null) core.tell({ type: 'open', path });
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

/** The core's process has ended by itself: what was confirmed is on disk; a new one goes on from there. */
async function restart(): Promise<void> {
  core = null;
  if (await offerRestart(menuLabels(app.getLocale()))) {
    runCore();
    window?.webContents.reload();
  } else app.quit();
}
