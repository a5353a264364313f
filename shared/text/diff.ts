import { diffCleanupSemantic, diffMain, type Diff } from 'diff-match-patch-es';
import { normalChanges, type TextChange, type TextChanges } from './change.ts';
import { splitsPair } from './offsets.ts';

/** Of texts with more pieces than this that differ, no finer difference is looked for: it would take minutes. */
const mostPieces = 16_000;
/** Letters of two differing stretches are compared one by one up to this length of both together. */
const mostLetters = 2_000;

/** A line, a word or a single sign of a script without blanks. */
const lines = /[^\n]*\n|[^\n]+/g;
const words = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

// A difference is computed to its end, never cut short by the clock: the same texts give the same changes.
const options = { diffTimeout: 0 };

/** The difference of two texts cut into pieces; null where there are too many of them. */
function diffOfPieces(before: string, after: string, pattern: RegExp): Diff[] | null {
  const [a, b] = [before.match(pattern) ?? [], after.match(pattern) ?? []];
  if (a.length + b.length > mostPieces) return null;
  // Each piece that differs from all others becomes one sign, as the library does for lines.
  const signs = new Map<string, string>();
  const pieces: string[] = [];
  const signsOf = (text: readonly string[]): string =>
    text
      .map((piece) => {
        const known = signs.get(piece);
        if (known !== undefined) return known;
        const sign = String.fromCharCode(pieces.length);
        signs.set(piece, sign);
        pieces.push(piece);
        return sign;
      })
      .join('');
  return diffMain(signsOf(a), signsOf(b), options, false).map(([kind, text]) => [
    kind,
    Array.from({ length: text.length }, (_, at) => pieces[text.charCodeAt(at)]!).join(''),
  ]);
}

/** Stretches that differ, each with what stood there and what stands there now. */
function* differing(diffs: readonly Diff[]): Generator<TextChange> {
  let at = 0;
  let open: { from: number; removed: number; insert: string } | null = null;
  for (const [kind, text] of diffs) {
    if (kind === 0) {
      if (open) yield { from: open.from, to: open.from + open.removed, insert: open.insert };
      open = null;
      at += text.length;
      continue;
    }
    open ??= { from: at, removed: 0, insert: '' };
    if (kind === 1) open.insert += text;
    else {
      open.removed += text.length;
      at += text.length;
    }
  }
  if (open) yield { from: open.from, to: open.from + open.removed, insert: open.insert };
}

/** A stretch that differs, word by word, and letter by letter where it is short. */
function refined(removed: string, insert: string): readonly TextChange[] {
  const whole = [{ from: 0, to: removed.length, insert }];
  if (removed === '' || insert === '') return whole;
  const diffs =
    removed.length + insert.length <= mostLetters
      ? diffMain(removed, insert, options, false)
      : diffOfPieces(removed, insert, words);
  if (!diffs) return whole;
  diffCleanupSemantic(diffs);
  return [...differing(diffs)];
}

/** Widens a change whose ends fall inside surrogate pairs. */
function betweenPairs(text: string, { from, to, insert }: TextChange): TextChange {
  const before = splitsPair(text, from) ? text[from - 1]! : '';
  const after = splitsPair(text, to) ? text[to]! : '';
  return { from: from - before.length, to: to + after.length, insert: before + insert + after };
}

/**
 * The changes that make one text of another, line by line and within differing lines by words and letters, small
 * coincidences between differing stretches left out (diff-match-patch; Myers 1986, semantic cleanup). Both texts must be
 * well formed. The same texts always give the same changes.
 */
export function textDiff(before: string, after: string): TextChanges {
  const byLine = diffOfPieces(before, after, lines) ?? [
    [-1, before],
    [1, after],
  ];
  const changes = [...differing(byLine)].flatMap(({ from, to, insert }) =>
    refined(before.slice(from, to), insert).map((change) => ({
      from: from + change.from,
      to: from + change.to,
      insert: change.insert,
    })),
  );
  return normalChanges(
    before,
    changes.map((change) => betweenPairs(before, change)),
  );
}
