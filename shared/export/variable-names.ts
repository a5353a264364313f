/**
 * Names of columns as R, SPSS and Stata take them: letters, digits and underscores of any script, a letter first, at most
 * 64 bytes, none twice (capitals do not tell names apart there).
 */
export function variableNames(words: readonly string[]): string[] {
  const taken = new Set<string>();
  return words.map((word) => {
    const plain = word
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
      .replaceAll(/^_+|_+$/g, '');
    const named = /^\p{L}/u.test(plain) ? plain : `v_${plain}`;
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? '' : `_${number}`;
      const name = `${cut(named, 64 - suffix.length)}${suffix}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** The beginning of a word that fits into so many bytes of UTF-8. */
function cut(word: string, most: number): string {
  let kept = '';
  let length = 0;
  for (const character of word) {
    const point = character.codePointAt(0)!;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_00_00 ? 3 : 4;
    if (length > most) break;
    kept += character;
  }
  return kept;
}
