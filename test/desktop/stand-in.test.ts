import { afterAll, describe, expect, it } from 'vitest';
import * as electron from '../support/electron/electron.ts';
import { Page } from '../support/electron/page.ts';

/** A stand-in that allowed what Electron refuses would prove nothing: each refusal is shown here. */
const { app, BrowserWindow, dialog, Menu, MessageChannelMain, protocol, session, shell, standIn, utilityProcess } =
  electron;
const options = { webPreferences: { preload: '/x/preload.cjs' } };

afterAll(() => standIn.end());

describe('before the app is ready, the stand-in refuses', () => {
  it('a window', () => {
    expect(() => new BrowserWindow(options)).toThrow('before app is ready');
  });
  it('a session', () => {
    expect(() => session.defaultSession).toThrow('when app is ready');
  });
  it('to handle a protocol', () => {
    expect(() => protocol.handle('app', () => new Response())).toThrow('after app is ready');
  });
  it('a utility process', () => {
    expect(() => utilityProcess.fork('/x.js', [], {})).toThrow('after app is ready');
  });
  it('a dialog', async () => {
    await expect(dialog.showOpenDialog(null, {})).rejects.toThrow('after app is ready');
  });
  it('a relative user data folder', () => {
    expect(() => app.setPath('userData', 'relative')).toThrow('absolute');
  });
});

describe('once the app is ready, the stand-in refuses', () => {
  it('what belongs before', async () => {
    await standIn.becomeReady();
    expect(() => app.enableSandbox()).toThrow('before app is ready');
    expect(() => protocol.registerSchemesAsPrivileged([])).toThrow('before app is ready');
  });

  it('a scheme nobody handles, and one handled twice', async () => {
    const window = new BrowserWindow(options);
    await expect(window.loadURL('app://bundle/')).rejects.toThrow('ERR_UNKNOWN_URL_SCHEME');
    protocol.handle('app', () => new Response('', { status: 404 }));
    expect(() => protocol.handle('app', () => new Response())).toThrow('already registered');
    await expect(window.loadURL('app://bundle/')).rejects.toThrow('ERR_FAILED (404)');
  });

  it('a preload that is a module', async () => {
    standIn.state.handlers.set('ok', () => new Response(''));
    const window = new BrowserWindow({ webPreferences: { preload: '/x/preload.js' } });
    await expect(window.loadURL('ok://x/')).rejects.toThrow('outside a module');
  });

  it('members that Electron or the stand-in does not have', () => {
    const wild = app as unknown as { enableSandBox(): void };
    expect(() => wild.enableSandBox()).toThrow('no app.enableSandBox');
    const shellWild = shell as unknown as { openPath(): void };
    expect(() => shellWild.openPath()).toThrow('no shell.openPath');
  });

  it('a menu entry that is nothing, and a menu that is no list', () => {
    expect(() => Menu.buildFromTemplate([{}])).toThrow('at least one of');
    expect(() => Menu.buildFromTemplate({} as never)).toThrow('must be an array');
  });

  it('to open what is no address', async () => {
    await expect(shell.openExternal('no address')).rejects.toThrow('Invalid URL');
  });
});

describe('messages: the stand-in refuses', () => {
  it('what cannot be cloned', () => {
    const { port1 } = new MessageChannelMain();
    expect(() => port1.postMessage(() => {})).toThrow('could not be cloned');
    port1.close();
  });

  it('to transfer what is no port, and a port a second time', () => {
    const { webContents } = new BrowserWindow(options);
    const { port1, port2 } = new MessageChannelMain();
    expect(() => webContents.postMessage('x', null, [{}])).toThrow('not a valid port');
    webContents.postMessage('x', null, [port1]);
    expect(() => webContents.postMessage('x', null, [port1])).toThrow('transferred');
    expect(() => port1.postMessage(1)).toThrow('transferred');
    port2.close();
  });
});

describe('in a sandboxed preload, the stand-in refuses', () => {
  const run = (code: string): void => new Page('app://bundle/').runPreload(code, () => {});

  it.each(['fs', 'node:fs', 'path', './other.cjs', 'child_process'])('to require %s', (name) => {
    expect(() => run(`require(${JSON.stringify(name)})`)).toThrow('module not found');
  });

  it("the main process's modules", () => {
    expect(() => run(`require('electron').ipcMain`)).toThrow('no electron (in a preload).ipcMain');
  });

  it('Node itself', () => {
    expect(() => run('process.exit()')).toThrow('process is not defined');
    expect(() => run('Buffer.alloc(1)')).toThrow('Buffer is not defined');
  });

  it('import statements', () => {
    expect(() => run(`import 'electron'`)).toThrow('outside a module');
  });

  it('to deliver to another origin, or a message that cannot be cloned', async () => {
    const page = new Page('app://bundle/');
    const heard: unknown[] = [];
    page.window.addEventListener('message', (event) => heard.push((event as { data: unknown }).data));
    page.window.postMessage('for others', 'app://other');
    page.window.postMessage('for us', 'app://bundle');
    expect(() => page.window.postMessage(() => {}, '*')).toThrow('could not be cloned');
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual(['for us']);
  });
});
