type Named = { readonly id: string };

function isNamed(value: unknown): value is Named {
  return isPlain(value) && typeof value['id'] === 'string';
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function sameList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const known = now.every(isNamed) ? new Map(before.filter(isNamed).map((item) => [item.id, item])) : null;
  const kept = now.map((item, place) => withSameParts(known ? known.get((item as Named).id) : before[place], item));
  return kept.length === before.length && kept.every((item, place) => item === before[place]) ? before : kept;
}

/**
 * An answer with whatever of it is as it was being the object it was, so that only what has changed is drawn anew. Things in a
 * list are known by their id, wherever they stand: one that is taken out leaves the others alone.
 */
export function withSameParts(before: unknown, now: unknown): unknown {
  if (before === now) return before;
  if (Array.isArray(before) && Array.isArray(now)) return sameList(before, now);
  if (!isPlain(before) || !isPlain(now)) return now;
  const keys = Object.keys(now);
  let isSame = keys.length === Object.keys(before).length;
  const kept = keys.map((key): [string, unknown] => {
    const was = Object.hasOwn(before, key) ? before[key] : undefined;
    const part = withSameParts(was, now[key]);
    isSame &&= part === was && Object.hasOwn(before, key);
    return [key, part];
  });
  // Entries, not assignments: a key may be called `__proto__`.
  return isSame ? before : Object.fromEntries(kept);
}
