/** Converts positions of one text between UTF-16 code units and Unicode code points. */
export type CodePointOffsets = {
  /** Length of the text in code points. */
  readonly length: number;
  /** Code point position of a UTF-16 position; throws RangeError outside the text or inside a surrogate pair. */
  readonly toCodePoint: (start: number) => number;
  /** UTF-16 position of a code point position; throws RangeError outside the text. */
  readonly toUtf16: (cpStart: number) => number;
};

/**
 * Builds the conversion for one text: O(n) once, then O(log k) a look-up for k characters beyond the basic plane
 * (nothing is kept for a text without any). Both directions accept the end of the text. A lone surrogate counts as
 * one code point, as it does when a string is iterated.
 */
export function codePointOffsets(text: string): CodePointOffsets {
  const astral = astralPositions(text);
  const length = text.length - astral.length;
  return {
    length,
    toCodePoint(start) {
      if (!Number.isInteger(start) || start < 0 || start > text.length) {
        throw new RangeError(`position ${start} lies outside the text of ${text.length} UTF-16 units`);
      }
      const before = firstAtLeast(astral, start, 0);
      if (before > 0 && astral[before - 1] === start - 1) {
        throw new RangeError(`position ${start} lies inside the surrogate pair at ${start - 1}`);
      }
      return start - before;
    },
    toUtf16(cpStart) {
      if (!Number.isInteger(cpStart) || cpStart < 0 || cpStart > length) {
        throw new RangeError(`position ${cpStart} lies outside the text of ${length} code points`);
      }
      return cpStart + firstAtLeast(astral, cpStart, 1);
    },
  };
}

const anyHighSurrogate = /[\ud800-\udbff]/;
const none = new Int32Array(0);

/** UTF-16 positions of the high surrogates that begin a pair, ascending. */
function astralPositions(text: string): Int32Array {
  // Nearly every text has none, and the expression sees that far sooner than a loop.
  if (!anyHighSurrogate.test(text)) return none;
  let count = 0;
  for (let at = 0; at < text.length - 1; at++) if (beginsPair(text, at)) count++;
  const positions = new Int32Array(count);
  if (count === 0) return positions;
  let next = 0;
  for (let at = 0; at < text.length - 1; at++) if (beginsPair(text, at)) positions[next++] = at;
  return positions;
}

/** Whether a surrogate pair begins at this UTF-16 position. */
function beginsPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

/** Whether this UTF-16 position lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, at: number): boolean {
  return at > 0 && beginsPair(text, at - 1);
}

/** How many astral positions lie before `limit`, where the i-th is taken as `position - i * shift`. */
function firstAtLeast(positions: Int32Array, limit: number, shift: 0 | 1): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (positions[middle]! - middle * shift < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
