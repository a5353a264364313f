import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { tempFolder } from './temp-folder.ts';

/** Where a word can be read: in any table, in originals unpacked, in bytes of the file and of what lies beside it. */
export function placesOf(path: string, word: string): string[] {
  const found = new Set<string>();
  const db = new Database(path, { readonly: true });
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all() as string[];
  for (const table of tables) {
    for (const row of db.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]) {
      for (const [column, value] of Object.entries(row)) {
        if (typeof value === 'string' && value.includes(word)) found.add(`${table}.${column}`);
        if (!(value instanceof Uint8Array)) continue;
        const bytes = Buffer.from(value);
        if (bytes.includes(word)) found.add(`${table}.${column}`);
        if (unpacked(bytes).includes(word)) found.add(`${table}.${column} unpacked`);
      }
    }
  }
  db.close();
  for (const suffix of ['', '-wal', '-shm', '-journal'])
    if (existsSync(path + suffix) && readFileSync(path + suffix).includes(word)) found.add(`bytes${suffix}`);
  return [...found].sort();
}

/** The deflated parts of a zip, one after another. */
function unpacked(bytes: Buffer): string {
  let text = '';
  for (let at = bytes.indexOf('PK\u0003\u0004'); at !== -1; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
    try {
      const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
      text += inflateRawSync(bytes.subarray(start), { finishFlush: 2 }).toString();
    } catch {
      // Stored, or no beginning of a part.
    }
  }
  return text;
}

/** The backups in a folder of application data. */
export function backupsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.vbt') && entry.parentPath.includes('backups'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The file as a thief would take it while the program runs: with its log, to be looked through elsewhere. */
export function stolen(path: string): string {
  const copy = `${tempFolder()}/stolen.vbt`;
  for (const suffix of ['', '-wal']) if (existsSync(path + suffix)) cpSync(path + suffix, copy + suffix);
  return copy;
}
