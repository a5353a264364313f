import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { receivePort } from '../../renderer/api/port-transport.ts';
import { type Client, createClient } from '../../shared/contract/client.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';
import { builtPreload } from '../support/built-preload.ts';
import { type Page, standIn } from '../support/electron/electron.ts';

/** The real main, preload and core-process modules, with Electron's modules stood in for. */
const folder = mkdtempSync(join(tmpdir(), 'verbatim-desktop-'));
vi.mock('electron', () => import('../support/electron/electron.ts'));
vi.mock(import('../../electron/core/resources.ts'), async (original) => {
  const { resourceFolder } = await original();
  return {
    resourceFolder: (...path: string[]) => (path[0] === 'dist' ? join(folder, ...path) : resourceFolder(...path)),
  };
});

let client: Client;
let page: Page;
/** How often a page has been loaded; each is a new client. */
let loads = 0;
const events: CoreEvent[] = [];
const { state } = standIn;

function takePage(loaded: Page): void {
  page = loaded;
  vi.stubGlobal('window', loaded.window);
  vi.stubGlobal('location', { origin: loaded.origin, protocol: 'app:' });
  void receivePort().then((transport) => {
    client = createClient(transport);
    client.onEvent((event) => events.push(event));
    loads += 1;
  });
}

beforeAll(async () => {
  process.env['VERBATIM_DATA'] = join(folder, 'data');
  process.env['VERBATIM_PROJECTS'] = join(folder, 'projects');
  mkdirSync(join(folder, 'projects'));
  mkdirSync(join(folder, 'dist/renderer/assets'), { recursive: true });
  writeFileSync(join(folder, 'dist/renderer/index.html'), '<!doctype html><meta content="__NONCE__">');
  writeFileSync(join(folder, 'dist/renderer/assets/main.js'), 'export {}');
  writeFileSync(join(folder, 'dist/renderer/assets/main.js.map'), '{}');
  state.preloadCode = await builtPreload();
  state.pageScript = takePage;
  await import('../../electron/desktop/main.ts');
  await standIn.becomeReady();
  await vi.waitFor(() => expect(loads).toBe(1), { timeout: 20_000 });
});
afterAll(async () => {
  await standIn.end();
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true, force: true });
});

const theWindow = () => state.windows[0]!;
const fetchApp = async (path: string, method = 'GET') =>
  state.handlers.get('app')!(new Request(`app://bundle${path}`, { method }));

describe('the window', () => {
  it('opens sandboxed on our own page and is shown when it has something to show', () => {
    expect(state.sandboxed).toBe(true);
    expect(state.windows).toHaveLength(1);
    expect(theWindow().webContents.mainFrame.url).toBe('app://bundle/');
    expect(theWindow().shown).toBe(true);
  });

  it('speaks to the core through a port of its own', async () => {
    expect(await client.call('app.state', {})).toMatchObject({ host: 'desktop', project: null });
    await expect(client.call('project.open', { ticket: 'none' })).rejects.toMatchObject({ code: 'ticket_unknown' });
  });

  it('is given nothing else: the preload exposes no name', () => {
    expect(page.exposed).toEqual([]);
  });

  it.each([
    'https://example.org/',
    'file:///etc/passwd',
    'app://other/',
    'app://bundle.example/',
    'javascript:alert(1)',
  ])('does not go to %s', (url) => {
    for (const way of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
      expect(theWindow().webContents.asks(way, url)).toBe(false);
    }
  });

  it('holds no frames and no web views, opens no windows', () => {
    const { webContents } = theWindow();
    expect(webContents.asks('will-frame-navigate', 'app://bundle/', false)).toBe(false);
    expect(webContents.asks('will-attach-webview', 'app://bundle/')).toBe(false);
    expect(webContents.opens('app://bundle/')).toBe('deny');
    expect(webContents.opens('https://example.org/')).toBe('deny');
    expect(state.opened).toEqual([]);
  });

  it('can be reloaded: the new page gets a port, the old one is gone', async () => {
    const before = client;
    theWindow().webContents.reload();
    await vi.waitFor(() => expect(loads).toBe(2));
    expect(client).not.toBe(before);
    expect(await client.call('app.state', {})).toMatchObject({ host: 'desktop' });
  });
});

