import type { WebSocket } from 'ws';
import { clientMessage } from '../../shared/contract/message.ts';
import type { Message, Transport } from '../../shared/contract/transport.ts';
import { closeCodes } from './session.ts';

/** Beyond this many unsent bytes progress is not reported: the page is behind anyway. */
const progressBacklog = 1 << 20;
/** Beyond this many unsent bytes the page is taken for dead and its connection ended, which frees them. */
const deadBacklog = 64 << 20;

/** The core's end of a WebSocket. What is not a message of the contract is dropped without an answer. */
export function websocketTransport(socket: WebSocket): Transport {
  socket.on('error', () => socket.terminate());
  return {
    send(message: Message) {
      if (socket.readyState !== socket.OPEN) return;
      if (message.type === 'progress' && socket.bufferedAmount > progressBacklog) return;
      socket.send(JSON.stringify(message));
      if (socket.bufferedAmount > deadBacklog) {
        socket.close(closeCodes.tooSlow, 'too slow');
        socket.terminate();
      }
    },
    onMessage(receive) {
      socket.on('message', (data, isBinary) => {
        const message = isBinary ? null : clientMessage(parsedJson((data as Buffer).toString('utf8')));
        if (message) receive(message);
      });
    },
    onClose(closed) {
      socket.once('close', closed);
    },
    close() {
      socket.close(1001);
    },
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
