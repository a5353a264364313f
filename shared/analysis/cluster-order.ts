/**
 * An order in which what is alike stands together: agglomerative clustering by average linkage (UPGMA; Sokal & Michener
 * 1958, University of Kansas Science Bulletin 38:1409–1438) of a symmetric matrix of similarities, the larger the more
 * alike. Of every two clusters joined the one is turned so that their more similar ends meet; ties go to the earlier
 * places, so that the same matrix always gives the same order. O(n³).
 */
export function clusterOrder(similarity: readonly (readonly number[])[]): number[] {
  let clusters = similarity.map((_, place) => [place]);
  const average = (one: readonly number[], other: readonly number[]): number => {
    let sum = 0;
    for (const i of one) for (const j of other) sum += similarity[i]![j]!;
    return sum / (one.length * other.length);
  };
  // Averages of cluster pairs are kept up to date by size: that of a union is the weighted mean of its parts.
  const averages = clusters.map((one) => clusters.map((other) => average(one, other)));
  while (clusters.length > 1) {
    let [first, second, most] = [0, 1, -Infinity];
    for (let i = 0; i < clusters.length; i += 1)
      for (let j = i + 1; j < clusters.length; j += 1)
        if (averages[i]![j]! > most) [first, second, most] = [i, j, averages[i]![j]!];
    const [one, other] = [clusters[first]!, clusters[second]!];
    const joined = joinedEnds(one, other, similarity);
    const [n1, n2] = [one.length, other.length];
    const row = averages[first]!.map((value, k) => (n1 * value + n2 * averages[second]![k]!) / (n1 + n2));
    averages[first] = row;
    for (const [k, each] of averages.entries()) each[first] = row[k]!;
    for (const each of averages) each.splice(second, 1);
    averages.splice(second, 1);
    clusters[first] = joined;
    clusters = clusters.toSpliced(second, 1);
  }
  return clusters[0] ?? [];
}

/** Two runs as one, turned so that the most similar of their four pairs of ends meets. */
function joinedEnds(
  one: readonly number[],
  other: readonly number[],
  similarity: readonly (readonly number[])[],
): number[] {
  const ways = [
    [one, other],
    [one, other.toReversed()],
    [one.toReversed(), other],
    [one.toReversed(), other.toReversed()],
  ] as const;
  const closeness = ([a, b]: (typeof ways)[number]): number => similarity[a.at(-1)!]![b[0]!]!;
  let best: (typeof ways)[number] = ways[0];
  for (const way of ways) if (closeness(way) > closeness(best)) best = way;
  return [...best[0], ...best[1]];
}
