/** ln 0!, ln 1! … ln n!, by adding logarithms up: exact to a few units in the last place for the tables people count. */
export function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 2; k <= n; k += 1) {
    logs[k] = logs[k - 1]! + Math.log(k);
  }
  return logs;
}
