/** What can be counted. `overlap` of co-occurrence is no unit: it counts pairs of codings. */
export const unitNames = [
  'turn',
  'sentence',
  'token',
  'character',
  'exchange',
  'segment',
  'window',
  'document',
  'case',
] as const;

/**
 * - `character`: every Unicode code point of the scope.
 * - `turn`: what one speaker says at a time.
 * - `sentence`, `token`: by the rules of the document's language (UAX 29, dictionaries for Chinese and Japanese).
 * - `exchange`: a question with the answers that follow it.
 * - `segment`: passages marked out before coding, as the passages of one chosen code.
 * - `window`: every run of k neighbouring turns; windows share turns, so they are not independent.
 * - `document`, `case`: everything in scope of one document, of all documents of one case.
 */
export type UnitName = (typeof unitNames)[number];

export const scopeNames = ['text', 'content', 'respondent'] as const;
/** Where is counted: the whole stored text, what turns say, or what respondents say. */
export type ScopeName = (typeof scopeNames)[number];

/** The scope of a unit where none is chosen: the text for characters, else what respondents say. */
export function usualScope(unit: UnitName): ScopeName {
  return unit === 'character' ? 'text' : 'respondent';
}
