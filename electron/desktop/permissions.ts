import { type Session, shell, type WebContents } from 'electron';
import { isAppAddress, isExternalAddress, isLocalRequest } from '../../shared/hosts/app-address.ts';
import { isPermitted } from '../../shared/hosts/window-options.ts';

/** Denies a session's pages every permission, device and request that the app does not need. */
export function restrictSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isPermitted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isPermitted(permission));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocalRequest(url) }));
  session.on('will-download', (event, item) => {
    // Exports are made in the page's memory; nothing else is ever downloaded.
    if (!item.getURL().startsWith('blob:') || !isLocalRequest(item.getURL())) event.preventDefault();
  });
}

/** Keeps contents where they are: no navigation, no frames, no windows; documentation opens in the system's browser. */
export function restrictContents(contents: WebContents): void {
  for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
    contents.on(name as 'will-navigate', (event) => {
      // A reload of our own page is no navigation away.
      if (!isAppAddress(event.url) || !event.isMainFrame) event.preventDefault();
    });
  }
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternalAddress(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}
