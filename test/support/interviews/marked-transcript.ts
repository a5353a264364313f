/** A passage marked in a test's transcript; positions in UTF-16 code units of the text without marks. */
export type Mark = { readonly code: string; readonly start: number; readonly end: number };

/**
 * Reads a transcript with its codings written into it: `I said [privacy: they [fear: watch] us].`
 * Marks may nest; what stands before the first colon is the code. Throws on a bracket without its partner.
 */
export function markedTranscript(source: string): { text: string; marks: Mark[] } {
  const opening = /\[([^:[\]]+): ?/y;
  const open: { code: string; start: number }[] = [];
  const marks: Mark[] = [];
  let text = '';
  for (let place = 0; place < source.length; ) {
    opening.lastIndex = place;
    const begun = opening.exec(source);
    if (begun) {
      open.push({ code: begun[1]!, start: text.length });
      place = opening.lastIndex;
      continue;
    }
    if (source[place] === ']') {
      const { code, start } = open.pop() ?? missingBracket(source, place);
      marks.push({ code, start, end: text.length });
    } else text += source[place];
    place += 1;
  }
  if (open.length > 0) missingBracket(source, source.length);
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
}

function missingBracket(source: string, place: number): never {
  throw new Error(`a bracket without its partner before ${JSON.stringify(source.slice(place, place + 20))}`);
}
