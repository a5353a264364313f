/** Katakana as hiragana: the two differ by 0x60 from ァ to ヶ. */
function hiragana(text: string): string {
  return text.replaceAll(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/**
 * A short text (a name, an alias, what is typed to find one) as it is compared: full and half width, upper and lower case,
 * composed and decomposed letters, katakana and hiragana meet.
 */
export function searchForm(text: string): string {
  return hiragana(text.normalize('NFKC').toLowerCase().trim());
}
