/** How often a code was given in each column, and in all of them together. */
export type CodeFrequency = { readonly code: string; readonly counts: readonly number[]; readonly total: number };

/**
 * Codings of each code in each column (a transcript, a case): `countsFor` answers the codes a coding of one counts for, itself
 * and perhaps those above it. A passage (`selection`) counts for a code once, whatever brings it there: two codes of one branch
 * in a column, or two columns (cases in whose turns it lies) in all. Codes given nowhere are left out.
 */
export function codeFrequency(
  columns: readonly (readonly { readonly code: string; readonly selection: string }[])[],
  countsFor: (code: string) => Iterable<string>,
): CodeFrequency[] {
  const rows = new Map<string, Set<string>[]>();
  for (const [column, codings] of columns.entries())
    for (const { code, selection } of codings)
      for (const counted of countsFor(code)) {
        const row = rows.get(counted) ?? columns.map(() => new Set<string>());
        row[column]!.add(selection);
        rows.set(counted, row);
      }
  return [...rows].map(([code, row]) => ({
    code,
    counts: row.map(({ size }) => size),
    total: new Set(row.flatMap((passages) => [...passages])).size,
  }));
}
