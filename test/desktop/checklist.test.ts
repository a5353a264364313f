import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectArgument } from '../../electron/core/project-argument.ts';
import { isAppAddress, isExternalAddress, isLocalRequest } from '../../shared/hosts/app-address.ts';
import { contentType } from '../../shared/hosts/content-policy.ts';
import { applicationMenu, type MenuEntry } from '../../shared/hosts/menu.ts';
import { webPreferences } from '../../shared/hosts/window-options.ts';
import { menuLabels } from '../../shared/messages/menu-labels.ts';

describe('window options', () => {
  it('name every key, and cannot be changed', () => {
    expect(webPreferences).toEqual({
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      autoplayPolicy: 'document-user-activation-required',
      v8CacheOptions: 'code',
    });
    expect(Object.isFrozen(webPreferences)).toBe(true);
  });
});

describe('addresses', () => {
  it.each(['app://bundle/', 'app://bundle/assets/x.js', 'APP://bundle/', 'app://bundle'])('%s is ours', (address) => {
    expect(isAppAddress(address)).toBe(true);
  });

  it.each([
    '',
    'app:bundle',
    'app://BUNDLE/',
    'app://bundle.example.org/',
    'app://bundle@example.org/',
    'app://user@bundle/',
    'app://bundle:80/',
    'app://example.org/#app://bundle/',
    'https://bundle/',
    'javascript:app://bundle/',
    ' app',
    'about:blank',
    'file:///app://bundle/',
    'data:text/html,app://bundle/',
  ])('%s is not ours', (address) => {
    expect(isAppAddress(address)).toBe(false);
  });

  it.each(['blob:https://example.org/1', 'blob:null/1', 'filesystem:app://bundle/x', 'ftp://x/', 'wss://bundle/'])(
    '%s is no local request',
    (address) => {
      expect(isLocalRequest(address)).toBe(false);
    },
  );

  it('of documentation alone may be opened outside', () => {
    expect(isExternalAddress('https://github.com/verbatim')).toBe(true);
    for (const address of [
      'http://github.com/',
      'https://github.com.example.org/',
      'https://user@github.com/',
      'https://github.com:8443/',
      'https://gist.github.com/',
      'file:///etc/passwd',
      'smb://github.com/',
      'javascript:1',
      '',
    ]) {
      expect(isExternalAddress(address), address).toBe(false);
    }
  });
});

describe('the arguments of a start', () => {
  it('name a project, wherever it stands', () => {
    expect(projectArgument(['verbatim', 'a.vbt'], '/home/mei')).toBe('/home/mei/a.vbt');
    expect(projectArgument(['electron', '.', '--lang=en', '/x/A B.VBT'], '/home/mei')).toBe('/x/A B.VBT');
    expect(projectArgument(['verbatim', '研究.vbt', 'second.vbt'], '/home/ana')).toBe('/home/ana/研究.vbt');
    expect(projectArgument(['verbatim', '研究.vbtx'], '/home/ana')).toBe('/home/ana/研究.vbtx');
  });

  it.each([
    [['verbatim']],
    [[]],
    [['x.vbt']],
    [['verbatim', '--a.vbt']],
    [['verbatim', 'a.txt', '.vbt.exe']],
    [['verbatim', 'a\0.vbt']],
    [['verbatim', 'https://example.org/']],
  ])('name none in %j', (argv) => {
    expect(projectArgument(argv, '/work')).toBeNull();
  });
});

it('files of every ending a start can name open with the app', () => {
  const config = readFileSync(new URL('../../build/electron-builder.json5', import.meta.url), 'utf8');
  const endings = [...config.matchAll(/^\s+ext: '(\w+)'/gmu)].map(([, ending]) => ending!);
  expect(endings).toEqual(['vbt', 'vbtx']);
  for (const ending of endings) expect(projectArgument(['verbatim', `/x/a.${ending}`], '/')).not.toBeNull();
});

describe('the menu', () => {
  const flat = (entries: readonly MenuEntry[]): MenuEntry[] =>
    entries.flatMap((entry) => (entry.type === 'menu' ? [entry, ...flat(entry.entries)] : [entry]));

  it('offers no developer tools and no reload', () => {
    for (const platform of ['mac', 'other'] as const) {
      const roles = flat(applicationMenu(platform)).map((entry) => (entry.type === 'role' ? entry.role : ''));
      expect(roles).not.toContain('toggleDevTools');
      expect(roles).not.toContain('reload');
      expect(roles).toEqual(expect.arrayContaining(['quit', 'copy', 'paste', 'cut', 'selectAll']));
    }
  });

  it('shows keys that are each used once', () => {
    const keys = flat(applicationMenu('other')).flatMap((entry) => (entry.type === 'command' ? [entry.keys] : []));
    const given = keys.filter((key) => key !== undefined);
    expect(new Set(given).size).toBe(given.length);
  });

  it("names commands of the window's registry, with the keys they have there", () => {
    const registry = readFileSync(new URL('../../renderer/app/commands/app-commands.ts', import.meta.url), 'utf8');
    const registered = new Map(
      registry
        .split(/\bid: '/)
        .slice(1)
        .map((text) => [text.split("'", 1)[0]!, /keys: \['([^']+)'/.exec(text)?.[1]?.replace('Mod', 'CmdOrCtrl')]),
    );
    const commands = flat(applicationMenu('other')).filter((entry) => entry.type === 'command');
    expect(commands.length).toBeGreaterThan(5);
    for (const { command, keys } of commands) {
      expect(registered.has(command), command).toBe(true);
      expect(keys, command).toBe(registered.get(command));
    }
  });

  it('has words for all of it in three languages, the nearest to the system taken', () => {
    const english = menuLabels('en-GB');
    for (const locale of ['zh-CN', 'zh_TW', 'ja', 'ja-JP']) {
      expect(Object.keys(menuLabels(locale)).sort()).toEqual(Object.keys(english).sort());
      expect(menuLabels(locale)['menu.file']).not.toBe(english['menu.file']);
    }
    expect(menuLabels('fr')).toBe(english);
    expect(menuLabels('')).toBe(english);
  });
});

describe('what is served', () => {
  it.each(['a.exe', 'a', 'a.html.bak', 'constructor', 'a.constructor', '.htaccess', 'a.ts'])('is not %s', (name) => {
    expect(contentType(name)).toBeNull();
  });
});

describe('the shell', () => {
  const folder = new URL('../../electron/desktop/', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const text = sources.map((name) => readFileSync(new URL(name, folder), 'utf8'));

  it('stays under 600 lines in all', () => {
    expect(text.join('').split('\n').length).toBeLessThan(600);
  });

  it('uses none of what the checklist forbids', () => {
    for (const source of text) {
      expect(source).not.toMatch(/contextBridge|ipcMain\.handle\(|exposeInMainWorld|executeJavaScript|insertCSS/);
      expect(source).not.toMatch(
        /enableBlinkFeatures|experimentalFeatures|autoUpdater|crashReporter|addRecentDocument/,
      );
      expect(source).not.toMatch(/loadFile\(|file:\/\/|setAsDefaultProtocolClient|disableWebSecurity|no-sandbox/);
    }
  });
});
