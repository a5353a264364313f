import { useState } from 'react';
import type { SearchHit } from '../../../shared/contract/methods/search.ts';

type Hit = Pick<SearchHit, 'document' | 'start' | 'end'>;

export function hitKey({ document, start, end }: Hit): string {
  return `${document} ${start} ${end}`;
}

/** Hits ticked to be coded. */
export type ChosenHits = {
  readonly has: (hit: Hit) => boolean;
  readonly set: (hits: readonly Hit[], isChosen: boolean) => void;
  readonly clear: () => void;
};

export function useChosenHits(): ChosenHits {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return {
    has: (hit) => keys.has(hitKey(hit)),
    set: (hits, isChosen) => {
      const next = new Set(keys);
      for (const hit of hits)
        if (isChosen) next.add(hitKey(hit));
        else next.delete(hitKey(hit));
      setKeys(next);
    },
    clear: () => setKeys(new Set()),
  };
}
