import type { ExchangeReport } from '../../../shared/contract/methods/exchange.ts';

type Item = ExchangeReport['losses'][number];

/** Losses of one kind for one reason: how many, and the first few by name. */
export type LossGroup = Pick<Item, 'element' | 'reason' | 'count'> & { readonly names: readonly string[] };

const namesShown = 3;

/** A list of losses as people read it: those alike together, in the order in which their kind first stands. */
export function groupedLosses(losses: readonly Item[]): LossGroup[] {
  return [...Map.groupBy(losses, ({ element, reason }) => `${element} ${reason}`).values()].map((alike) => ({
    element: alike[0]!.element,
    reason: alike[0]!.reason,
    count: alike.reduce((sum, { count }) => sum + count, 0),
    names: alike.flatMap(({ name }) => (name === null || name === '' ? [] : [name])).slice(0, namesShown),
  }));
}
