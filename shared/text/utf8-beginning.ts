/** The beginning of a text that fits into so many bytes of UTF-8; no character is cut. */
export function utf8Beginning(text: string, most: number): string {
  let kept = '';
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_00_00 ? 3 : 4;
    if (length > most) break;
    kept += character;
  }
  return kept;
}
