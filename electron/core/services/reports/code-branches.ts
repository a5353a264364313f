type Node = { readonly id: string; readonly parent: string | null };

/** The codes given and all below them; `ordered` has every parent before its children. */
export function withDescendants(ordered: readonly Node[], codes: readonly string[]): ReadonlySet<string> {
  const branch = new Set<string>(codes);
  for (const { id, parent } of ordered) if (parent !== null && branch.has(parent)) branch.add(id);
  return branch;
}
