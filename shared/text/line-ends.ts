/**
 * The text as it is stored: one byte order mark at the very beginning is dropped, CRLF and lone CR become LF. Nothing else
 * changes: U+0085, U+2028 and U+2029 stay, as do further U+FEFF.
 */
export function withPlainLineEnds(text: string): string {
  const unmarked = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
}
