import { Menu, type MenuItemConstructorOptions } from 'electron';
import { applicationMenu, type MenuEntry, type MenuLabel } from '../../shared/hosts/menu.ts';

/** Installs the application menu; a chosen command goes to the window by way of the core. */
export function installMenu(labels: Readonly<Record<MenuLabel, string>>, choose: (command: string) => void): void {
  const item = (entry: MenuEntry): MenuItemConstructorOptions => {
    if (entry.type === 'separator') return { type: 'separator' };
    const label = labels[entry.label];
    if (entry.type === 'role') return { role: entry.role, label };
    if (entry.type === 'menu') return { label, submenu: entry.entries.map(item) };
    const click = (): void => choose(entry.command);
    return entry.keys === undefined
      ? { label, click }
      : { label, click, accelerator: entry.keys, registerAccelerator: false };
  };
  const entries = applicationMenu(process.platform === 'darwin' ? 'mac' : 'other');
  Menu.setApplicationMenu(Menu.buildFromTemplate(entries.map(item)));
}
