type Node<Id> = { readonly id: Id; readonly parent: Id | null; readonly position: number };

/** Where a code goes: under a parent (null: the top level), before a sibling or last. */
export type CodePlace<Id> = { readonly parent: Id | null; readonly before: Id | null };

export type CodeStepDirection = 'up' | 'down' | 'in' | 'out';

function siblingsOf<Id>(codes: readonly Node<Id>[], parent: Id | null): readonly Node<Id>[] {
  return codes.filter((code) => code.parent === parent).sort((a, b) => a.position - b.position);
}

/** The place right after a code, among its siblings; `moving` is not counted among them. */
export function placeAfter<Id>(codes: readonly Node<Id>[], code: Node<Id>, moving: Id): CodePlace<Id> {
  const siblings = siblingsOf(codes, code.parent).filter(({ id }) => id !== moving);
  const at = siblings.findIndex(({ id }) => id === code.id);
  return { parent: code.parent, before: siblings[at + 1]?.id ?? null };
}

/**
 * Where one step takes a code: up or down among its siblings, in under the sibling above it (as the last there), or out to
 * stand right after its parent. Null where there is no such place.
 */
export function steppedPlace<Id>(
  codes: readonly Node<Id>[],
  moving: Id,
  direction: CodeStepDirection,
): CodePlace<Id> | null {
  const code = codes.find(({ id }) => id === moving);
  if (!code) return null;
  const siblings = siblingsOf(codes, code.parent);
  const at = siblings.indexOf(code);
  const above = siblings[at - 1];
  const below = siblings[at + 1];
  const parent = codes.find(({ id }) => id === code.parent);
  switch (direction) {
    case 'up':
      return above ? { parent: code.parent, before: above.id } : null;
    case 'down':
      return below ? placeAfter(codes, below, moving) : null;
    case 'in':
      return above ? { parent: above.id, before: null } : null;
    case 'out':
      return parent ? placeAfter(codes, parent, moving) : null;
    default:
      return direction satisfies never;
  }
}

/** The codes with one of them taken to a place. */
export function movedTo<Id, Code extends Node<Id>>(
  codes: readonly Code[],
  moving: Id,
  { parent, before }: CodePlace<Id>,
): Code[] {
  const code = codes.find(({ id }) => id === moving);
  if (!code) return [...codes];
  const others = codes.filter(({ id }) => id !== moving);
  const at = before === null ? -1 : others.findIndex(({ id }) => id === before);
  const last = siblingsOf(others, parent).at(-1)?.position ?? 0;
  const position = at < 0 ? last + 1 : others[at]!.position - 0.5;
  return others.toSpliced(at < 0 ? others.length : at, 0, { ...code, parent, position });
}

type Drop<Id> = {
  /** The row it was let go over: near its upper edge, near its lower edge, or in its middle. */
  readonly over: Id;
  readonly edge: 'upper' | 'lower';
  /** Whether the rows below it show its children. */
  readonly isOpen: boolean;
  /** The depth the pointer points at, 0 at the top: at the end of a branch it says to which of the branches above a code goes. */
  readonly depth: number;
};

/** Where a code dropped between two rows goes, with the depth it will have there. */
export function droppedPlace<Id>(
  codes: readonly Node<Id>[],
  moving: Id,
  { over, edge, isOpen, depth }: Drop<Id>,
): { readonly place: CodePlace<Id>; readonly depth: number } | null {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const depthOf = (id: Id | null): number => (id === null ? -1 : 1 + depthOf(byId.get(id)?.parent ?? null));
  const found = byId.get(over);
  if (!found) return null;
  let row = found;
  if (edge === 'upper') return { place: { parent: row.parent, before: row.id }, depth: depthOf(row.id) };
  const firstChild = siblingsOf(codes, row.id).find(({ id }) => id !== moving);
  if (isOpen && firstChild) return { place: { parent: row.id, before: firstChild.id }, depth: depthOf(row.id) + 1 };
  let place = placeAfter(codes, row, moving);
  while (place.before === null && row.parent !== null && depthOf(row.id) > depth) {
    row = byId.get(row.parent)!;
    place = placeAfter(codes, row, moving);
  }
  return { place, depth: depthOf(row.id) };
}
