/** A stand-in's object: asking for a member it does not have is an error, as a misspelt one would be in Electron. */
export function strict<Members extends object>(name: string, members: Members): Members {
  return new Proxy(members, {
    get(target, key) {
      if (typeof key === 'string' && !(key in target)) throw new Error(`the stand-in has no ${name}.${key}`);
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value as (...parameters: unknown[]) => unknown).bind(target) : value;
    },
  });
}

/** What Electron says when a message holds what cannot be copied between processes. */
export function cloned(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}
