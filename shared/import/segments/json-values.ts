import { segmentTime } from './segment-time.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of an array, nothing for another value. */
export function objects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** What lies behind a path of keys; undefined where it breaks off. A number is a place in an array. */
export function inside(value: unknown, ...path: readonly (string | number)[]): unknown {
  let at = value;
  for (const key of path) {
    if (Array.isArray(at) && typeof key === 'number') at = at[key];
    else if (isObject(at) && Object.hasOwn(at, key)) at = at[key];
    else return undefined;
  }
  return at;
}

export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A number of zero or more, as such or in quotes; null for anything else. */
export function countOf(value: unknown): number | null {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() ? Number(value) : -1;
  return Number.isFinite(number) && number >= 0 ? number : null;
}

/** A name as it stands; a bare number `0` is `Speaker 0`. Null for none. */
export function speakerOf(value: unknown): string | null {
  if (typeof value === 'number') return `Speaker ${value}`;
  if (typeof value === 'string')
    return /^\d{1,4}$/.test(value.trim()) ? `Speaker ${value.trim()}` : value.trim() || null;
  return isObject(value)
    ? speakerOf(
        value['name'] ??
          value['display_name'] ??
          value['user_name'] ??
          value['username'] ??
          value['label'] ??
          value['id'] ??
          null,
      )
    : null;
}

/**
 * A time as it stands: a number, a written time, the first of `[start, end]`, `{from, to}`, or `{seconds, nanos}`. Whether a bare number is milliseconds is for the caller to
 * judge by all of them.
 */
export function timeOf(value: unknown): number | null {
  if (typeof value === 'number') return countOf(value);
  if (typeof value === 'string') return segmentTime(value);
  if (Array.isArray(value)) return timeOf(value[0] ?? null);
  if (!isObject(value)) return null;
  if ('seconds' in value || 'nanos' in value) {
    const [seconds, nanos] = [countOf(value['seconds'] ?? 0), countOf(value['nanos'] ?? 0)];
    return seconds === null || nanos === null ? null : seconds + nanos / 1e9;
  }
  return timeOf(value['from'] ?? value['start'] ?? value['begin'] ?? null);
}
