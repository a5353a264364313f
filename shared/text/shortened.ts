/** A text in at most so many UTF-16 units, with … for what is cut off; half a character is none of it. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
