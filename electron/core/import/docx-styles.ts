import { emphasisProperties } from './docx-walker.ts';
import type { XmlWalker } from './xml-events.ts';

/** Collects the ids of character styles that set words off (bold, italics, underlined), of their own or by the style they are based on. */
export function emphasisStyles(): XmlWalker & { readonly result: () => ReadonlySet<string> } {
  // Built into every Word; a file need not define them.
  const stressed = new Set(['Strong', 'Emphasis', 'StrongEmphasis', 'IntenseEmphasis']);
  let style: string | null = null;
  const path: string[] = [];
  return {
    open(_space, name, attribute) {
      if (name === 'style') style = attribute('type') === 'character' ? (attribute('styleId') ?? null) : null;
      else if (style !== null) {
        const on = !['0', 'false', 'off', 'none'].includes(attribute('val') ?? '');
        if (name === 'basedOn' && stressed.has(attribute('val') ?? '')) stressed.add(style);
        if (emphasisProperties.has(name) && path.at(-1) === 'rPr' && on) stressed.add(style);
      }
      path.push(name);
    },
    close(_space, name) {
      path.pop();
      if (name === 'style') style = null;
    },
    text: () => undefined,
    result: () => stressed,
  };
}
