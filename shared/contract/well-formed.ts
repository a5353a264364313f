/**
 * The same value, each half of a surrogate pair in its texts replaced by U+FFFD: the store keeps UTF-8, which has no halves,
 * and what is read back must be what was written. Takes what JSON can say; other values stay as they are.
 */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map((item) => wellFormed(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toWellFormed(), wellFormed(item)]));
}
