import { EventEmitter } from 'node:events';
import { createContext, runInContext } from 'node:vm';
import type { MessagePort } from 'node:worker_threads';
import { cloned, strict } from './refusals.ts';

type PageMessage = { readonly data: unknown; readonly origin: string; readonly ports: readonly MessagePort[] };

/** What a window shows: enough of a document for a preload script and for the page's own code to meet. */
export class Page {
  readonly listeners = new EventEmitter();
  readonly origin: string;
  readonly url: string;
  /** The preload's side of the channel to the main process. */
  readonly ipcRenderer = new EventEmitter();
  /** What the preload has put into the page's world; it should stay empty. */
  readonly exposed: string[] = [];

  constructor(url: string) {
    const { protocol, host } = new URL(url);
    this.url = url;
    this.origin = `${protocol}//${host}`;
  }

  readonly window = {
    addEventListener: (name: string, listener: (event: unknown) => void, options?: { once?: boolean }): void => {
      if (options?.once) this.listeners.once(name, listener);
      else this.listeners.on(name, listener);
    },
    removeEventListener: (name: string, listener: (event: unknown) => void): void => {
      this.listeners.off(name, listener);
    },
    postMessage: (data: unknown, targetOrigin: string, ports: readonly MessagePort[] = []): void => {
      const message: PageMessage = { data: cloned(data), origin: this.origin, ports };
      if (targetOrigin !== '*' && new URL(targetOrigin).href !== new URL(this.origin).href) return;
      setImmediate(() => this.listeners.emit('message', message));
    },
  };

  /** Runs a built preload as Electron's sandbox does: as a script, with almost nothing to require. */
  runPreload(code: string, send: (channel: string, ...parameters: unknown[]) => void): void {
    const ipcRenderer = Object.assign(this.ipcRenderer, { send });
    const contextBridge = { exposeInMainWorld: (name: string) => void this.exposed.push(name) };
    const electron = strict('electron (in a preload)', { ipcRenderer, contextBridge });
    const allowed: Record<string, unknown> = { electron, events: EventEmitter };
    const require = (name: string): unknown => {
      if (!Object.hasOwn(allowed, name)) throw new Error(`module not found: ${name}`);
      return allowed[name];
    };
    const context = createContext({ require, window: this.window, location: { origin: this.origin }, exports: {} });
    runInContext(code, context);
  }
}
