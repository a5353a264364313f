import { type SaxesAttributeNS, SaxesParser } from 'saxes';

/** What a walker over XML is told. Names are local; `space` is the namespace they belong to. */
export type XmlWalker = {
  readonly open: (space: string, name: string, attribute: (name: string) => string | undefined) => void;
  readonly close: (space: string, name: string) => void;
  readonly text: (text: string) => void;
};

/** Deeper nesting than this is no document. */
export const deepestXml = 400;

/** Why an XML part is not read. */
export class XmlError extends Error {
  readonly damaged: boolean;

  constructor(reason: string, damaged: boolean, options?: { cause?: unknown }) {
    super(reason, options);
    this.name = 'XmlError';
    this.damaged = damaged;
  }
}

/**
 * Feeds bytes of one XML part (UTF-8, or UTF-16 by its mark) to a walker, piece by piece. A DOCTYPE is refused, so no entity is
 * ever declared and nothing external referred to. Throws XmlError; call `finish` after the last piece.
 */
export function xmlEvents(walker: XmlWalker): {
  readonly receive: (piece: Uint8Array) => void;
  readonly finish: () => void;
} {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw new XmlError('it declares a document type (DOCTYPE), which no word processor writes', false);
  });
  parser.on('error', (error) => {
    throw new XmlError('its XML is not well-formed', true, { cause: error });
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (depth > deepestXml) throw new XmlError(`its XML is nested more than ${deepestXml} deep`, false);
    walker.open(tag.uri, tag.local, (name) => attributeValue(tag.attributes, name));
  });
  parser.on('closetag', (tag) => {
    depth--;
    walker.close(tag.uri, tag.local);
  });
  parser.on('text', (text) => walker.text(text));
  parser.on('cdata', (text) => walker.text(text));
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  const decode = (piece: Uint8Array | undefined): string => {
    decoder ??= new TextDecoder(markedWide(piece), { fatal: true });
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch (cause) {
      throw new XmlError('its XML holds bytes that are not text', true, { cause });
    }
  };
  return {
    receive: (piece) => void parser.write(decode(piece)),
    finish: () => {
      parser.write(decode(undefined));
      parser.close();
    },
  };
}

function markedWide(piece: Uint8Array | undefined): string {
  if (piece?.[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
  return piece?.[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** By local name: word processors give attributes the prefix of their element. */
function attributeValue(attributes: Record<string, SaxesAttributeNS>, name: string): string | undefined {
  for (const attribute of Object.values(attributes)) if (attribute.local === name) return attribute.value;
  return undefined;
}
