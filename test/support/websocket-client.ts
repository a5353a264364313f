import { WebSocket } from 'ws';
import type { Message, Transport } from '../../shared/contract/transport.ts';

/** Redeems a link as the page does; answers the tab session or the status of the refusal. */
export async function redeemLink(link: string): Promise<string | number> {
  const { origin, hash } = new URL(link);
  const token = new URLSearchParams(hash.slice(1)).get('token');
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) return response.status;
  return ((await response.json()) as { session: string }).session;
}

/** A socket as the page opens one. */
export function openSocket(address: string, session: string, ...more: string[]): WebSocket {
  return new WebSocket(`ws://${address}/socket`, ['verbatim', session, ...more], { origin: `http://${address}` });
}

/** The page's end of a WebSocket, with what Node has. */
export function socketTransport(socket: WebSocket): Transport {
  const ready = new Promise<void>((resolve) => {
    if (socket.readyState === WebSocket.OPEN) resolve();
    else socket.once('open', resolve);
  });
  return {
    send: (message) => void ready.then(() => socket.send(JSON.stringify(message))),
    onMessage: (receive) => socket.on('message', (data) => receive(JSON.parse((data as Buffer).toString()) as Message)),
    onClose: (closed) => socket.once('close', closed),
    close: () => socket.close(),
  };
}

/** The code a socket is closed with. */
export function closeCodeOf(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.once('close', resolve);
  });
}
