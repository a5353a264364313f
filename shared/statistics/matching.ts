/**
 * How many pairs a one-to-one matching can have at most: `candidates[left]` lists the right-hand places that `left` may
 * be paired with, out of `rights`. Augmenting paths (Berge 1957; Kuhn 1955) found breadth first. Greedy pairing would
 * depend on the order and find too few. O(pairs · lefts) at worst.
 */
export function largestMatching(candidates: readonly (readonly number[])[], rights: number): number {
  const partnerOf = new Int32Array(rights).fill(-1);
  let size = 0;
  for (const start of candidates.keys()) {
    const reachedFrom = new Map<number, number>();
    const partner = new Map<number, number>();
    const queue = [start];
    let free: number | null = null;
    for (let place = 0; place < queue.length && free === null; place += 1) {
      const left = queue[place]!;
      for (const right of candidates[left]!) {
        if (!reachedFrom.has(right)) {
          reachedFrom.set(right, left);
          const taken = partnerOf[right]!;
          if (taken === -1) {
            free = right;
            break;
          }
          partner.set(taken, right);
          queue.push(taken);
        }
      }
    }
    if (free !== null) {
      size += 1;
      for (let right: number | undefined = free; right !== undefined; ) {
        const left: number = reachedFrom.get(right)!;
        partnerOf[right] = left;
        right = partner.get(left);
      }
    }
  }
  return size;
}
