import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { cloned } from './refusals.ts';

/** Electron's port of the main and utility processes, on a port of Node. Messages wait until `start`. */
export class MessagePortMain extends EventEmitter {
  private raw: MessagePort | null;

  constructor(raw: MessagePort) {
    super();
    this.raw = raw;
    raw.on('close', () => this.emit('close'));
  }

  start(): void {
    this.own().on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
  }

  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    if (transfer.length > 0) throw new Error('the stand-in passes ports through processes only');
    this.own().postMessage(cloned(message));
  }

  close(): void {
    this.raw?.close();
  }

  /** The port for its new owner; this object cannot be used afterwards, as in Electron. */
  detach(): MessagePort {
    const raw = this.own();
    this.raw = null;
    return raw;
  }

  private own(): MessagePort {
    if (this.raw === null) throw new Error('Invalid port: it has been transferred');
    return this.raw;
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new MessagePortMain(port1);
    this.port2 = new MessagePortMain(port2);
  }
}

/** The ports of a transfer list; anything else in it is refused. */
export function detached(transfer: readonly unknown[]): MessagePort[] {
  return transfer.map((port) => {
    if (!(port instanceof MessagePortMain)) throw new TypeError('Port at index 0 is not a valid port');
    return port.detach();
  });
}
