import { openInMemory } from '../../store/check-bytes.ts';
import { AllWords } from '../../store/all-words.ts';
import { decodeStoredText } from '../../store/stored-text.ts';
import { projectPlace } from '../../../../shared/contract/methods/protection.ts';
import type { FilePart } from './file-part.ts';

type Blob = { readonly name: string; readonly bytes: Uint8Array };

const texts = 'SELECT name, blob.bytes FROM document JOIN blob ON blob.hash = document.text ORDER BY position, name';
const originals = `SELECT original_name AS name, blob.bytes FROM document JOIN blob ON blob.hash = document.original
  WHERE document.original <> document.text ORDER BY position, original_name`;
const keptFiles = 'SELECT name, blob.bytes FROM kept_file JOIN blob ON blob.hash = kept_file.bytes ORDER BY name';

/** What a project file of this schema holds, looked at in memory. Any other database cannot be read. */
export async function* projectParts(
  place: string,
  bytes: Uint8Array,
  inner: (name: string, bytes: Uint8Array) => AsyncGenerator<FilePart>,
): AsyncGenerator<FilePart> {
  let db: ReturnType<typeof openInMemory> | null = null;
  try {
    db = openInMemory(bytes);
    const words = new AllWords(db);
    for (const { table, column, words: text } of words.standing())
      yield { kind: 'text', place: `${projectPlace}${table}.${column}`, text };
    for (const text of words.past()) yield { kind: 'text', place: `${projectPlace}history`, text };
    const steps = db.prepare('SELECT count(DISTINCT change_set) FROM change').pluck().get() as number;
    for (let step = 0; step < steps; step++) yield { kind: 'step' };
    for (const { name, bytes: text } of db.prepare(texts).all() as Blob[])
      yield { kind: 'text', place: name, text: decodeStoredText(text) };
    for (const query of [originals, keptFiles])
      for (const { name, bytes: file } of db.prepare(query).all() as Blob[]) {
        yield { kind: 'original', place: name };
        yield* inner(name, file);
      }
  } catch {
    yield { kind: 'unread', place };
  } finally {
    db?.close();
  }
}
