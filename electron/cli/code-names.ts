import type { Client } from '../../shared/contract/client.ts';
import { needed } from '../../shared/contract/needed.ts';
import type { CodeId } from '../../shared/domain/ids.ts';

/** How the command line names codes: by slug, else by the path from the top joined with " / ". */
export async function codeKeys(client: Client): Promise<(code: CodeId) => string> {
  const codes = new Map((await client.call('codes.list', {})).map((code) => [code.id, code]));
  const name = (id: CodeId): string => {
    const code = codes.get(id);
    return code?.texts[code.language]?.name ?? Object.values(code?.texts ?? {})[0]?.name ?? id;
  };
  return (id) => {
    const slug = codes.get(id)?.slug;
    if (typeof slug === 'string') return slug;
    const path: string[] = [];
    for (let at: CodeId | null = id; at !== null; at = codes.get(at)?.parent ?? null) path.unshift(name(at));
    return path.join(' / ');
  };
}

/** Codes by what a command line may call them: slug or path, and any name, in any language, that only one code has. */
export async function codeIdsByName(client: Client): Promise<ReadonlyMap<string, CodeId>> {
  const codes = await client.call('codes.list', {});
  const key = await codeKeys(client);
  const named = codes.flatMap(({ id, texts }) => Object.values(texts).map(({ name }) => ({ id, name })));
  const ids = new Map<string, CodeId>();
  for (const [name, all] of Map.groupBy(named, ({ name }) => name))
    if (new Set(all.map(({ id }) => id)).size === 1) ids.set(name, all[0]!.id);
  for (const { id } of codes) ids.set(key(id), id);
  return ids;
}

/** The codes of the given names, as {@link codeIdsByName} takes them, in their order. Throws `not_found`. */
export async function codesNamed(client: Client, names: readonly string[]): Promise<CodeId[]> {
  const ids = await codeIdsByName(client);
  return names.map((name) => needed('code', name, ids.get(name)));
}
