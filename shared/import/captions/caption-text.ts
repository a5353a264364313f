const tag =
  /<(\/?)(v|c|i|b|u|s|em|strong|font|span|lang|ruby|rt)((?:[.\s][^<>\n]*)?)\/?>|<\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?>|\{\\[a-z0-9&(),.\\]{1,60}\}/giu;
const entity = /&(?:(amp|lt|gt|nbsp|lrm|rlm|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/giu;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
  quot: '"',
  apos: "'",
};

/** A stretch of one cue said by one voice. */
export type VoiceSpan = { readonly voice: string | null; readonly text: string };

/**
 * The words of a cue by voice. Known tags (voice, class, italics, font, language, inner times, `{\an8}`) are taken off, the reading above a ruby base with them, and
 * character references resolved; a `<` that begins none of these stays.
 */
export function voiceSpans(cue: string): VoiceSpan[] {
  const spans: { voice: string | null; text: string }[] = [{ voice: null, text: '' }];
  let from = 0;
  let reading = false;
  const take = (to: number): void => {
    if (!reading) spans.at(-1)!.text += withoutReferences(cue.slice(from, to));
  };
  for (const match of cue.matchAll(tag)) {
    take(match.index);
    from = match.index + match[0].length;
    const [, slash, name, rest] = match;
    const kind = name?.toLowerCase();
    if (kind === 'rt') reading = slash === '';
    else if (kind === 'ruby') reading = false;
    else if (kind === 'v') spans.push({ voice: slash === '' ? voiceName(rest ?? '') : null, text: '' });
  }
  take(cue.length);
  return spans.filter(({ text }) => text.trim() !== '');
}

/** The name in `<v.loud Mary Ann>`: what follows the classes. */
function voiceName(rest: string): string | null {
  const name = withoutReferences(rest.replace(/^\.[^\s]*/u, '')).trim();
  return name === '' ? null : name;
}

function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(entity, (whole, name?: string, decimal?: string, hexadecimal?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
    return code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
