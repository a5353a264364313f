const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u{a0}' };

function decodedEntities(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    if (name === undefined) return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    return entities[String(name).toLowerCase()] ?? whole;
  });
}

/** Ends of what stands on a line of its own: between them words run on, whatever marks a part of one. */
const lineEnds =
  /<\/(?:[\w-]+:)?(?:p|h[1-6]|li|td|th|tr|c|si|is|dt|dd|div|title|desc|text|caption|[A-Z]\w+)>|<(?:[\w-]+:)?br\b[^>]*>/g;

/** The words of XML or HTML and, each on a line of its own, the values of its attributes. */
export function markupText(markup: string): string {
  const words = markup
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replaceAll(lineEnds, '\n')
    .replaceAll(/<[^>]*>/g, '');
  const values = [...markup.matchAll(/\s[\w:.-]+="([^"<]*)"/g)].map(([, value]) => value!);
  return decodedEntities([words, ...values].join('\n'));
}

/** Fields in which programs say who made a file: of Office packages, web pages, other programs' projects. */
const authorFields = [
  /<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator|Company|Manager)\b[^>]*>([^<]+)</g,
  /\b(?:w:author|creatingUserName)="([^"]+)"/g,
  /<meta\s+name="author"\s+content="([^"]+)"/gi,
  /<User\b[^>]*\bname="([^"]+)"/g,
];

export function markupAuthors(markup: string): string[] {
  const found = authorFields.flatMap((field) => [...markup.matchAll(field)].map(([, value]) => value!.trim()));
  return [...new Set(found.filter((value) => value !== '').map(decodedEntities))];
}

/** Who made a PDF, where its description is not packed. */
export function pdfAuthors(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const found = [...raw.matchAll(/\/(?:Author|Creator)\s*\(((?:\\.|[^\\)])*)\)/g)].map(([, value]) => value!.trim());
  return [...new Set(found.filter((value) => value !== ''))];
}
