import type { Message } from './transport.ts';

/** Largest message a host takes from a client, in bytes: one piece of an upload in base64 and what surrounds it. */
export const messageLimit = 2 << 20;

/**
 * A client's message as it came off a wire, or null if it is not one: the shape only, the input of a call is
 * validated by the dispatcher. Whatever else the value holds is dropped.
 */
export function clientMessage(value: unknown): Message | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, call, method, input } = value as Record<string, unknown>;
  if (typeof call !== 'number' || !Number.isSafeInteger(call)) return null;
  if (type === 'cancel') return { type, call };
  if (type !== 'call' || typeof method !== 'string') return null;
  return { type, call, method, input } as Message;
}
