import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { detached } from './message-ports.ts';
import { cloned } from './refusals.ts';

/** Every child ever forked, for tests to look at and to end. */
export const children: UtilityProcess[] = [];

export class UtilityProcess extends EventEmitter {
  readonly worker: Worker;

  constructor(entry: string, parameters: readonly string[]) {
    super();
    this.worker = new Worker(new URL('./utility-host.ts', import.meta.url), {
      workerData: { entry: pathToFileURL(entry).href },
      argv: [...parameters],
      execArgv: [],
    });
    this.worker.on('message', (message: unknown) => this.emit('message', message));
    // As `stdio: 'inherit'` would show it.
    this.worker.on('error', (error) => console.error(error));
    this.worker.on('exit', (code) => this.emit('exit', code));
    children.push(this);
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    const ports = detached(transfer);
    this.worker.postMessage({ data: cloned(message), ports }, ports);
  }

  kill(): boolean {
    void this.worker.terminate();
    return true;
  }
}
