import { VerbatimError } from './errors.ts';
import type { CoreEvent } from './events.ts';
import type { Input, MethodName, Output } from './methods.ts';
import type { Transport } from './transport.ts';

export type CallOptions = {
  /** Told while a job runs. */
  onProgress?: (done: number, total: number) => void;
  /** Aborting cancels the call at the core; the promise then fails with `cancelled`. */
  signal?: { readonly aborted: boolean; addEventListener(type: 'abort', listener: () => void): void };
};

/** The contract as functions: the same client over every transport. */
export type Client = {
  call<Name extends MethodName>(method: Name, input: Input<Name>, options?: CallOptions): Promise<Output<Name>>;
  onEvent(listener: (event: CoreEvent) => void): () => void;
  onClose(listener: () => void): () => void;
  close(): void;
};

type Pending = {
  resolve(output: never): void;
  reject(error: VerbatimError): void;
  onProgress: ((done: number, total: number) => void) | undefined;
};

/** Speaks the contract over a transport. Calls still open when it ends fail with `connection_lost`. */
export function createClient(transport: Transport): Client {
  const pending = new Map<number, Pending>();
  const eventListeners = new Set<(event: CoreEvent) => void>();
  const closeListeners = new Set<() => void>();
  let calls = 0;
  let open = true;

  transport.onMessage((message) => {
    if (message.type === 'event') {
      for (const listener of eventListeners) listener(message.event);
      return;
    }
    const call = pending.get(message.call);
    if (!call) return;
    if (message.type === 'progress') call.onProgress?.(message.done, message.total);
    if (message.type !== 'answer' && message.type !== 'failure') return;
    pending.delete(message.call);
    if (message.type === 'answer') call.resolve(message.output as never);
    else call.reject(VerbatimError.fromWire(message.error));
  });
  transport.onClose(() => {
    open = false;
    for (const call of pending.values()) call.reject(new VerbatimError('connection_lost', {}));
    pending.clear();
    for (const listener of closeListeners) listener();
  });

  return {
    call: <Name extends MethodName>(method: Name, input: Input<Name>, options: CallOptions = {}) =>
      new Promise<Output<Name>>((resolve, reject) => {
        if (!open) {
          reject(new VerbatimError('connection_lost', {}));
          return;
        }
        if (options.signal?.aborted) {
          reject(new VerbatimError('cancelled', {}));
          return;
        }
        const call = ++calls;
        pending.set(call, { resolve, reject, onProgress: options.onProgress });
        options.signal?.addEventListener('abort', () => pending.has(call) && transport.send({ type: 'cancel', call }));
        transport.send({ type: 'call', call, method, input });
      }),
    onEvent: (listener) => {
      eventListeners.add(listener);
      return () => void eventListeners.delete(listener);
    },
    onClose: (listener) => {
      closeListeners.add(listener);
      return () => void closeListeners.delete(listener);
    },
    close: () => transport.close(),
  };
}
