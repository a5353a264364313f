import type { LanguageTag } from '../domain/transcript.ts';
import type { Span } from '../domain/span.ts';
import { trimmedSpan } from './trimmed-span.ts';

type Granularity = 'sentence' | 'word';

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Sentences of a stretch of text by the rules of its language (UAX 29 with ICU's tailoring), as spans of the whole text in
 * UTF-16 units; blanks around each sentence lie outside it, and a stretch of blanks gives none.
 */
export function sentenceSpans(text: string, span: Span, language: LanguageTag): Span[] {
  const sentences: Span[] = [];
  for (const { index, segment } of segmenterFor(language, 'sentence').segment(text.slice(span.start, span.end))) {
    const start = span.start + index;
    const sentence = trimmedSpan(text, { start, end: start + segment.length });
    if (sentence !== null) sentences.push(sentence);
  }
  return sentences;
}

/**
 * Words of a stretch of text (dictionary-based for Chinese, Japanese and Thai), as spans of the whole text in UTF-16 units;
 * punctuation and blanks are not words.
 */
export function wordSpans(text: string, span: Span, language: LanguageTag): Span[] {
  const words: Span[] = [];
  for (const { index, segment, isWordLike } of segmenterFor(language, 'word').segment(
    text.slice(span.start, span.end),
  )) {
    if (isWordLike !== true) continue;
    words.push({ start: span.start + index, end: span.start + index + segment.length });
  }
  return words;
}

/** A segmenter is costly to build; an ill-formed language tag falls back to the root rules. */
function segmenterFor(language: LanguageTag, granularity: Granularity): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key);
  if (known !== undefined) return known;
  const built = new Intl.Segmenter(wellFormed(language) ? language : 'und', { granularity });
  segmenters.set(key, built);
  return built;
}

function wellFormed(language: LanguageTag): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}
