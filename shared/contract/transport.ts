import type { MethodName } from './methods.ts';
import type { CoreEvent } from './events.ts';
import type { WireError } from './errors.ts';

/** Everything that crosses between a client and the core; plain JSON on every transport. */
export type Message =
  | { readonly type: 'call'; readonly call: number; readonly method: MethodName; readonly input: unknown }
  | { readonly type: 'cancel'; readonly call: number }
  | { readonly type: 'progress'; readonly call: number; readonly done: number; readonly total: number }
  | { readonly type: 'answer'; readonly call: number; readonly output: unknown }
  | { readonly type: 'failure'; readonly call: number; readonly error: WireError }
  | { readonly type: 'event'; readonly event: CoreEvent };

/** A transport is two functions and an end: MessagePort, WebSocket and memory differ in nothing else. */
export type Transport = {
  send(message: Message): void;
  onMessage(receive: (message: Message) => void): void;
  /** Told once, when the other side is gone. */
  onClose(closed: () => void): void;
  close(): void;
};

/** Two transports joined in memory: what one sends the other receives, in order and later, as over a wire. */
export function memoryTransports(): [Transport, Transport] {
  const make = () => {
    const waiting: Message[] = [];
    const state = { receive: null as ((message: Message) => void) | null, closed: [] as (() => void)[], open: true };
    const deliver = (message: Message): void => {
      if (state.receive) state.receive(message);
      else waiting.push(message);
    };
    return { state, waiting, deliver };
  };
  const left = make();
  const right = make();
  const end = (from: typeof left, to: typeof left): Transport => ({
    send: (message) => {
      // Through JSON, so that nothing works in memory that would not cross a wire.
      const copy = JSON.parse(JSON.stringify(message)) as Message;
      void Promise.resolve().then(() => to.state.open && to.deliver(copy));
    },
    onMessage: (receive) => {
      from.state.receive = receive;
      for (const message of from.waiting.splice(0)) receive(message);
    },
    onClose: (closed) => from.state.closed.push(closed),
    close: () => {
      for (const side of [from, to]) {
        if (!side.state.open) continue;
        side.state.open = false;
        for (const closed of side.state.closed) closed();
      }
    },
  });
  return [end(left, right), end(right, left)];
}
