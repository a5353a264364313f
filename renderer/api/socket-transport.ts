import type { Message, Transport } from '../../shared/contract/transport.ts';

/** Close codes of the server: the project is in use elsewhere; the session is not accepted. */
const inUseElsewhere = 4001;
const sessionRefused = 4003;

export type SocketEnd = 'lost' | 'elsewhere' | 'refused';

function endOf(code: number): SocketEnd {
  if (code === inUseElsewhere) return 'elsewhere';
  return code === sessionRefused ? 'refused' : 'lost';
}

/** Opens the WebSocket of browser mode; resolves when it is open, or with the reason why it is not. */
export function openSocket(
  session: string,
  options: { takeover: boolean; onEnd: (end: SocketEnd) => void },
): Promise<Transport | SocketEnd> {
  const protocols = options.takeover ? ['verbatim', session, 'takeover'] : ['verbatim', session];
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/socket`, protocols);
  let opened = false;
  const waiting: Message[] = [];
  let receive: ((message: Message) => void) | null = null;
  const closed: (() => void)[] = [];

  const transport: Transport = {
    send: (message) => socket.send(JSON.stringify(message)),
    onMessage: (listener) => {
      receive = listener;
      for (const message of waiting.splice(0)) listener(message);
    },
    onClose: (listener) => closed.push(listener),
    close: () => socket.close(),
  };

  socket.addEventListener('message', (event: MessageEvent<string>) => {
    const message = JSON.parse(event.data) as Message;
    if (receive) receive(message);
    else waiting.push(message);
  });
  return new Promise((resolve) => {
    socket.addEventListener('open', () => {
      opened = true;
      resolve(transport);
    });
    socket.addEventListener('close', (event) => {
      const end = endOf(event.code);
      if (!opened) {
        resolve(end);
        return;
      }
      for (const listener of closed) listener();
      options.onEnd(end);
    });
  });
}
