import type { CodingOutcome } from '../../../shared/contract/methods/codings.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';

type Coded = Output<'codings.ofDocument'>;

function upserted<Item extends { readonly id: string }>(items: readonly Item[], now: readonly Item[]): Item[] {
  if (now.length === 0) return [...items];
  const byId = new Map(now.map((item) => [item.id, item]));
  const known = items.map((item) => {
    const changed = byId.get(item.id);
    byId.delete(item.id);
    return changed ?? item;
  });
  return [...known, ...byId.values()];
}

/** The codings of a transcript after a command, from what the command answered. */
export function codedAfter(
  coded: Coded,
  { selections, codings, removed }: Pick<CodingOutcome, 'selections' | 'codings' | 'removed'>,
): Coded {
  const gone = new Set(removed);
  return {
    ...coded,
    selections: upserted(coded.selections, selections),
    codings: upserted(
      gone.size === 0 ? coded.codings : coded.codings.filter(({ id }) => !gone.has(id)),
      codings.filter(({ id }) => !gone.has(id)),
    ),
  };
}

/** Codes last used, newest first, after some more have been used. */
export function recentAfter(recent: readonly CodeId[], used: readonly CodeId[], limit: number): CodeId[] {
  return [...new Set([...used, ...recent])].slice(0, limit);
}
