/** How often a code was given in each column. */
export type CodeFrequency = { readonly code: string; readonly counts: readonly number[]; readonly total: number };

/**
 * Codings of each code in each column (a transcript, a case): `countsFor` answers the codes a coding of one counts for, itself
 * and perhaps those above it. Codes given nowhere are left out.
 */
export function codeFrequency(
  columns: readonly (readonly { readonly code: string }[])[],
  countsFor: (code: string) => Iterable<string>,
): CodeFrequency[] {
  const rows = new Map<string, number[]>();
  columns.forEach((codings, column) => {
    for (const { code } of codings)
      for (const counted of countsFor(code)) {
        const row = rows.get(counted) ?? columns.map(() => 0);
        row[column]! += 1;
        rows.set(counted, row);
      }
  });
  return [...rows].map(([code, counts]) => ({ code, counts, total: counts.reduce((sum, count) => sum + count, 0) }));
}
