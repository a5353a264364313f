export type CsvCell = string | number | null;

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A table as CSV after RFC 4180 (commas, quotes doubled, lines ended by CRLF), led by comment lines `# name: value`
 * that say what the numbers are. Numbers are raw: every digit, a hyphen for minus, no grouping; null is an empty cell.
 */
export function csvText(
  facts: readonly (readonly [name: string, value: string])[],
  head: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string {
  const comments = facts.map(([name, value]) => `# ${name}: ${value.replaceAll(/[\r\n]+/g, ' ')}`);
  return [...comments, ...[head, ...rows].map((row) => row.map(cellText).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
}
