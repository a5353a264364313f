import { utf8Beginning } from '../text/utf8-beginning.ts';

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
      const name = `${utf8Beginning(named, 64 - suffix.length)}${suffix}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}
