import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { websocketTransport } from '../../electron/browser/websocket-transport.ts';

/** A socket whose other side reads as slowly as a test says. */
function slowSocket() {
  const socket = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    sent: [] as string[],
    send: (text: string) => void socket.sent.push(text),
    close: vi.fn<() => void>(),
    terminate: vi.fn<() => void>(),
  });
  return { socket, transport: websocketTransport(socket as unknown as WebSocket) };
}
const progress = { type: 'progress', call: 1, done: 1, total: 2 } as const;
const answer = { type: 'answer', call: 1, output: {} } as const;

it('spares a page that is behind its progress, never its answers', () => {
  const { socket, transport } = slowSocket();
  transport.send(progress);
  socket.bufferedAmount = 2 << 20;
  transport.send(progress);
  transport.send(answer);
  expect(socket.sent.map((text) => JSON.parse(text) as unknown)).toEqual([progress, answer]);
  expect(socket.terminate).not.toHaveBeenCalled();
});

it('ends the connection of a page that reads nothing, so that its backlog is freed', () => {
  const { socket, transport } = slowSocket();
  socket.bufferedAmount = 100 << 20;
  transport.send(answer);
  expect(socket.terminate).toHaveBeenCalledOnce();
});

it('sends nothing to a socket that is closing', () => {
  const { socket, transport } = slowSocket();
  socket.readyState = 2;
  transport.send(answer);
  expect(socket.sent).toEqual([]);
});

it('drops a socket that errs', () => {
  const { socket } = slowSocket();
  socket.emit('error', new Error('reset'));
  expect(socket.terminate).toHaveBeenCalledOnce();
});
