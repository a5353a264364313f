import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** Thrown where code reaches for the network: Verbatim never leaves this machine. */
export class NetworkGuardError extends Error {
  readonly code = 'ERR_NETWORK_GUARD';

  constructor(target: string) {
    super(`Verbatim works offline: refused to reach ${target}`);
    this.name = 'NetworkGuardError';
  }
}

/** Whether a host name or address means this machine; only `localhost` is allowed as a name. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === 'localhost') return true;
  if (net.isIPv4(bare)) return bare.startsWith('127.');
  return net.isIPv6(bare) && (bare === '::1' || /^::ffff:127(\.\d{1,3}){3}$/.test(bare));
}

type Callable = (this: unknown, ...parameters: unknown[]) => unknown;

const guarded = Symbol.for('verbatim.network-guard');

/** The address a `connect` call names; null for a pipe or an already open handle. */
function connectTarget(parameters: readonly unknown[]): string | null {
  let first = parameters[0];
  // Node passes its own normalised argument array when net.connect() calls on.
  while (Array.isArray(first)) first = first[0] as unknown;
  if (typeof first === 'object' && first !== null) {
    const { path, host } = first as { path?: unknown; host?: unknown };
    if (typeof path === 'string' && typeof host !== 'string') return null;
    return typeof host === 'string' ? host : 'localhost';
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return null;
  return typeof parameters[1] === 'string' ? parameters[1] : 'localhost';
}

function wrap(owner: object, name: string, target: (parameters: readonly unknown[]) => string | null): void {
  const methods = owner as Record<string, unknown>;
  const original = methods[name];
  if (typeof original !== 'function') return;
  const guard: Callable = function guardedCall(...parameters) {
    const host = target(parameters);
    if (host !== null && !isLoopback(host)) throw new NetworkGuardError(host);
    return (original as Callable).apply(this, parameters);
  };
  methods[name] = Object.defineProperties(guard, Object.getOwnPropertyDescriptors(original));
}

/**
 * From here on every connect, datagram and name look-up outside loopback throws in this thread: sockets, TLS, HTTP
 * and fetch all pass through these doors. Calling it twice changes nothing; it cannot be taken off again.
 */
export function installNetworkGuard(): void {
  const socket = net.Socket.prototype as unknown as Record<symbol, boolean>;
  if (socket[guarded]) return;
  socket[guarded] = true;
  wrap(net.Socket.prototype, 'connect', connectTarget);
  wrap(dgram.Socket.prototype, 'connect', (parameters) =>
    typeof parameters[1] === 'string' ? parameters[1] : 'localhost',
  );
  // send(message, [offset, length,] port, address, callback): the address is the last text but a text message itself.
  wrap(dgram.Socket.prototype, 'send', (parameters) => {
    const address = parameters.slice(1).findLast((value) => typeof value === 'string');
    return typeof address === 'string' ? address : 'localhost';
  });
  const first = (parameters: readonly unknown[]): string => String(parameters[0]);
  for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (/^(lookup|lookupService|resolve\w*|reverse)$/.test(name)) wrap(owner, name, first);
    }
  }
  syncBuiltinESMExports();
}
