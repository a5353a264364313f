import { create } from 'zustand';
import { type CallOptions, type Client, createClient } from '../../shared/contract/client.ts';
import { VerbatimError } from '../../shared/contract/errors.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';
import type { Input, MethodName, Output } from '../../shared/contract/methods.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import { receivePort } from './port-transport.ts';
import { forgetSession, obtainSession } from './session.ts';
import { openSocket, type SocketEnd } from './socket-transport.ts';

/** `elsewhere`: another window has the project; `refused`: the printed link must be opened again. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'elsewhere' | 'refused';

/** What the page shows of its connection to the core. */
export const useConnection = create<{ state: ConnectionState }>(() => ({ state: 'connecting' }));

const retryDelays = [300, 1000, 2000, 5000];

let client: Client | null = null;
let attempts = 0;
const listeners = new Set<(event: CoreEvent) => void>();

/** The custom scheme of the desktop has no server to open a socket to. */
function isDesktop(): boolean {
  return location.protocol !== 'http:' && location.protocol !== 'https:';
}

function use(transport: Transport): void {
  attempts = 0;
  client = createClient(transport);
  client.onEvent((event) => {
    for (const listener of listeners) listener(event);
  });
  useConnection.setState({ state: 'open' });
}

function ended(end: SocketEnd): void {
  client = null;
  if (end === 'refused') forgetSession();
  useConnection.setState({ state: end });
  if (end !== 'lost') return;
  const delay = retryDelays[Math.min(attempts, retryDelays.length - 1)]!;
  attempts += 1;
  setTimeout(() => {
    if (useConnection.getState().state === 'lost') void connect();
  }, delay);
}

/** Counts up with each attempt to connect: one that was overtaken by another is dropped. */
let latest = 0;

/** Connects to the core; when the connection is lost it is tried again, ever more slowly. `takeover` takes the project from another window. */
export async function connect(options: { takeover?: boolean } = {}): Promise<void> {
  if (isDesktop()) {
    const transport = await receivePort();
    use(transport);
    transport.onClose(() => useConnection.setState({ state: 'lost' }));
    return;
  }
  latest += 1;
  const attempt = latest;
  const onEnd = (end: SocketEnd): void => {
    if (attempt === latest) ended(end);
  };
  const answer = await obtainSession();
  if ('problem' in answer) {
    onEnd(answer.problem === 'refused' ? 'refused' : 'lost');
    return;
  }
  if (attempt !== latest) return;
  const transport = await openSocket(answer.session, { takeover: options.takeover === true, onEnd });
  if (typeof transport === 'string') onEnd(transport);
  else if (attempt === latest) use(transport);
  else transport.close();
}

/** Calls a method of the core over the current connection. */
export function call<Name extends MethodName>(
  method: Name,
  input: Input<Name>,
  options?: CallOptions,
): Promise<Output<Name>> {
  if (!client) return Promise.reject(new VerbatimError('connection_lost', {}));
  return client.call(method, input, options);
}

/** Listens to the core's events, across reconnections. */
export function onCoreEvent(listener: (event: CoreEvent) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Connects again when a fresh link is opened in this tab: that changes only the fragment of its address and loads nothing. */
export function followLinks(): void {
  window.addEventListener('hashchange', () => {
    const { state } = useConnection.getState();
    if (state === 'refused' || state === 'elsewhere' || state === 'lost') void connect();
  });
}
