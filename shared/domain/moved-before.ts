/** A list in which one thing has been put before another, or at the end (null); null where either is not in it. */
export function movedBefore<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: Item['id'],
  before: Item['id'] | null,
): Item[] | null {
  const moved = items.find((item) => item.id === id);
  const others = items.filter((item) => item !== moved);
  const place = before === null ? others.length : others.findIndex((item) => item.id === before);
  return moved && place >= 0 ? others.toSpliced(place, 0, moved) : null;
}
