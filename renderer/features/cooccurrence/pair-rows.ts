import type { CooccurrenceBlock, CooccurrencePair } from '../../../shared/contract/methods/cooccurrence.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import type { NamedCode } from '../results/code-names.ts';

/** One pair of codes as the table shows it; `first` stands before `second` in the codebook. */
export type PairRow = {
  readonly first: NamedCode;
  readonly second: NamedCode;
  /** What the heat map counts: turns with both, or overlapping pairs of codings. */
  readonly together: number;
  /** Turns or codings with each. */
  readonly firstCount: number;
  readonly secondCount: number;
  /** Codings with each. */
  readonly firstCodings: number;
  readonly secondCodings: number;
  /** The figures behind it all, its codes in the order of the core: `turned` where that is not the one shown. */
  readonly pair: CooccurrencePair;
  readonly turned: boolean;
  readonly jaccard: CooccurrencePair['jaccard'];
  readonly overlapPairs: number;
  readonly sharedCharacters: number;
};

/** A code of the result with its units (codings for overlap) and its codings. */
export type ShownCode = { readonly code: NamedCode; readonly count: number; readonly codings: number };

const leastSteps = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 75, 100, 150, 200, 500, 1000] as const;

/** Most names a heat map can hold at its first sight without scrolling. */
const comfortable = 22;

/** The steps of "used at least k times" that leave at least two codes. */
export function leastChoices(block: CooccurrenceBlock): number[] {
  return leastSteps.filter((least) => least === 1 || codesUsedAtLeast(block, least) >= 2);
}

/** How many codes reach a count. */
export function codesUsedAtLeast(block: CooccurrenceBlock, least: number): number {
  return block.codes.filter(({ count }) => count >= least).length;
}

/** The smallest step at which the heat map holds all codes that remain. */
export function comfortableLeast(block: CooccurrenceBlock): number {
  const choices = leastChoices(block);
  return choices.find((least) => codesUsedAtLeast(block, least) <= comfortable) ?? choices.at(-1) ?? 1;
}

/** The codes that reach a count, in codebook order, each with its count. */
export function shownCodes(
  block: CooccurrenceBlock,
  names: ReadonlyMap<CodeId, NamedCode>,
  least: number,
): ShownCode[] {
  return block.codes
    .filter(({ count }) => count >= least)
    .flatMap(({ code, count, codings }) => {
      const named = names.get(code);
      return named ? [{ code: named, count, codings }] : [];
    })
    .sort((a, b) => a.code.order - b.code.order);
}

/** Every pair of the shown codes, together or not. */
export function pairRows(block: CooccurrenceBlock, shown: readonly ShownCode[]): PairRow[] {
  const counted = new Map(shown.map((entry) => [entry.code.id, entry]));
  return block.pairs.flatMap((pair) => {
    const [a, b] = [counted.get(pair.a), counted.get(pair.b)];
    if (!a || !b) return [];
    const [first, second] = a.code.order < b.code.order ? [a, b] : [b, a];
    return [
      {
        first: first.code,
        second: second.code,
        together: pair.n11 ?? pair.overlapPairs,
        firstCount: first.count,
        secondCount: second.count,
        firstCodings: first.codings,
        secondCodings: second.codings,
        pair,
        turned: first !== a,
        jaccard: pair.jaccard,
        overlapPairs: pair.overlapPairs,
        sharedCharacters: pair.sharedCharacters,
      },
    ];
  });
}
