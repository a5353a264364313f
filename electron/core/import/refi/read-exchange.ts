import { fileKind } from '../file-kind.ts';
import { openContainer } from '../container.ts';
import { openForeign, type ForeignDatabase } from '../foreign/open-foreign.ts';
import { type FolderFile, isQualCoder, readQualCoder } from '../foreign/qualcoder.ts';
import { isTaguette, readTaguette } from '../foreign/taguette.ts';
import { fileError, FormatError } from '../unreadable.ts';
import type { ExchangeFile } from './exchange-file.ts';
import { readQdpx } from './read-qdpx.ts';
import { readRefiXml } from './read-xml.ts';

/** A file to be taken over; `folderFile` reaches what lies beside a QualCoder database. */
export type OfferedFile = { readonly name: string; readonly bytes: Uint8Array; readonly folderFile?: FolderFile };

/** Which program's or standard's project a file is by its content, or null: then it may be a transcript. */
export async function exchangeKind({ name, bytes }: OfferedFile): Promise<ExchangeFile['kind'] | null> {
  const kind = fileKind(bytes);
  if (kind === 'sqlite')
    return withDatabase(bytes, (db) => (isQualCoder(db) ? 'qualcoder' : isTaguette(db) ? 'taguette' : null));
  if (kind === 'zip') return (await isArchive(name, bytes)) ? 'qdpx' : null;
  if (kind !== 'text') return null;
  const root = rootElement(bytes);
  return root === 'CodeBook' ? 'qdc' : root === 'Project' ? 'qdpx' : null;
}

async function isArchive(name: string, bytes: Uint8Array): Promise<boolean> {
  if (/\.qdpx$/i.test(name)) return true;
  try {
    const { names } = await openContainer(bytes);
    return [...names].some((entry) => /^[^/]*\.qde$/i.test(entry));
  } catch {
    // The importers of transcripts say what is wrong with it.
    return false;
  }
}

/** The root element of a QDA-XML file, whatever its namespace; null for other XML and other text. */
function rootElement(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096))
    .toString('latin1')
    .replaceAll('\0', '')
    .replaceAll(/<!--[\s\S]*?-->/g, '');
  const tag = /^[^<]{0,8}(?:<[?!][^<]*)*<(?:[\w.-]+:)?(CodeBook|Project)\b/.exec(head);
  if (tag === null) return null;
  return tag[1] === 'CodeBook' || /QDA-XML|\sorigin=|<Users|<CodeBook/.test(head) ? tag[1]! : null;
}

/** Reads a file of another program. Throws VerbatimError: `file_format` for none of these, `file_damaged`. */
export async function readExchange(file: OfferedFile, step: () => Promise<void>): Promise<ExchangeFile> {
  try {
    const kind = await exchangeKind(file);
    if (kind === 'qualcoder')
      return withDatabase(file.bytes, (db) => readQualCoder(db, file.folderFile ?? (() => null)));
    if (kind === 'taguette') return withDatabase(file.bytes, readTaguette);
    if (kind === null) throw new FormatError(fileKind(file.bytes) === 'sqlite' ? 'database' : 'other_xml');
    return fileKind(file.bytes) === 'zip' ? await readQdpx(file.bytes, step) : readRefiXml(file.bytes);
  } catch (error) {
    throw fileError(file.name, error);
  }
}

function withDatabase<Result>(bytes: Uint8Array, read: (db: ForeignDatabase) => Result): Result {
  const db = openForeign(bytes);
  try {
    return read(db);
  } finally {
    db.close();
  }
}
