/**
 * The cheapest assignment of every row to a column of its own: `columns[row]`. `costs` has at least as many columns as
 * rows. Hungarian method by shortest augmenting paths (Kuhn 1955, Naval Research Logistics Quarterly 2:83–97; Jonker &
 * Volgenant 1987, Computing 38:325–340). O(rows² · columns), exact.
 */
export function cheapestAssignment(costs: readonly (readonly number[])[]): number[] {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  // Place 0 stands for "none"; rows and columns count from 1.
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    const slack = new Float64Array(columns + 1).fill(Infinity);
    const previous = new Int32Array(columns + 1);
    const reached = new Uint8Array(columns + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      reached[column] = 1;
      const current = rowOf[column]!;
      let least = Infinity;
      let nearest = 0;
      for (let other = 1; other <= columns; other += 1) {
        if (reached[other] === 0) {
          const reduced = costs[current - 1]![other - 1]! - rowPrice[current]! - columnPrice[other]!;
          if (reduced < slack[other]!) {
            slack[other] = reduced;
            previous[other] = column;
          }
          if (slack[other]! < least) {
            least = slack[other]!;
            nearest = other;
          }
        }
      }
      for (let other = 0; other <= columns; other += 1) {
        if (reached[other] === 1) {
          rowPrice[rowOf[other]!]! += least;
          columnPrice[other]! -= least;
        } else {
          slack[other]! -= least;
        }
      }
      column = nearest;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[previous[column]!]!;
      column = previous[column]!;
    }
  }
  const assigned = Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column += 1) {
    if (rowOf[column]! > 0) {
      assigned[rowOf[column]! - 1] = column - 1;
    }
  }
  return assigned;
}
