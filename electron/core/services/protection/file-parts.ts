import { isEncryptedFile } from '../../export/encrypted-file.ts';
import { type Container, openContainer } from '../../import/container.ts';
import { decodeBytes } from '../../import/encoding.ts';
import { fileKind } from '../../import/file-kind.ts';
import { markupAuthors, markupText, pdfAuthors } from './markup-words.ts';
import { projectParts } from './project-parts.ts';
import type { FilePart } from './file-part.ts';

/** Files in files in files: deeper than any program nests them. */
const deepest = 4;

/** All that can be read in a file, packed files within it unpacked in memory. Nothing is thrown for what cannot be read. */
export async function* partsOf(place: string, bytes: Uint8Array, depth = 0): AsyncGenerator<FilePart> {
  if (isEncryptedFile(bytes)) {
    yield { kind: 'encrypted' };
    return;
  }
  const kind = fileKind(bytes);
  if (kind === 'sqlite') yield* projectParts(place, bytes, (name, inner) => partsOf(name, inner, depth + 1));
  else if (kind === 'zip' && depth < deepest) yield* packedParts(place, bytes, depth);
  else if (kind === 'pdf') {
    for (const value of pdfAuthors(bytes)) yield { kind: 'author', place, value };
    yield { kind: 'unread', place };
  } else {
    const text = kind === 'text' || kind === 'rtf' ? (decodeBytes(bytes)?.text ?? null) : null;
    if (text === null) yield { kind: 'unread', place };
    else yield* textParts(place, text);
  }
}

function* textParts(place: string, text: string): Generator<FilePart> {
  const isMarkup = /^\s*(?:<\?xml|<!doctype|<[a-z])/i.test(text);
  if (isMarkup) for (const value of markupAuthors(text)) yield { kind: 'author', place, value };
  yield { kind: 'text', place, text: isMarkup ? markupText(text) : text };
}

async function* packedParts(place: string, bytes: Uint8Array, depth: number): AsyncGenerator<FilePart> {
  try {
    const container = await openContainer(bytes);
    const originals = await originalEntries(container);
    for (const name of container.names) {
      if (name.endsWith('/')) continue;
      if (originals.has(name)) yield { kind: 'original', place: originals.get(name)! };
      yield* partsOf(depth === 0 ? name : `${place}/${name}`, await container.whole(name), depth + 1);
    }
  } catch {
    yield { kind: 'unread', place };
  }
}

/** Entries of an archive or of a REFI-QDA project that are files as they came in, and what these are called. */
async function originalEntries(container: Container): Promise<Map<string, string>> {
  const originals = new Map<string, string>();
  const documents = 'tables/document.jsonl';
  if (container.names.has(documents))
    for (const line of (await container.whole(documents)).toString().split('\n')) {
      if (line === '') continue;
      const { original, text, original_name: name } = JSON.parse(line) as Record<string, string>;
      if (original !== text) originals.set(`blobs/${original}`, String(name));
    }
  if (container.names.has('project.qde'))
    for (const name of container.names)
      if (/^sources\/.+/i.test(name) && !/\.txt$/i.test(name)) originals.set(name, name);
  return originals;
}
