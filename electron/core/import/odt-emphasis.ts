const text = 'urn:oasis:names:tc:opendocument:xmlns:text:1.0';
const style = 'urn:oasis:names:tc:opendocument:xmlns:style:1.0';

/** Styles of these names set words off wherever they are defined; the file writes a blank as `_20_`. */
const namedStyles = /^(?:Strong(?:_20_Emphasis)?|Emphasis|Bold)$/u;

/**
 * Follows a document to tell whether its words are set off by their type: spans whose style is bold, italics or underlined. Styles are
 * defined before the body that uses them.
 */
export function odtEmphasis() {
  const stressed = new Set<string>();
  const spans: boolean[] = [];
  let defined: string | null = null;
  return {
    isOn: (): boolean => spans.includes(true),
    open(space: string, name: string, attribute: (name: string) => string | undefined): void {
      if (space === text && name === 'span') {
        const used = attribute('style-name') ?? '';
        spans.push(stressed.has(used) || namedStyles.test(used));
      } else if (space === style && name === 'style') {
        defined = attribute('family') === 'text' ? (attribute('name') ?? null) : null;
        const parent = attribute('parent-style-name') ?? '';
        if (defined !== null && (stressed.has(parent) || namedStyles.test(parent))) stressed.add(defined);
      } else if (space === style && name === 'text-properties' && defined !== null && isStressed(attribute))
        stressed.add(defined);
    },
    close(space: string, name: string): void {
      if (space === text && name === 'span') spans.pop();
      else if (space === style && name === 'style') defined = null;
    },
  };
}

function isStressed(attribute: (name: string) => string | undefined): boolean {
  const weight = attribute('font-weight') ?? '';
  const underline = attribute('text-underline-style') ?? 'none';
  return weight === 'bold' || Number(weight) >= 600 || attribute('font-style') === 'italic' || underline !== 'none';
}
