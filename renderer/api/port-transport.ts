import type { Message, Transport } from '../../shared/contract/transport.ts';

/** Waits for the desktop's preload to hand over the port to the core; it comes once, from our own origin. */
export function receivePort(): Promise<Transport> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent): void => {
      const port = event.ports[0];
      if (event.origin !== location.origin || event.data !== 'verbatim:port' || !port) return;
      window.removeEventListener('message', take);
      resolve(pagePortTransport(port));
    };
    window.addEventListener('message', take);
  });
}

/** The page's end of a message port. */
export function pagePortTransport(port: MessagePort): Transport {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (receive) => {
      port.addEventListener('message', (event: MessageEvent<Message>) => receive(event.data));
      port.start();
    },
    onClose: (closed) => port.addEventListener('close', closed),
    close: () => port.close(),
  };
}
