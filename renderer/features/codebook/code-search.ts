import Fuse from 'fuse.js';
import type { NamedCode } from './code-names.ts';

/** Most hits the selection bar shows. */
export const mostHits = 7;

/** Searches codes by a few letters of anything they are called. */
export type CodeSearch = (query: string) => readonly NamedCode[];

/** Lower is better: the name begins so, one of its words does, it holds the letters, another name or alias does, or only nearly. */
function rank(code: NamedCode, query: string): number {
  const name = code.name.toLowerCase();
  if (name.startsWith(query)) return 0;
  const at = name.indexOf(query);
  if (at > 0 && !/\p{L}/u.test(name[at - 1]!)) return 1;
  if (code.searched.some((text) => text.toLowerCase() === query)) return 2;
  if (at > 0) return 3;
  if (code.searched.some((text) => text.toLowerCase().startsWith(query))) return 4;
  if (code.searched.some((text) => text.toLowerCase().includes(query))) return 5;
  return 6;
}

/**
 * An index over codes: names in every language, aliases, readings, slug and initials, by Fuse.js; what holds the letters as
 * typed comes before what only nearly does. Built once per codebook.
 */
export function codeSearch(codes: readonly NamedCode[]): CodeSearch {
  const fuse = new Fuse([...codes], {
    keys: ['name', 'searched'],
    threshold: 0.34,
    ignoreLocation: true,
    minMatchCharLength: 1,
  });
  return (query) => {
    const wanted = query.trim().toLowerCase();
    if (wanted === '') return [];
    const hits = fuse.search(wanted).map(({ item }) => ({ item, rank: rank(item, wanted) }));
    const exact = hits.filter((hit) => hit.rank < 6);
    // Near misses only where nothing holds the letters as typed.
    return (exact.length > 0 ? exact : hits).toSorted((a, b) => a.rank - b.rank).map(({ item }) => item);
  };
}

/** The name cut around the letters found, for setting them in the heavier weight; without a hit in it, the whole name. */
export function hitInName(name: string, query: string): readonly [before: string, hit: string, after: string] {
  const wanted = query.trim();
  const at = wanted === '' ? -1 : name.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0) return [name, '', ''];
  return [name.slice(0, at), name.slice(at, at + wanted.length), name.slice(at + wanted.length)];
}
