/** Twice the rank of each value, so that shared (mid) ranks are whole numbers: 2, 4, 6 …, ties the mean of theirs. */
export function doubledRanks(values: readonly number[]): number[] {
  return values.map((value) => {
    let below = 0;
    let equal = 0;
    for (const other of values) {
      below += other < value ? 1 : 0;
      equal += other === value ? 1 : 0;
    }
    return 2 * below + equal + 1;
  });
}
