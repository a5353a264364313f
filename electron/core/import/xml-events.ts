import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import type { Container } from './container.ts';
import { type Decoder, textDecoder } from './text-decoder.ts';
import { DamageError, FormatError } from './unreadable.ts';

/** What a walker over XML is told. Names are local; `space` is the namespace they belong to. */
export type XmlWalker = {
  readonly open: (
    space: string,
    name: string,
    attribute: (name: string) => string | undefined,
    /** All attributes but declarations of namespaces, by local name. */
    attributes: () => [name: string, value: string][],
  ) => void;
  readonly close: (space: string, name: string) => void;
  readonly text: (text: string) => void;
};

/** Deeper nesting than this is no document. */
const deepestXml = 400;

/**
 * Feeds bytes of one XML part (UTF-8, UTF-16 by its mark, or the encoding its declaration names) to a walker, piece by piece. A
 * DOCTYPE is refused, so no entity is ever declared and nothing external referred to. Throws FormatError and DamageError; call `finish` after the last piece.
 */
export function xmlEvents(walker: XmlWalker): {
  readonly receive: (piece: Uint8Array) => void;
  readonly finish: () => void;
} {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw new FormatError('doctype');
  });
  parser.on('error', (error) => {
    throw new DamageError('xml', { cause: error });
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (depth > deepestXml) throw new FormatError('too_deep');
    walker.open(
      tag.uri,
      tag.local,
      (name) => attributeValue(tag.attributes, name),
      () => plainAttributes(tag.attributes),
    );
  });
  parser.on('closetag', (tag) => {
    depth--;
    walker.close(tag.uri, tag.local);
  });
  parser.on('text', (text) => walker.text(text));
  parser.on('cdata', (text) => walker.text(text));
  let decoder: Decoder | null = null;
  const decode = (piece: Uint8Array | undefined): string => {
    decoder ??= decoderFor(piece);
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch (cause) {
      throw new DamageError('xml', { cause });
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

/** Walks an XML part of a container. Throws what `xmlEvents` and reading the container throw. */
export async function walkPart(container: Container, name: string, walker: XmlWalker): Promise<void> {
  const events = xmlEvents(walker);
  await container.read(name, events.receive);
  events.finish();
}

function decoderFor(piece: Uint8Array | undefined): Decoder {
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]{0,40})["']/.exec(
    Buffer.from((piece ?? new Uint8Array()).subarray(0, 200)).toString('latin1'),
  )?.[1];
  const name = markedWide(piece) ?? (declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared);
  try {
    return textDecoder(name, { fatal: true });
  } catch (cause) {
    throw new DamageError('xml', { cause });
  }
}

function markedWide(piece: Uint8Array | undefined): string | null {
  if (piece?.[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
  return piece?.[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : null;
}

/** By local name: word processors give attributes the prefix of their element. */
function attributeValue(attributes: Record<string, SaxesAttributeNS>, name: string): string | undefined {
  for (const attribute of Object.values(attributes)) if (attribute.local === name) return attribute.value;
  return undefined;
}

function plainAttributes(attributes: Record<string, SaxesAttributeNS>): [string, string][] {
  return Object.values(attributes)
    .filter(({ prefix, name }) => prefix === '' && name !== 'xmlns')
    .map(({ local, value }) => [local, value]);
}
