import { isVerbatimError, VerbatimError, type WireError } from './errors.ts';
import { type CallContext, type Handlers, type MethodName, methods } from './methods.ts';
import type { CoreEvent } from './events.ts';
import type { Transport } from './transport.ts';
import { Turnstile } from './turnstile.ts';
import { wellFormed } from './well-formed.ts';

export type DispatcherOptions = {
  readonly handlers: Handlers;
  /** Told of every error that is not of the closed union; answers the id under which it was logged. */
  readonly logError: (error: unknown, method: string) => string;
  /** Check what handlers answer against the contract: in tests and development. */
  readonly validateOutput: boolean;
  /** Where calls wait while one has to be alone; one of its own, if absent. */
  readonly turnstile?: Turnstile;
};

/** Answers calls of any number of clients; input is always validated, output where asked. */
export type Dispatcher = {
  /** Serves one client until its transport closes; its open calls are then cancelled. */
  serve(transport: Transport): void;
  /** Sends an event to every client served. */
  broadcast(event: CoreEvent): void;
};

export function createDispatcher({
  handlers,
  logError,
  validateOutput,
  turnstile = new Turnstile(),
}: DispatcherOptions): Dispatcher {
  const served = new Set<Transport>();

  async function run(name: string, input: unknown, context: CallContext): Promise<unknown> {
    if (!Object.hasOwn(methods, name)) throw new VerbatimError('unknown_method', { method: name.slice(0, 100) });
    const method = name as MethodName;
    const parsed = methods[method].input.safeParse(wellFormed(input));
    if (!parsed.success) {
      const detail = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
      throw new VerbatimError('invalid_input', { method, detail: detail.slice(0, 500) });
    }
    const handler = handlers[method] as (input: unknown, context: CallContext) => unknown;
    const output = await turnstile.pass(() => handler(parsed.data, context));
    return validateOutput ? methods[method].output.parse(output) : output;
  }

  function wireError(error: unknown, method: string): WireError {
    if (isVerbatimError(error)) return error.toWire();
    return { code: 'internal', params: { log: logError(error, method) } };
  }

  return {
    serve(transport) {
      served.add(transport);
      const running = new Map<number, { aborted: boolean }>();
      transport.onMessage((message) => {
        if (message.type === 'cancel') {
          const signal = running.get(message.call);
          if (signal) signal.aborted = true;
          return;
        }
        if (message.type !== 'call') return;
        const { call, method } = message;
        const signal = { aborted: false };
        running.set(call, signal);
        const context: CallContext = {
          signal,
          progress: (done, total) => transport.send({ type: 'progress', call, done, total }),
        };
        void run(method, message.input, context)
          .then(
            (output) => transport.send({ type: 'answer', call, output }),
            (error: unknown) => transport.send({ type: 'failure', call, error: wireError(error, method) }),
          )
          .finally(() => running.delete(call));
      });
      transport.onClose(() => {
        served.delete(transport);
        for (const signal of running.values()) signal.aborted = true;
      });
    },
    broadcast(event) {
      for (const transport of served) transport.send({ type: 'event', event });
    },
  };
}
