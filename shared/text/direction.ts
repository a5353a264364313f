import { primaryLanguage } from '../domain/transcript.ts';

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);

/** Which way a page of a language reads: its gutter and margin stand accordingly. Its words find their own way, line by line. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const script = /-(arab|hebr|thaa|syrc|nkoo|adlm|rohg)\b/i.test(language);
  return script || (rightToLeft.has(primaryLanguage(language)) && !/-(latn|cyrl)\b/i.test(language)) ? 'rtl' : 'ltr';
}
