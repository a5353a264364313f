import type { Container } from './container.ts';
import { odtWalker } from './odt-walker.ts';
import type { CollectedText } from './parsed-file.ts';
import { FormatError } from './unreadable.ts';
import { walkPart, type XmlWalker } from './xml-events.ts';

const content = 'content.xml';
const manifest = 'META-INF/manifest.xml';
const openDocument = 'application/vnd.oasis.opendocument.';

/** Which kind of OpenDocument a container says it is (`text`, `spreadsheet`, `presentation` …); null for another container. */
export async function openDocumentKind(container: Container): Promise<string | null> {
  if (!container.names.has('mimetype') || !container.names.has(content)) return null;
  let type = '';
  await container.read('mimetype', (piece) => {
    type = (type + Buffer.from(piece).toString('latin1')).slice(0, 200);
  });
  return type.startsWith(openDocument) ? type.slice(openDocument.length).trim().replace(/-.*$/u, '') : null;
}

/** The text of an .odt by the rule documented at `odtWalker`. Throws FormatError (`encrypted` among others) and DamageError. */
export async function odtText(container: Container): Promise<CollectedText> {
  if (container.names.has(manifest)) await walkPart(container, manifest, refusingEncryption);
  const walker = odtWalker();
  await walkPart(container, content, walker);
  return walker.result();
}

const refusingEncryption: XmlWalker = {
  open: (_space, name) => {
    if (name === 'encryption-data') throw new FormatError('encrypted');
  },
  close: () => undefined,
  text: () => undefined,
};