describe('a port to the core', () => {
  it('is not given to a frame, to another page, or to a frame that has gone', async () => {
    const heard = vi.fn<() => void>();
    page.ipcRenderer.on('core-port', heard);
    const { webContents } = theWindow();
    for (const senderFrame of [
      { url: 'app://bundle/', parent: {} },
      { url: 'https://example.org/', parent: null },
      { url: 'app://bundle.example.org/', parent: null },
      null,
    ]) {
      webContents.receive('core-port', senderFrame);
    }
    // Messages arrive in order: when this one is answered the others have been refused.
    webContents.receive('core-port', { url: 'app://bundle/', parent: null });
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    await client.call('app.state', {});
    expect(heard).toHaveBeenCalledOnce();
    page.ipcRenderer.off('core-port', heard);
  });
});

describe('the protocol', () => {
  it('serves the page with the strict policy and a nonce of its own', async () => {
    const response = await fetchApp('/');
    const policy = response.headers.get('Content-Security-Policy')!;
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(await response.text()).toBe(`<!doctype html><meta content="${nonce}">`);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it('serves the files that were there at start, by name only', async () => {
    const file = await fetchApp('/assets/main.js');
    expect([file.status, file.headers.get('Content-Type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    writeFileSync(join(folder, 'dist/renderer/later.js'), '');
    for (const path of [
      '/later.js',
      '/assets/main.js.map',
      '/index.html',
      '/../package.json',
      '/%2e%2e/x',
      '/__proto__',
    ]) {
      expect((await fetchApp(path)).status, path).toBe(404);
    }
  });

  it('answers GET only', async () => {
    expect((await fetchApp('/', 'POST')).status).toBe(405);
  });
});

describe('the session', () => {
  it('denies every permission but writing to the clipboard, and every device', () => {
    const asked = (permission: string): boolean => {
      let granted = false;
      standIn.session.permissionRequest!(null, permission, (ok) => (granted = ok));
      expect(standIn.session.permissionCheck!(null, permission)).toBe(granted);
      return granted;
    };
    expect(asked('clipboard-sanitized-write')).toBe(true);
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fullscreen',
      'openExternal',
      'fileSystem',
    ]) {
      expect(asked(permission), permission).toBe(false);
    }
    expect(standIn.session.device!()).toBe(false);
    expect(standIn.session.spellChecker).toBe(false);
  });

  it('lets no request out', () => {
    const cancelled = (url: string): boolean => {
      let cancel = true;
      standIn.session.beforeRequest!({ url }, (result) => (cancel = result.cancel));
      return cancel;
    };
    for (const url of ['app://bundle/', 'app://bundle/assets/main.js', 'data:text/plain,x', 'blob:app://bundle/1']) {
      expect(cancelled(url), url).toBe(false);
    }
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'blob:https://example.org/1',
      'devtools://x/',
    ]) {
      expect(cancelled(url), url).toBe(true);
    }
  });

  it('downloads only what our page made', async () => {
    const { session } = await import('../support/electron/electron.ts');
    const allowed = (url: string): boolean => {
      let kept = true;
      session.defaultSession.emit('will-download', { preventDefault: () => (kept = false) }, { getURL: () => url });
      return kept;
    };
    expect(allowed('blob:app://bundle/5')).toBe(true);
    for (const url of [
      'app://bundle/assets/main.js',
      'blob:https://example.org/5',
      'https://example.org/x',
      'data:,x',
    ]) {
      expect(allowed(url), url).toBe(false);
    }
  });
});

describe('dialogs', () => {
  it('give the page a ticket for what was chosen, never a path', async () => {
    const place = join(folder, 'projects', 'chosen.vbt');
    state.dialogAnswers.push({ canceled: false, filePath: place });
    const { ticket } = await client.call('dialogs.savePlace', { suggestedName: 'chosen.vbt' });
    expect(ticket).not.toBeNull();
    expect(ticket).not.toContain('chosen');
    const made = await client.call('project.create', { name: 'Chosen', template: 'empty', place: ticket! });
    expect(made).toMatchObject({ name: 'Chosen', file: 'chosen.vbt' });
    await client.call('project.close', {});

    state.dialogAnswers.push({ canceled: false, filePaths: [place] });
    const opened = await client.call('dialogs.openProject', {});
    expect(await client.call('project.open', { ticket: opened.ticket! })).toMatchObject({ name: 'Chosen' });
    await client.call('project.close', {});
  });

  it('give nothing when nothing was chosen', async () => {
    state.dialogAnswers.push({ canceled: true, filePaths: [] }, { canceled: true, filePath: '' });
    expect(await client.call('dialogs.openProject', {})).toEqual({ ticket: null });
    expect(await client.call('dialogs.savePlace', { suggestedName: 'x.vbt' })).toEqual({ ticket: null });
  });
});

describe('requests from outside', () => {
  it('of a second start open the project it names', async () => {
    standIn.emit('second-instance', {}, ['verbatim', '--flag', 'chosen.vbt'], join(folder, 'projects'));
    await vi.waitFor(async () =>
      expect((await client.call('app.state', {})).project).toMatchObject({ name: 'Chosen' }),
    );
    expect(theWindow().focused).toBeGreaterThan(0);
    await client.call('project.close', {});
  });

  it('of the system for a locked project ask the window for its passphrase', async () => {
    const ticketOf = async (name: string) => {
      state.dialogAnswers.push({ canceled: false, filePaths: [join(folder, 'projects', name)] });
      return (await client.call('dialogs.openProject', {})).ticket!;
    };
    await client.call('project.open', { ticket: await ticketOf('chosen.vbt') });
    await client.call('protection.lock', { passphrase: 'four words of mine' });
    state.dialogs.length = 0;
    standIn.emit('second-instance', {}, ['verbatim', 'chosen.vbtx'], join(folder, 'projects'));
    await vi.waitFor(() => expect(events.map(({ name }) => name)).toContain('lockedOffered'));
    const { data } = events.find(({ name }) => name === 'lockedOffered') as Extract<
      CoreEvent,
      { name: 'lockedOffered' }
    >;
    expect(data.file).toBe('chosen.vbtx');
    expect(state.dialogs).toEqual([]);
    await client.call('project.openEncrypted', { ticket: data.ticket, passphrase: 'four words of mine' });
    expect((await client.call('app.state', {})).project).toMatchObject({ name: 'Chosen' });
    await client.call('project.close', {});
  });

  it('of the system open the file it names, and say so if it is none', async () => {
    const event = { preventDefault: vi.fn<() => void>() };
    const stranger = join(folder, 'stranger.vbt');
    writeFileSync(stranger, 'not a project');
    state.dialogs.length = 0;
    standIn.emit('open-file', event, stranger);
    await vi.waitFor(() => expect(state.dialogs.map(({ kind }) => kind)).toEqual(['error']));
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });
});

describe('the menu', () => {
  it("sends a command to the window's own registry", async () => {
    standIn.menuItem('Import transcripts…')!.click!();
    await vi.waitFor(() => expect(events).toContainEqual({ name: 'menuChosen', data: { command: 'import' } }));
  });
});

describe('the core', () => {
  it('is offered anew when it has crashed, and the window goes on with it', async () => {
    const lost = vi.fn<() => void>();
    client.onClose(lost);
    state.dialogs.length = 0;
    state.dialogAnswers.push({ response: 0 });
    const before = loads;
    standIn.children.at(-1)!.kill();
    await vi.waitFor(() => expect(loads).toBe(before + 1), { timeout: 20_000 });
    expect(lost).toHaveBeenCalledOnce();
    expect(state.dialogs.map(({ kind }) => kind)).toEqual(['message']);
    expect(standIn.children).toHaveLength(2);
    expect(await client.call('app.state', {})).toMatchObject({ host: 'desktop' });
  });

  it('closes its project before the app quits', async () => {
    const exited = new Promise((resolve) => {
      standIn.children.at(-1)!.once('exit', resolve);
    });
    standIn.emit('window-all-closed');
    expect(state.quitting).toBe(false);
    expect(await exited).toBe(0);
    await vi.waitFor(() => expect(state.quitting).toBe(true));
  });
});
