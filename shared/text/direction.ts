const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);

/** Which way a page of a language reads: its gutter and margin stand accordingly. Its words find their own way, line by line. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const tag = language.toLowerCase();
  const script = /-(arab|hebr|thaa|syrc|nkoo|adlm|rohg)\b/.test(tag);
  return script || (rightToLeft.has(tag.split('-', 1)[0]!) && !/-(latn|cyrl)\b/.test(tag)) ? 'rtl' : 'ltr';
}
