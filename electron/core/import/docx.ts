import type { Container } from './container.ts';
import { docxWalker } from './docx-walker.ts';
import { type XmlWalker, xmlEvents } from './xml-events.ts';

const packageRelations = '_rels/.rels';
const usualDocument = 'word/document.xml';

/** Whether a container holds a word-processing document in the form Word writes. */
export function isDocx(container: Container): boolean {
  return container.names.has('[Content_Types].xml') && [...container.names].some((name) => name.startsWith('word/'));
}

/**
 * The text of a .docx by the rule documented at `docxWalker`. The main part is the one the package's relations name, or
 * `word/document.xml`. Throws ContainerError and XmlError.
 */
export async function docxText(container: Container): Promise<string> {
  const walker = docxWalker();
  await walkPart(container, await mainPart(container), walker);
  return walker.result();
}

async function mainPart(container: Container): Promise<string> {
  if (!container.names.has(packageRelations)) return usualDocument;
  let target: string | null = null;
  await walkPart(container, packageRelations, {
    open: (_space, name, attribute) => {
      if (name === 'Relationship' && attribute('Type')?.endsWith('/officeDocument') === true) {
        target ??= attribute('Target') ?? null;
      }
    },
    close: () => undefined,
    text: () => undefined,
  });
  const named = (target ?? usualDocument).replace(/^\.?\//, '');
  return container.names.has(named) ? named : usualDocument;
}

async function walkPart(container: Container, name: string, walker: XmlWalker): Promise<void> {
  const events = xmlEvents(walker);
  await container.read(name, events.receive);
  events.finish();
}
