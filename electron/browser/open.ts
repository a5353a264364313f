import { spawn } from 'node:child_process';
import { existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Opener = { readonly file: string; readonly parameters: readonly string[]; readonly clean: boolean };

export type OpenerSurroundings = {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The real path of a program or folder; null if there is none. */
  readonly find: (path: string) => string | null;
};

const chromiumNames = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];

/**
 * The command that opens a page: a Chromium browser with a profile of its own where one is found (no extensions, no
 * translation, no sync that could carry text out), else whatever the system opens pages with.
 */
export function pageOpener(page: string, profile: string, surroundings: OpenerSurroundings): Opener {
  const { platform, environment, find } = surroundings;
  const clean = [
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-extensions',
    '--disable-sync',
    '--disable-features=Translate',
    page,
  ];
  if (platform === 'darwin') {
    const chrome = '/Applications/Google Chrome.app';
    return find(chrome) === null
      ? { file: 'open', parameters: [page], clean: false }
      : { file: 'open', parameters: ['-na', chrome, '--args', ...clean], clean: true };
  }
  if (platform === 'win32') {
    const folders = [environment['ProgramFiles(x86)'], environment['ProgramFiles']].filter(
      (name) => name !== undefined,
    );
    const edge = folders.map((folder) => `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`).find(find);
    return edge === undefined
      ? { file: 'explorer.exe', parameters: [page], clean: false }
      : { file: edge, parameters: clean, clean: true };
  }
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  for (const name of chromiumNames) {
    const found = folders.map((folder) => find(`${folder}/${name}`)).find((path) => path !== null);
    // A browser in a snap cannot read or write where the profile lies.
    if (found && !found.includes('/snap')) return { file: found, parameters: clean, clean: true };
  }
  return { file: 'xdg-open', parameters: [page], clean: false };
}

/** A page that leads on to the link at once: so the token is in a file of mode 0600 and in no list of processes. */
export function redirectPage(link: string): string {
  const address = link.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Verbatim</title><meta http-equiv="refresh" content="0;url=${address}">\n`;
}

/**
 * Opens the link in a browser by way of a file in `folder` that only this user can read. Answers how to remove the
 * file again. A browser that cannot be started is not an error: the printed link remains.
 */
export function openLink(link: string, folder: string, profile: string): () => void {
  const file = join(folder, 'open-verbatim.html');
  rmSync(file, { force: true });
  writeFileSync(file, redirectPage(link), { mode: 0o600, flag: 'wx' });
  const opener = pageOpener(pathToFileURL(file).href, profile, {
    platform: process.platform,
    environment: process.env,
    find: (path) => (existsSync(path) ? realpathSync(path) : null),
  });
  const child = spawn(opener.file, opener.parameters, { detached: true, stdio: 'ignore' });
  child.on('error', () => rmSync(file, { force: true }));
  child.unref();
  return () => rmSync(file, { force: true });
}
