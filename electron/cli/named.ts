import { needed } from '../../shared/contract/needed.ts';

/** The one of these that the command line names. Throws `not_found`. */
export function named<Item extends { readonly name: string }>(kind: string, name: string, all: readonly Item[]): Item {
  return needed(
    kind,
    name,
    all.find((each) => each.name === name),
  );
}
