/**
 * The text as it is stored: one byte order mark at the very beginning is dropped, CRLF and lone CR become LF. Nothing else
 * changes: U+0085, U+2028 and U+2029 stay, as do further U+FEFF.
 */
export function withPlainLineEnds(text: string): string {
  return withLineFeeds(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
}

/** The same for a text whose byte order mark has been taken off: one that is left is a character of it. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
