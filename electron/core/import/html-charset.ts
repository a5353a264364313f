const firstThing =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|p|div|table|h[1-6]|section|article|main|center)(?=[\s>/])/iu;
const anyTag =
  /<(?:p|pre|div|br|hr|span|a|font|table|tr|td|h[1-6]|ul|ol|li|dl|dt|blockquote|details|figure|header|footer|b|strong|em|i|u)(?:\s[^<>]*)?\/?>/iu;
const declared = /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z][\w.:-]{0,40})/iu;

/** Whether a text is HTML: by the first thing in it, or, for a file named so, by any tag. */
export function isHtml(text: string, namedSo: boolean): boolean {
  return firstThing.test(text.slice(0, 8000)) || (namedSo && anyTag.test(text.slice(0, 64_000)));
}

/** The encoding a `meta` element at the beginning names, by any of its names; null without one. What names UTF-16 there cannot be so and is UTF-8. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const name = declared.exec(head)?.[1] ?? null;
  return name !== null && /^utf-?16/i.test(name) ? 'utf-8' : name;
}
