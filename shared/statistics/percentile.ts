/**
 * The value below which the given share (0..1) of the values lies, interpolating linearly between neighbours: type 7
 * of Hyndman & Fan 1996, The American Statistician 50:361–365, the default of R and NumPy. `sorted` ascending; NaN if
 * it is empty.
 */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) {
    return Number.NaN;
  }
  const place = share * (sorted.length - 1);
  const before = Math.floor(place);
  const low = sorted[before]!;
  const high = sorted[Math.min(before + 1, sorted.length - 1)]!;
  return low + (place - before) * (high - low);
}
