import { createContext, Script } from 'node:vm';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import type { FoldedMatcher } from '../../../../shared/search/found-spans.ts';
import type { CompiledQuery } from '../../../../shared/search/search-query.ts';

/** A pattern that needs longer than this at once, or for all documents, is given up; in milliseconds. */
const longestAtOnce = 1000;
const longestSearch = 10_000;

/** Answers places of texts and spans in them, three numbers a match. */
const script = new Script(`{
  const found = [];
  texts.forEach((text, place) => {
    // Most texts have no match, and this is the quickest way to know.
    pattern.lastIndex = 0;
    if (!pattern.test(text)) return;
    pattern.lastIndex = 0;
    for (const { 0: match, index } of text.matchAll(pattern)) if (match !== '') found.push(place, index, index + match.length);
  });
  found
}`);

/**
 * A matcher for a regular expression the user wrote. It runs under a time limit, because an expression can take for ever over
 * a short text; setting the limit costs as much as looking through a transcript or two. Throws `search_pattern` (`slow`).
 */
export function guardedPattern({ source, flags }: CompiledQuery, written: string): FoldedMatcher {
  const pattern = new RegExp(source, flags);
  const context = createContext({ pattern, texts: [] as readonly string[] });
  let left = longestSearch;
  return (texts) => {
    const began = performance.now();
    try {
      context['texts'] = texts;
      const found = script.runInContext(context, {
        timeout: Math.max(1, Math.ceil(Math.min(left, longestAtOnce))),
      }) as readonly number[];
      const spans = texts.map((): Span[] => []);
      for (let at = 0; at < found.length; at += 3)
        spans[found[at]!]!.push({ start: found[at + 1]!, end: found[at + 2]! });
      return spans;
    } catch (cause) {
      throw new VerbatimError('search_pattern', { pattern: written, reason: 'slow', detail: '' }, { cause });
    } finally {
      left -= performance.now() - began;
    }
  };
}
