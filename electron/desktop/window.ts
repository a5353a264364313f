import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { appAddress } from '../../shared/hosts/app-address.ts';
import { webPreferences } from '../../shared/hosts/window-options.ts';

/** The one window; shown when it has something to show. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    webPreferences: { ...webPreferences, preload: join(import.meta.dirname, 'preload.cjs') },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(appAddress);
  return window;
}
