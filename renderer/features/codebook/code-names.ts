import type { Code } from '../../../shared/contract/schema/entities.ts';
import { codesInTreeOrder } from '../../../shared/domain/codebook.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';

/** A code as it is named and drawn; how often it is used changes with every coding and is asked for apart. */
export type CodeShape = Omit<Code, 'codings' | 'outdated'>;

/** A code with its name in the language of the interface, and everything else it can be found by. */
export type NamedCode = {
  readonly code: CodeShape;
  readonly name: string;
  /** Language the name is written in. */
  readonly lang: string;
  /** Names of the codes above it, from the top: `Public acceptance › Concern`. */
  readonly path: string;
  /** Names in every language, aliases, readings, slug and initials. */
  readonly searched: readonly string[];
  /** 0 at the top. */
  readonly depth: number;
};

/** The first letters of a name's words, lower case: `cpf` for Concern for political freedom; empty for a single word. */
function initials(name: string): string {
  const words = name.match(/\p{L}+/gu) ?? [];
  return words.length > 1 ? words.map((word) => word[0]!.toLowerCase()).join('') : '';
}

/**
 * Every code by id in tree order. A code is named in the interface language where it has a name in it,
 * else in the language it was written in.
 */
export function namedCodes(codes: readonly CodeShape[], language: string): ReadonlyMap<CodeId, NamedCode> {
  const named = new Map<CodeId, NamedCode>();
  for (const { code, depth } of codesInTreeOrder<CodeId, CodeShape>(codes)) {
    const lang = code.texts[language]?.name ? language : code.language;
    const name = code.texts[lang]?.name ?? '';
    const parent = code.parent === null ? undefined : named.get(code.parent);
    const path = parent ? [parent.path, parent.name].filter(Boolean).join(' › ') : '';
    const names = Object.values(code.texts).map((texts) => texts.name);
    const searched = [
      ...names,
      ...code.aliases.map(({ text }) => text),
      ...(code.slug === null ? [] : [code.slug]),
      ...names.map(initials),
    ].filter(Boolean);
    named.set(code.id, { code, name, lang, path, searched, depth });
  }
  return named;
}
