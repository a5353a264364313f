/** The five marks that tell codes of one hue apart; drawn as stripe, underline and swatch. */
export const codeMarks = ['solid', 'dash', 'dot', 'double', 'wave'] as const;
export type CodeMark = (typeof codeMarks)[number];

type Node<Id> = { readonly id: Id; readonly parent: Id | null; readonly position: number };

/** Codes in tree order: every parent before its children, siblings by position; each with its depth (0 at the top). */
export function codesInTreeOrder<Id, Code extends Node<Id>>(codes: readonly Code[]): { code: Code; depth: number }[] {
  const children = new Map<Id | null, Code[]>();
  for (const code of codes) {
    const siblings = children.get(code.parent);
    if (siblings) siblings.push(code);
    else children.set(code.parent, [code]);
  }
  for (const siblings of children.values()) siblings.sort((a, b) => a.position - b.position);
  const ordered: { code: Code; depth: number }[] = [];
  const visit = (parent: Id | null, depth: number): void => {
    for (const code of children.get(parent) ?? []) {
      ordered.push({ code, depth });
      visit(code.id, depth + 1);
    }
  };
  visit(null, 0);
  return ordered;
}

/** The codes given and all below them; `ordered` has every parent before its children. */
export function withDescendants<Id>(
  ordered: readonly { readonly id: Id; readonly parent: Id | null }[],
  codes: readonly Id[],
): ReadonlySet<Id> {
  const branch = new Set(codes);
  for (const { id, parent } of ordered) if (parent !== null && branch.has(parent)) branch.add(id);
  return branch;
}

/** Whether making `parent` the parent of `code` would close a circle. */
export function wouldCloseCircle<Id>(codes: readonly Node<Id>[], code: Id, parent: Id | null): boolean {
  const parents = new Map(codes.map((c) => [c.id, c.parent]));
  for (let above: Id | null = parent; above !== null; above = parents.get(above) ?? null)
    if (above === code) return true;
  return false;
}

/** For every code those above it, nearest first. */
export function ancestorsByCode<Id>(
  codes: readonly { readonly id: Id; readonly parent: Id | null }[],
): ReadonlyMap<Id, readonly Id[]> {
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]));
  return new Map(
    codes.map(({ id }) => {
      const above: Id[] = [];
      for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) above.push(at);
      return [id, above];
    }),
  );
}
