import type { CoreEvent } from '../../shared/contract/events.ts';
import { isVerbatimError, VerbatimError } from '../../shared/contract/errors.ts';
import { errorText } from '../../shared/messages/error-text.ts';
import { menuLanguage } from '../../shared/messages/menu-labels.ts';
import { createCore } from '../core/app.ts';
import { installNetworkGuard } from '../core/network-guard.ts';
import { createNodePorts } from '../core/node-ports.ts';
import { type FromCore, toCore } from './core-messages.ts';
import { portTransport } from './port-transport.ts';

/** The core in a process of its own: it serves message ports, and asks the main process for dialogs. */
installNetworkGuard();
const { parentPort } = process;
const tell = (message: FromCore): void => parentPort.postMessage(message);

let dialogs = 0;
const choices = new Map<number, (path: string | null) => void>();
type Asked = Extract<FromCore, { type: 'dialog' }>['asks'];
const choose = (asks: Asked, suggestedName: string | null = null): Promise<string | null> =>
  new Promise((resolve) => {
    dialogs += 1;
    choices.set(dialogs, resolve);
    tell({ type: 'dialog', dialog: dialogs, asks, suggestedName });
  });

const ports = createNodePorts('desktop');
const core = createCore({
  ...ports,
  dialogs: {
    chooseProject: () => choose('project'),
    chooseFolder: () => choose('folder'),
    choosePlace: (suggestedName) => choose('place', suggestedName),
  },
});

/** A locked project asked for before there was a window to ask for its passphrase. */
let locked: CoreEvent | null = null;
let hasWindow = false;

function offerLocked(): void {
  if (locked === null || !hasWindow) return;
  core.dispatcher.broadcast(locked);
  locked = null;
}

async function openProject(path: string): Promise<void> {
  const context = { signal: { aborted: false }, progress: () => {} };
  const ticket = core.grantPath(path);
  try {
    await core.handlers['project.open']({ ticket }, context);
  } catch (error) {
    if (isVerbatimError(error, 'passphrase_needed')) {
      locked = { name: 'lockedOffered', data: { ticket, file: error.params.file } };
      offerLocked();
      return;
    }
    const known = isVerbatimError(error)
      ? error
      : new VerbatimError('internal', { log: ports.log.error(error, 'desktop.open') });
    tell({ type: 'openFailed', message: errorText(known.toWire(), menuLanguage(process.argv[2] ?? '')) });
  }
}

parentPort.on('message', (event) => {
  const message = toCore.parse(event.data);
  switch (message.type) {
    case 'client':
      for (const port of event.ports) core.dispatcher.serve(portTransport(port));
      hasWindow = true;
      offerLocked();
      break;
    case 'open':
      void openProject(message.path);
      break;
    case 'menu':
      core.dispatcher.broadcast({ name: 'menuChosen', data: { command: message.command } });
      break;
    case 'chosen':
      choices.get(message.dialog)?.(message.path);
      choices.delete(message.dialog);
      break;
    case 'close':
      void core.close().finally(() => process.exit(0));
      break;
  }
});
