/** Cells as a spreadsheet puts them on the clipboard: tabs between, lines below, cells with either in quotes. */
export function blockText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n');
}

function quoted(cell: string): string {
  return /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The cells of a text copied from a spreadsheet; a plain text is one cell. The line end behind the last row is none of them. */
export function blockCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const { cell, next } = cellFrom(text, at);
    rows.at(-1)!.push(cell);
    at = next;
    if (text[at] === '\t') {
      at++;
      if (at === text.length) rows.at(-1)!.push('');
      continue;
    }
    if (text.startsWith('\r\n', at)) at += 2;
    else if (at < text.length) at++;
    if (at < text.length) rows.push([]);
  }
  return rows[0]!.length === 0 ? [['']] : rows.map((row) => (row.length === 0 ? [''] : row));
}

function cellFrom(text: string, at: number): { cell: string; next: number } {
  if (text[at] === '"') {
    const whole = /"((?:[^"]|"")*)"(?=\t|\r|\n|$)/uy;
    whole.lastIndex = at;
    const match = whole.exec(text);
    if (match) return { cell: match[1]!.replaceAll('""', '"'), next: whole.lastIndex };
  }
  const end = /[\t\r\n]|$/g;
  end.lastIndex = at;
  const next = end.exec(text)!.index;
  return { cell: text.slice(at, next), next };
}
