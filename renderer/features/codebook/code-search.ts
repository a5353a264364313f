import Fuse from 'fuse.js';
import { searchForm } from '../../../shared/text/search-form.ts';
import type { NamedCode } from './code-names.ts';
import { loadedSpeller, loadSpeller, type Spell } from './pinyin.ts';

/** Most hits the selection bar shows. */
export const mostHits = 7;

/** Searches codes by a few letters of anything they are called. */
export type CodeSearch = (query: string) => readonly NamedCode[];

/** A code with everything it can be found by, as it is compared. */
type Entry = {
  readonly code: NamedCode;
  readonly name: string;
  readonly searched: readonly string[];
  /** Pinyin of its Chinese names, and the initials. */
  readonly spelled: readonly string[];
};

const nearMiss = 6;
/** Shorter letters stand in too many syllables to mean them. */
const leastSpelled = 2;

/** Lower is better: the name begins so, one of its words does, it holds the letters, another name or alias does, or only nearly. */
function rank({ name, searched, spelled }: Entry, query: string): number {
  if (name.startsWith(query)) return 0;
  const at = name.indexOf(query);
  if (at > 0 && !/\p{L}/u.test(name[at - 1]!)) return 1;
  if (searched.includes(query) || spelled.includes(query)) return 2;
  if (at > 0) return 3;
  if (searched.some((text) => text.startsWith(query))) return 4;
  if (query.length >= leastSpelled && spelled.some((text) => text.startsWith(query))) return 4;
  return searched.some((text) => text.includes(query)) ? 5 : nearMiss;
}

function entryOf(code: NamedCode, spell: Spell | null): Entry {
  return {
    code,
    name: searchForm(code.name),
    searched: code.searched.map(searchForm),
    spelled: spell ? chineseNames(code).flatMap(spell) : [],
  };
}

function chineseNames({ code }: NamedCode): readonly string[] {
  return Object.entries(code.texts).flatMap(([language, { name }]) => (language.startsWith('zh') ? [name] : []));
}

/**
 * An index over codes: names in every language, aliases, readings, slug, initials, pinyin and its initials. What holds the
 * letters as typed comes first; only where nothing does, what nearly does, by Fuse.js. Built once per codebook, when first asked.
 */
export function codeSearch(codes: readonly NamedCode[]): CodeSearch {
  if (codes.some((code) => chineseNames(code).length > 0)) void loadSpeller();
  let built: { readonly spell: Spell | null; readonly entries: readonly Entry[]; fuse: Fuse<Entry> | null } | null =
    null;
  const index = () => {
    const spell = loadedSpeller();
    if (built?.spell !== spell || built === null)
      built = { spell, entries: codes.map((code) => entryOf(code, spell)), fuse: null };
    return built;
  };
  return (query) => {
    const wanted = searchForm(query);
    if (wanted === '') return [];
    const indexed = index();
    const hits = indexed.entries
      .map((entry) => ({ entry, rank: rank(entry, wanted) }))
      .filter((hit) => hit.rank < nearMiss);
    if (hits.length > 0)
      return hits
        .sort((a, b) => a.rank - b.rank || a.entry.name.length - b.entry.name.length)
        .map(({ entry }) => entry.code);
    indexed.fuse ??= new Fuse(indexed.entries, {
      keys: ['name', 'searched', 'spelled'],
      threshold: 0.34,
      ignoreLocation: true,
      minMatchCharLength: 1,
    });
    return indexed.fuse.search(wanted).map(({ item }) => item.code);
  };
}

/** The name cut around the letters found, for setting them in the heavier weight; without a hit in it, the whole name. */
export function hitInName(name: string, query: string): readonly [before: string, hit: string, after: string] {
  const wanted = query.trim();
  const at = wanted === '' ? -1 : name.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0) return [name, '', ''];
  return [name.slice(0, at), name.slice(at, at + wanted.length), name.slice(at + wanted.length)];
}
