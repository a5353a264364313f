import { EventEmitter } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { MessagePortMain } from './message-ports.ts';

/** A utility process as a worker thread: gives the entry file its `process.parentPort` and runs it. */
type Carried = { readonly data: unknown; readonly ports: readonly MessagePort[] };

const outer = parentPort!;
const port = Object.assign(new EventEmitter(), { postMessage: (message: unknown) => outer.postMessage(message) });
outer.on('message', ({ data, ports }: Carried) => {
  port.emit('message', { data, ports: ports.map((raw) => new MessagePortMain(raw)) });
});
Object.defineProperty(process, 'parentPort', { value: port });
await import((workerData as { entry: string }).entry);
