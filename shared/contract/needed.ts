import { VerbatimError } from './errors.ts';

/** What was looked for by an identifier or a name. Throws `not_found` where there is none. */
export function needed<Item>(kind: string, name: string, item: Item | null | undefined): Item {
  if (item === null || item === undefined) throw new VerbatimError('not_found', { kind, name });
  return item;
}
