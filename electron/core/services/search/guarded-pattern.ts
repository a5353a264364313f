import { createContext, Script } from 'node:vm';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { FoldedMatcher } from '../../../../shared/search/found-spans.ts';
import type { CompiledQuery } from '../../../../shared/search/search-query.ts';

/** A pattern that needs longer than this for one document, or for all of them, is given up; in milliseconds. */
const longestDocument = 1000;
const longestSearch = 10_000;

const script = new Script(`texts.map((text) => {
  const found = [];
  for (const { 0: match, index } of text.matchAll(pattern)) if (match !== '') found.push(index, index + match.length);
  return found;
})`);

/**
 * A matcher for a regular expression the user wrote. It runs under a time limit, because an expression can take for ever over
 * a short text. Throws `search_pattern` (`slow`).
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
        timeout: Math.max(1, Math.ceil(Math.min(left, longestDocument))),
      }) as readonly (readonly number[])[];
      return found.map((ends) =>
        Array.from({ length: ends.length / 2 }, (_, place) => ({ start: ends[2 * place]!, end: ends[2 * place + 1]! })),
      );
    } catch (cause) {
      throw new VerbatimError('search_pattern', { pattern: written, reason: 'slow', detail: '' }, { cause });
    } finally {
      left -= performance.now() - began;
    }
  };
}
