import { diffLevenshtein, diffMain } from 'diff-match-patch-es';
import type { Span } from '../domain/span.ts';
import { splitsPair } from './offsets.ts';

/** A text as words are compared: blanks of any kind and number are one blank. */
function withPlainBlanks(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Beyond so many pairs of units the distance is taken from a shortest difference, which never makes it smaller. */
const mostPairs = 9_000_000;

/** Units to insert, delete or replace to make one text of another: Levenshtein (1966), by Wagner and Fischer (1974). */
function distanceOf(a: string, b: string): number {
  if (a.length * b.length > mostPairs)
    return Math.min(Math.max(a.length, b.length), diffLevenshtein(diffMain(a, b, { diffTimeout: 0 }, false)));
  let row = Int32Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = new Int32Array(b.length + 1);
    next[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      next[j] = Math.min(replaced, row[j]! + 1, next[j - 1]! + 1);
    }
    row = next;
  }
  return row[b.length]!;
}

/**
 * How much two texts are alike: 1 − d / n, where d is the number of units to insert, delete or replace (Levenshtein 1966)
 * and n the length of the longer; 1 for equal texts, 0 for nothing in common. Blanks count as equal.
 */
export function similarity(a: string, b: string): number {
  const [one, two] = [withPlainBlanks(a), withPlainBlanks(b)];
  return one === two ? 1 : 1 - distanceOf(one, two) / Math.max(one.length, two.length);
}

/**
 * The stretch of a text that is nearest to a pattern, by the number of units to insert, delete or replace: Sellers (1980),
 * O(length of pattern × length of text); the first of equally near ones. Ends never fall inside surrogate pairs. Null for an empty text.
 */
export function nearestStretch(text: string, pattern: string): Span | null {
  if (text === '' || pattern === '') return null;
  const height = pattern.length + 1;
  // One column of the table: distance of pattern[0, row) to the best stretch that ends here, and where that begins.
  let distances = Int32Array.from({ length: height }, (_, row) => row);
  let starts = new Int32Array(height);
  let best = { distance: pattern.length, start: 0, end: 0 };
  for (let at = 1; at <= text.length; at++) {
    const unit = text.charCodeAt(at - 1);
    const nextDistances = new Int32Array(height);
    const nextStarts = new Int32Array(height);
    nextStarts[0] = at;
    for (let row = 1; row < height; row++) {
      const replaced = distances[row - 1]! + (pattern.charCodeAt(row - 1) === unit ? 0 : 1);
      const skipped = distances[row]! + 1;
      const missing = nextDistances[row - 1]! + 1;
      if (replaced <= skipped && replaced <= missing) {
        nextDistances[row] = replaced;
        nextStarts[row] = starts[row - 1]!;
      } else if (skipped <= missing) {
        nextDistances[row] = skipped;
        nextStarts[row] = starts[row]!;
      } else {
        nextDistances[row] = missing;
        nextStarts[row] = nextStarts[row - 1]!;
      }
    }
    distances = nextDistances;
    starts = nextStarts;
    const distance = distances[pattern.length]!;
    if (distance < best.distance) best = { distance, start: starts[pattern.length]!, end: at };
  }
  if (best.start >= best.end) return null;
  return {
    start: splitsPair(text, best.start) ? best.start - 1 : best.start,
    end: splitsPair(text, best.end) ? best.end + 1 : best.end,
  };
}
