import { type Client, createClient } from '../../shared/contract/client.ts';
import { createDispatcher, type Dispatcher } from '../../shared/contract/dispatcher.ts';
import { memoryTransports, type Transport } from '../../shared/contract/transport.ts';
import type { Handlers } from '../../shared/contract/methods.ts';
import { startBrowserServer } from '../../electron/browser/server.ts';
import { portTransport } from '../../electron/desktop/port-transport.ts';
import { pagePortTransport } from '../../renderer/api/port-transport.ts';
import { MessageChannelMain } from './electron/message-ports.ts';
import { openSocket, redeemLink, socketTransport } from './websocket-client.ts';

/** A client and a core joined by one transport. */
export type Joined = {
  readonly client: Client;
  readonly dispatcher: Dispatcher;
  /** Ends the connection from the core's side, as a crash would. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
};

export type TransportName = 'memory' | 'WebSocket' | 'MessagePort';
export const transportNames: readonly TransportName[] = ['memory', 'WebSocket', 'MessagePort'];

/** Joins a new client to a dispatcher over the real code of a transport: server, sockets and ports. */
export async function joined(name: TransportName, handlers: Handlers): Promise<Joined> {
  const dispatcher = createDispatcher({ handlers, logError: () => 'log-1', validateOutput: true });
  if (name === 'memory') {
    const [near, far] = memoryTransports();
    dispatcher.serve(far);
    const client = createClient(near);
    return { client, dispatcher, cut: () => far.close(), close: async () => client.close() };
  }
  if (name === 'MessagePort') {
    const { port1, port2 } = new MessageChannelMain();
    const far = portTransport(port1);
    dispatcher.serve(far);
    const client = createClient(pagePortTransport(port2.detach() as unknown as globalThis.MessagePort));
    return { client, dispatcher, cut: () => far.close(), close: async () => client.close() };
  }
  let served: Transport | null = null;
  const server = await startBrowserServer({
    files: new Map(),
    port: 0,
    serve: (transport) => {
      served = transport;
      dispatcher.serve(transport);
    },
  });
  const socket = openSocket(server.address, String(await redeemLink(server.freshLink())));
  const client = createClient(socketTransport(socket));
  await new Promise((resolve) => {
    socket.once('open', resolve);
  });
  return {
    client,
    dispatcher,
    cut: () => served?.close(),
    close: async () => {
      client.close();
      await server.close();
    },
  };
}
