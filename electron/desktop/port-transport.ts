import type { MessagePortMain } from 'electron';
import { clientMessage } from '../../shared/contract/message.ts';
import type { Transport } from '../../shared/contract/transport.ts';

/** The core's end of a message port. What is not a message of the contract is dropped without an answer. */
export function portTransport(port: MessagePortMain): Transport {
  let open = true;
  port.once('close', () => {
    open = false;
  });
  return {
    send: (message) => {
      if (open) port.postMessage(message);
    },
    onMessage: (receive) => {
      port.on('message', ({ data }) => {
        const message = clientMessage(data);
        if (message) receive(message);
      });
      port.start();
    },
    onClose: (closed) => port.once('close', closed),
    close: () => port.close(),
  };
}
