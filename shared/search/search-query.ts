import { foldText } from '../text/fold.ts';
import { hasIndexedWord, joinedCharacter, mayBeContinued, mayContinueWord, spacedForIndex } from './search-words.ts';

export const searchModes = ['text', 'words', 'pattern'] as const;
/**
 * How a query is read. `text`: these characters, inside words too. `words`: whole words in this order; an asterisk at the end
 * of a word stands for any ending. `pattern`: a regular expression. Blanks in `text` and `words` stand for any blanks and line ends.
 */
export type SearchMode = (typeof searchModes)[number];

/** A query made ready to be looked for in folded text. */
export type CompiledQuery = {
  /** What to look for in a folded part; flags `gmu`, with `i` for a pattern of the user's own. */
  readonly source: string;
  readonly flags: string;
  /** What to ask the index for: every part with a hit is among its answers. Null where only the text itself can tell. */
  readonly match: string | null;
  /** Without this a folded text has no hit; null where nothing short can be said. */
  readonly needed: string | null;
  /** Whether it was written by the user as a regular expression and may take for ever. */
  readonly isOwnPattern: boolean;
};

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The folded query's pieces, between blanks. */
function piecesOf(query: string): string[] {
  return foldText(query)
    .folded.split(/\s+/u)
    .filter((piece) => piece !== '');
}

function longest(pieces: readonly string[]): string {
  return pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
}

/** A phrase for FTS5; `isOpen`: the last word may go on. */
function phrase(pieces: readonly string[], isOpen: boolean): string {
  return `"${spacedForIndex(pieces.join(' ')).replaceAll('"', ' ')}"${isOpen ? ' *' : ''}`;
}

function compileText(query: string): CompiledQuery | null {
  const pieces = piecesOf(query);
  if (pieces.length === 0) return null;
  const isIndexed = !mayContinueWord(pieces[0]!) && hasIndexedWord(pieces.join(' '));
  return {
    source: pieces.map(escaped).join('\\s+'),
    flags: 'gmu',
    match: isIndexed ? phrase(pieces, mayBeContinued(pieces.at(-1)!)) : null,
    needed: longest(pieces),
    isOwnPattern: false,
  };
}

function isOpen(piece: string): boolean {
  return piece.length > 1 && piece.endsWith('*');
}

function compileWords(query: string): CompiledQuery | null {
  const pieces = piecesOf(query);
  if (pieces.length === 0) return null;
  const stems = pieces.map((piece) => (isOpen(piece) ? piece.slice(0, -1) : piece));
  const opened = pieces.findIndex(isOpen);
  // A phrase of the index ends where a word may go on; what comes after is looked for in the text.
  const asked = opened < 0 ? stems : stems.slice(0, opened + 1);
  const words = pieces.map((piece, place) => escaped(stems[place]!) + (isOpen(piece) ? `${joinedCharacter}*` : ''));
  return {
    source: [
      mayContinueWord(pieces[0]!) ? `(?<!${joinedCharacter})` : '',
      words.join('\\s+'),
      mayBeContinued(pieces.at(-1)!) ? `(?!${joinedCharacter})` : '',
    ].join(''),
    flags: 'gmu',
    match: hasIndexedWord(asked.join(' ')) ? phrase(asked, opened >= 0) : null,
    needed: longest(stems),
    isOwnPattern: false,
  };
}

/** Characters beyond ASCII as folding leaves them; escapes and syntax stay. */
function foldedPattern(pattern: string): string {
  return pattern.replaceAll(/\P{ASCII}+/gu, (run) => foldText(run).folded);
}

/** Throws SyntaxError where the pattern is no regular expression. */
function compilePattern(pattern: string): CompiledQuery | null {
  const source = foldedPattern(pattern);
  if (source.trim() === '') return null;
  const flags = 'gimu';
  void new RegExp(source, flags);
  return { source, flags, match: null, needed: null, isOwnPattern: true };
}

/** Makes a query ready; null where nothing is left to look for. Throws SyntaxError for an ill-formed pattern. */
export function compileQuery(query: string, mode: SearchMode): CompiledQuery | null {
  if (mode === 'pattern') return compilePattern(query);
  return mode === 'words' ? compileWords(query) : compileText(query);
}
