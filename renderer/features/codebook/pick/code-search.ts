import { searchForm } from '../../../../shared/text/search-form.ts';
import type { NamedCode } from '../code-names.ts';
import { type Findable, nameSearch } from './name-search.ts';
import { loadedSpeller, loadSpeller, type Spell } from './pinyin.ts';

/** Most hits the selection bar shows. */
export const mostHits = 7;

/** Searches codes by a few letters of anything they are called. */
export type CodeSearch = (query: string) => readonly NamedCode[];

/** A code with everything it can be found by. */
type Entry = Findable & { readonly code: NamedCode };

/** A code as it is compared; without a speller, not by its pinyin. */
export function findableCode(code: NamedCode, spell: Spell | null): Entry {
  const name = searchForm(code.name);
  return {
    code,
    name,
    searched: [...new Set(code.searched.map(searchForm))].filter((text) => text !== name),
    spelled: spell ? chineseNames(code).flatMap(spell) : [],
  };
}

function chineseNames({ code }: NamedCode): readonly string[] {
  return Object.entries(code.texts).flatMap(([language, { name }]) => (language.startsWith('zh') ? [name] : []));
}

/**
 * An index over codes: names in every language, aliases, readings, slug, initials, pinyin and its initials. Built once per
 * codebook, when first asked.
 */
export function codeSearch(codes: readonly NamedCode[]): CodeSearch {
  if (codes.some((code) => chineseNames(code).length > 0)) void loadSpeller();
  let built: { readonly spell: Spell | null; readonly find: (query: string) => readonly Entry[] } | null = null;
  return (query) => {
    const spell = loadedSpeller();
    if (built === null || built.spell !== spell)
      built = { spell, find: nameSearch(codes.map((code) => findableCode(code, spell))) };
    return built.find(query).map(({ code }) => code);
  };
}

/** The name cut around the letters found, for setting them in the heavier weight; without a hit in it, the whole name. */
export function hitInName(name: string, query: string): readonly [before: string, hit: string, after: string] {
  const wanted = query.trim();
  const at = wanted === '' ? -1 : name.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0) return [name, '', ''];
  return [name.slice(0, at), name.slice(at, at + wanted.length), name.slice(at + wanted.length)];
}
