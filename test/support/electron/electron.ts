import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { detached, MessageChannelMain } from './message-ports.ts';
import { Page } from './page.ts';
import { cloned, strict } from './refusals.ts';
import { children, UtilityProcess } from './utility-process.ts';

/** Stands in for the module `electron` of the main process: what it does not know or Electron refuses, it refuses. */
type Handler = (request: Request) => Response | Promise<Response>;
type Guard = { url: string; isMainFrame: boolean; defaultPrevented: boolean; preventDefault(): void };

const state = {
  ready: false,
  quitting: false,
  sandboxed: false,
  schemes: new Set<string>(),
  handlers: new Map<string, Handler>(),
  windows: [] as BrowserWindow[],
  dialogs: [] as { kind: string; options: unknown }[],
  dialogAnswers: [] as unknown[],
  opened: [] as string[],
  menu: null as unknown,
  hasLock: true,
  /** The page's own script; runs between the preload and DOMContentLoaded. */
  pageScript: (_page: Page): void => {},
  /** Replaces the built preload, which a test builds in memory. */
  preloadCode: null as string | null,
};

function whenReadyOnly(what: string): void {
  if (!state.ready) throw new Error(`${what} can only be used after app is ready`);
}

const appEvents = new EventEmitter();
let tellReady = (): void => {};
const ready = new Promise<void>((resolve) => {
  tellReady = resolve;
});

export const app = strict(
  'app',
  Object.assign(appEvents, {
    enableSandbox: () => {
      if (state.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
      state.sandboxed = true;
    },
    requestSingleInstanceLock: () => state.hasLock,
    whenReady: () => ready,
    getLocale: () => (state.ready ? 'en-US' : ''),
    getPath: (_name: string) => '/home/tester',
    setPath: (_name: string, path: string) => {
      if (!isAbsolute(path)) throw new Error('Path must be absolute');
    },
    quit: () => {
      const event = { prevented: false, preventDefault: () => (event.prevented = true) };
      appEvents.emit('before-quit', event);
      if (!event.prevented) state.quitting = true;
    },
  }),
);

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly { scheme: string; privileges: { standard?: boolean } }[]) => {
    if (state.ready) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme, privileges } of schemes) if (privileges.standard) state.schemes.add(scheme);
  },
  handle: (scheme: string, handler: Handler) => {
    whenReadyOnly('protocol');
    if (state.handlers.has(scheme)) throw new Error('Failed to register protocol: already registered');
    state.handlers.set(scheme, handler);
  },
});

type Session = EventEmitter & Record<string, unknown>;
const sessionState = {
  permissionRequest: null as ((contents: unknown, permission: string, answer: (ok: boolean) => void) => void) | null,
  permissionCheck: null as ((contents: unknown, permission: string) => boolean) | null,
  device: null as (() => boolean) | null,
  spellChecker: true,
  beforeRequest: null as ((details: { url: string }, answer: (result: { cancel: boolean }) => void) => void) | null,
};
const defaultSession = strict(
  'session.defaultSession',
  Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: typeof sessionState.permissionRequest) => {
      sessionState.permissionRequest = handler;
    },
    setPermissionCheckHandler: (handler: typeof sessionState.permissionCheck) => {
      sessionState.permissionCheck = handler;
    },
    setDevicePermissionHandler: (handler: typeof sessionState.device) => {
      sessionState.device = handler;
    },
    setSpellCheckerEnabled: (enabled: boolean) => {
      sessionState.spellChecker = enabled;
    },
    webRequest: strict('webRequest', {
      onBeforeRequest: (listener: typeof sessionState.beforeRequest) => {
        sessionState.beforeRequest = listener;
      },
    }),
  }),
) as unknown as Session;
export const session = {
  get defaultSession(): Session {
    if (!state.ready) throw new Error('Session can only be received when app is ready');
    return defaultSession;
  },
};

export const ipcMain = strict('ipcMain', new EventEmitter());

type WindowOptions = { readonly webPreferences: Record<string, unknown> & { readonly preload: string } };

