import { extname, join } from 'node:path';
import { app, MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron';
import { type FromCore, fromCore, type ToCore } from './core-messages.ts';

/** The main process's hold on the core's process. */
export type CoreLink = {
  /** A new port to the core, for the window's page. */
  connect(): MessagePortMain;
  tell(message: ToCore): void;
  /** Asks the core to close its project; settles when its process has gone. */
  close(): Promise<void>;
};

/** Starts the core's process, which words errors in the system's language. `onCrash` is told if it ends without having been asked to. */
export function startCore(onMessage: (message: FromCore) => void, onCrash: () => void): CoreLink {
  const entry = join(import.meta.dirname, `core-process${extname(import.meta.filename)}`);
  const child = utilityProcess.fork(entry, [app.getLocale()], { serviceName: 'Verbatim core', stdio: 'inherit' });
  let asked = false;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
      if (!asked) onCrash();
    });
  });
  child.on('message', (message) => onMessage(fromCore.parse(message)));
  return {
    connect: () => {
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage({ type: 'client' }, [port1]);
      return port2;
    },
    tell: (message) => child.postMessage(message),
    close: () => {
      if (!asked) child.postMessage({ type: 'close' });
      asked = true;
      return gone;
    },
  };
}
