import { commentRow, type CsvCell, resultRow } from '../../../shared/export/csv.ts';

/** A table as CSV, led by comment lines `# name: value` that say what the numbers are. */
export function csvText(
  facts: readonly (readonly [name: string, value: string])[],
  head: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string {
  return [...facts.map(([name, value]) => commentRow(`${name}: ${value}`)), ...[head, ...rows].map(resultRow)].join('');
}
