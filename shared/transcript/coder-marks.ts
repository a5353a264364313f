/**
 * A mark for each coder above the lanes: the first character of the name; where others share it, the last one with it
 * ("coder1", "coder2": c1, c2), and where that is no help either, the coder's number in the list.
 */
export function coderMarks(names: readonly string[]): string[] {
  const characters = names.map((name) => Array.from(name.trim()));
  const firsts = characters.map((each) => each[0] ?? '?');
  const pairs = characters.map((each, place) =>
    each.length > 1 ? `${firsts[place]!}${each.at(-1)!}` : firsts[place]!,
  );
  return names.map((_, place) => {
    if (isOnly(firsts, place)) return firsts[place]!;
    return isOnly(pairs, place) ? pairs[place]! : String(place + 1);
  });
}

function isOnly(marks: readonly string[], place: number): boolean {
  return marks.every((mark, other) => other === place || mark !== marks[place]);
}
