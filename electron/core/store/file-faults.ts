import type { Database } from 'better-sqlite3';

export type FileFault = { readonly kind: 'file' | 'foreign_key'; readonly detail: string };

/** Damaged pages and indexes, or else references to rows that are not there. */
export function fileFaults(db: Database): FileFault[] {
  const pages = (db.pragma('integrity_check(100)') as { integrity_check: string }[])
    .filter(({ integrity_check: verdict }) => verdict !== 'ok')
    .map(({ integrity_check: verdict }) => ({ kind: 'file' as const, detail: verdict }));
  if (pages.length > 0) return pages;
  const dangling = db.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[];
  return dangling.map(({ table, rowid, parent }) => ({
    kind: 'foreign_key',
    detail: `${table} row ${rowid ?? '?'} refers to a missing ${parent}`,
  }));
}
