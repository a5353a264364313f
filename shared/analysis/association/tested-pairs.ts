/** A test of the order of two codes: it says that the first comes before the second. */
type OrderOfTwo<Code> = { readonly first: Code; readonly second: Code };

type CountedPair<Code> = OrderOfTwo<Code> & { readonly count: number; readonly marked: number | null };

/**
 * The pairs counted by a relation of order, and after them those without any that were tested none the less: turns of
 * respondents follow each other where no coding is within as many turns of everybody. What q is adjusted for is shown.
 */
export function withTestedPairs<Code extends string>(
  pairs: readonly CountedPair<Code>[],
  tests: readonly (OrderOfTwo<Code> & { readonly p?: number })[],
  relation: string,
): CountedPair<Code>[] {
  const listed = new Set(pairs.map(({ first, second }) => `${first} ${second}`));
  const marked = pairs.some((pair) => pair.marked !== null) ? 0 : null;
  const tested = tests
    .filter((test) => test.p !== undefined)
    .map(({ first, second }) => (relation === 'precedes' ? { first, second } : { first: second, second: first }))
    .filter(({ first, second }) => !listed.has(`${first} ${second}`));
  return [...pairs, ...tested.map((pair) => ({ ...pair, count: 0, marked }))];
}