class WebContents extends EventEmitter {
  readonly mainFrame: { url: string; parent: null } = { url: '', parent: null };
  page: Page | null = null;
  private readonly preferences: WindowOptions['webPreferences'];
  private openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });

  constructor(preferences: WindowOptions['webPreferences']) {
    super();
    this.preferences = preferences;
  }

  setWindowOpenHandler(handler: typeof this.openHandler): void {
    this.openHandler = handler;
  }

  postMessage(channel: string, message: unknown, transfer: readonly unknown[] = []): void {
    const ports = detached(transfer);
    const data = cloned(message);
    setImmediate(() => this.page?.ipcRenderer.emit(channel, { ports }, data));
  }

  async load(url: string): Promise<void> {
    const request = { cancel: false };
    sessionState.beforeRequest?.({ url }, (result) => Object.assign(request, result));
    if (request.cancel) throw new Error(`ERR_BLOCKED_BY_CLIENT (-20) loading '${url}'`);
    const handler = state.handlers.get(new URL(url).protocol.slice(0, -1));
    if (!handler) throw new Error(`ERR_UNKNOWN_URL_SCHEME (-302) loading '${url}'`);
    const response = await handler(new Request(url));
    if (!response.ok) throw new Error(`ERR_FAILED (${response.status}) loading '${url}'`);
    const page = new Page(url);
    this.page = page;
    this.mainFrame.url = url;
    const { preload } = this.preferences;
    if (!preload.endsWith('.cjs')) throw new Error('Cannot use import statement outside a module (sandboxed preload)');
    page.runPreload(state.preloadCode ?? readFileSync(preload, 'utf8'), (channel, ...parameters) => {
      const copies = parameters.map(cloned);
      this.receive(channel, this.mainFrame, ...copies);
    });
    state.pageScript(page);
    page.listeners.emit('DOMContentLoaded', {});
    this.emit('did-finish-load');
  }

  reload(): void {
    void this.load(this.mainFrame.url);
  }

  /** A message of some frame of this window arrives at the main process. */
  receive(channel: string, senderFrame: { url: string; parent: unknown } | null, ...parameters: unknown[]): void {
    setImmediate(() => ipcMain.emit(channel, { sender: this, senderFrame }, ...parameters));
  }

  /** The page asks to go elsewhere; answers whether it may. */
  asks(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate' | 'will-attach-webview',
    url: string,
    top = true,
  ) {
    const guard: Guard = {
      url,
      isMainFrame: top,
      defaultPrevented: false,
      preventDefault: () => {
        guard.defaultPrevented = true;
      },
    };
    this.emit(event, guard);
    return !guard.defaultPrevented;
  }

  /** The page calls window.open; answers what the app says. */
  opens(url: string): string {
    return this.openHandler({ url }).action;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly options: WindowOptions;
  readonly webContents: WebContents;
  shown = false;
  focused = 0;

  constructor(options: WindowOptions) {
    super();
    if (!state.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    this.options = options;
    this.webContents = new WebContents(options.webPreferences);
    state.windows.push(this);
    appEvents.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }

  show(): void {
    this.shown = true;
  }

  isMinimized(): boolean {
    return false;
  }

  focus(): void {
    this.focused += 1;
  }
}

export const utilityProcess = strict('utilityProcess', {
  fork: (entry: string, parameters: readonly string[], _options: unknown) => {
    whenReadyOnly('utilityProcess');
    return new UtilityProcess(entry, parameters);
  },
});

type Template = { label?: string; role?: string; type?: string; submenu?: readonly Template[]; click?: () => void };

function checkTemplate(items: readonly Template[]): void {
  for (const item of items) {
    if (!item.label && !item.role && !item.type) {
      throw new Error('Invalid template for MenuItem: must have at least one of label, role or type');
    }
    if (item.role && item.click) throw new Error('the stand-in: a role does not call click');
    if (item.submenu) checkTemplate(item.submenu);
  }
}

export const Menu = strict('Menu', {
  buildFromTemplate: (items: readonly Template[]) => {
    if (!Array.isArray(items)) throw new TypeError('Invalid template for Menu: Menu template must be an array');
    checkTemplate(items);
    return items;
  },
  setApplicationMenu: (menu: unknown) => {
    state.menu = menu;
  },
});

function showDialog(kind: string, options: unknown): unknown {
  whenReadyOnly('dialog');
  state.dialogs.push({ kind, options });
  if (state.dialogAnswers.length === 0) throw new Error(`nobody answers the ${kind} dialog`);
  return state.dialogAnswers.shift();
}

export const dialog = strict('dialog', {
  showOpenDialog: async (_window: unknown, options: unknown) => showDialog('open', options),
  showSaveDialog: async (_window: unknown, options: unknown) => showDialog('save', options),
  showMessageBox: async (options: unknown) => showDialog('message', options),
  showErrorBox: (title: string, content: string) => {
    state.dialogs.push({ kind: 'error', options: { title, content } });
  },
});

export const shell = strict('shell', {
  openExternal: async (url: string) => {
    if (!URL.canParse(url)) throw new Error('Invalid URL');
    state.opened.push(url);
  },
});

export { MessageChannelMain };

/** What a test sees and does of the stand-in; not part of Electron. */
export const standIn = {
  state,
  session: sessionState,
  children,
  menuItem(label: string): Template | undefined {
    const find = (items: readonly Template[]): Template | undefined =>
      items.find((item) => item.label === label) ??
      items.flatMap((item) => (item.submenu ? [find(item.submenu)] : [])).find((item) => item !== undefined);
    return find(state.menu as readonly Template[]);
  },
  async becomeReady(): Promise<void> {
    state.ready = true;
    tellReady();
    await ready;
  },
  emit: (event: string, ...parameters: unknown[]): boolean => appEvents.emit(event, ...parameters),
  async end(): Promise<void> {
    await Promise.all(children.splice(0).map((child) => child.worker.terminate()));
  },
};

export type { Page };
export type PagePort = MessagePort;
