import Fuse from 'fuse.js';
import { searchForm } from '../../../../shared/text/search-form.ts';

/** What can be found by what it is called, in the form names are compared in. */
export type Findable = {
  readonly name: string;
  /** What else it is called. */
  readonly searched: readonly string[];
  /** Pinyin of its Chinese names, and the initials. */
  readonly spelled: readonly string[];
};

const nearMiss = 6;
/** Shorter letters stand in too many syllables to mean them. */
const leastSpelled = 2;

/** Lower is better: the name begins so, one of its words does, it holds the letters, another name or alias does, or only nearly. */
function rank({ name, searched, spelled }: Findable, query: string): number {
  if (name.startsWith(query)) return 0;
  const at = name.indexOf(query);
  if (at > 0 && !/\p{L}/u.test(name[at - 1]!)) return 1;
  if (searched.includes(query) || spelled.includes(query)) return 2;
  if (at > 0) return 3;
  if (searched.some((text) => text.startsWith(query))) return 4;
  if (query.length >= leastSpelled && spelled.some((text) => text.startsWith(query))) return 4;
  return searched.some((text) => text.includes(query)) ? 5 : nearMiss;
}

/** Finds things by a few letters: what holds them as typed comes first; only where nothing does, what nearly does, by Fuse.js. */
export function nameSearch<Item extends Findable>(items: readonly Item[]): (query: string) => readonly Item[] {
  let fuse: Fuse<Item> | null = null;
  return (query) => {
    const wanted = searchForm(query);
    if (wanted === '') return [];
    const hits = items.map((item) => ({ item, rank: rank(item, wanted) })).filter((hit) => hit.rank < nearMiss);
    if (hits.length > 0)
      return hits.sort((a, b) => a.rank - b.rank || a.item.name.length - b.item.name.length).map(({ item }) => item);
    fuse ??= new Fuse(items, {
      keys: ['name', 'searched', 'spelled'],
      threshold: 0.34,
      ignoreLocation: true,
      minMatchCharLength: 1,
    });
    return fuse.search(wanted).map(({ item }) => item);
  };
}
