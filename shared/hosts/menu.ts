/** Where a menu differs by system. */
export type MenuPlatform = 'mac' | 'other';

export type MenuRole =
  | 'about'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'quit'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'minimize'
  | 'close'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen';

/** One entry of a menu: what the system does by itself, or a command of the window's own registry. */
export type MenuEntry =
  | { readonly type: 'separator' }
  | { readonly type: 'role'; readonly role: MenuRole; readonly label: MenuLabel }
  /** `keys` is only shown: the window listens to the keyboard itself. */
  | { readonly type: 'command'; readonly command: string; readonly label: MenuLabel; readonly keys?: string }
  | { readonly type: 'menu'; readonly label: MenuLabel; readonly entries: readonly MenuEntry[] };

export type MenuLabel = keyof typeof import('../messages/en/menu.json');

const separator: MenuEntry = { type: 'separator' };
const role = (name: MenuRole): MenuEntry => ({ type: 'role', role: name, label: `menu.${name}` });
const command = (name: string, label: MenuLabel, keys?: string): MenuEntry => ({
  type: 'command',
  command: name,
  label,
  ...(keys === undefined ? {} : { keys }),
});

/** The application menu as data. */
export function applicationMenu(platform: MenuPlatform): readonly MenuEntry[] {
  const isMac = platform === 'mac';
  const application: MenuEntry = {
    type: 'menu',
    label: 'menu.app',
    entries: [role('about'), separator, role('hide'), role('hideOthers'), role('unhide'), separator, role('quit')],
  };
  return [
    ...(isMac ? [application] : []),
    {
      type: 'menu',
      label: 'menu.file',
      entries: [
        command('project.new', 'menu.newProject'),
        command('project.open', 'menu.openProject', 'CmdOrCtrl+O'),
        command('project.sample', 'menu.openSample', 'CmdOrCtrl+Shift+O'),
        separator,
        command('import', 'menu.import'),
        command('project.export', 'menu.export'),
        command('project.share', 'menu.share'),
        command('project.encrypt', 'menu.encrypt'),
        command('privacy', 'menu.privacy'),
        separator,
        command('project.close', 'menu.closeProject'),
        ...(isMac ? [role('close')] : [separator, role('quit')]),
      ],
    },
    {
      type: 'menu',
      label: 'menu.edit',
      entries: [
        command('undo', 'menu.undo', 'CmdOrCtrl+Z'),
        command('redo', 'menu.redo', 'CmdOrCtrl+Shift+Z'),
        separator,
        role('cut'),
        role('copy'),
        role('paste'),
        role('selectAll'),
      ],
    },
    {
      type: 'menu',
      label: 'menu.view',
      entries: [
        command('palette', 'menu.find', 'CmdOrCtrl+K'),
        separator,
        role('resetZoom'),
        role('zoomIn'),
        role('zoomOut'),
        separator,
        role('togglefullscreen'),
      ],
    },
    { type: 'menu', label: 'menu.window', entries: [role('minimize'), ...(isMac ? [] : [role('close')])] },
    ...(isMac ? [] : [{ type: 'menu', label: 'menu.help', entries: [role('about')] } as const]),
  ];
}
