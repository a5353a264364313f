/**
 * Each value less the mean of all. The mean is taken from what the values have beyond the first one, so that equal
 * values deviate by exactly 0, which the mean of three times 0.1 would not give, and large ones keep their digits.
 */
export function deviations(values: readonly number[]): number[] {
  const first = values[0] ?? 0;
  const beyond = values.map((value) => value - first);
  const mean = beyond.reduce((sum, value) => sum + value, 0) / values.length;
  return beyond.map((value) => value - mean);
}
