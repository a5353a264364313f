const longest = 100;

/**
 * The name a selection is written with: its text on one line, at most 100 code points and then `…`. Readers, this one
 * included, check positions by it.
 */
export function selectedName(text: string): string {
  // Enough to tell: blanks may shrink what is taken, but whole passages are never walked for a name.
  const line = text
    .slice(0, longest * 20)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  // One more than is wanted, each of two code units at most.
  const characters = Array.from(line.slice(0, 2 * (longest + 1)));
  return characters.length <= longest && text.length <= longest * 20
    ? line
    : `${characters.slice(0, longest).join('').trimEnd()}…`;
}
