import type { Database } from 'better-sqlite3';
import { goneForGood } from './repositories/copy-table.ts';
import { RowStamps } from './row-stamps.ts';
import { quotedName, references } from './schema-facts.ts';
import type { Query } from './table.ts';

/** Respondents taken out for good, by the rows they are found by. */
export type GoneRows = {
  readonly cases: Iterable<string>;
  readonly documents: Iterable<string>;
  readonly speakers: Iterable<string>;
};

/** What is to be taken out of everything that is past. */
export type Erasure = {
  /** A text without what must not be found again. */
  readonly scrub: (text: string) => string;
  /** Whether the original files give way to the texts that are stored now. */
  readonly dropsOriginals: boolean;
  /** Whether the history forgets examples of codes too: they quote what is to be gone. */
  readonly dropsExamples?: boolean;
  /** Rows no merge may bring back. */
  readonly goneForGood?: GoneRows;
  /** Steps after this revision are no part of the history. */
  readonly forgetsAfter?: number;
};

/** Where the file keeps, outside its history, that it is to be written anew. */
const rewriteKey = 'rewrite';
/** Of the history stay the images of the codebook and of which code stands where: the development of codes is part of a study. */
const keptImages = ['code', 'code_text', 'code_alias', 'code_example', 'coding'];
/** What a string in an image may be without saying anything. */
const identifier = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]+Z?)$/;

/** JSON with every string scrubbed; what is no JSON, as a whole. */
export function scrubbedJson(json: string, scrub: Erasure['scrub']): string {
  const scrubbed = (value: unknown): unknown => {
    if (typeof value === 'string') return identifier.test(value) ? value : scrub(value);
    if (Array.isArray(value)) return value.map(scrubbed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, scrubbed(each)]));
  };
  try {
    return JSON.stringify(scrubbed(JSON.parse(json)));
  } catch {
    return scrub(json);
  }
}

/**
 * Erases, within a transaction: the images of the history (those of the codebook are scrubbed), its labels, where readers were,
 * originals and texts nothing refers to, names in what came from other programs, and the files that came with it. Answers how many originals went. The search index
 * must be emptied and `reclaim` must follow; the file itself remembers that.
 */
export function erasePast(
  db: Database,
  { scrub, dropsOriginals, dropsExamples = false, goneForGood: rows, forgetsAfter }: Erasure,
): { originals: number } {
  if (forgetsAfter !== undefined) {
    db.prepare('DELETE FROM main.change WHERE change_set > ?').run(forgetsAfter);
    db.prepare('DELETE FROM main.change_set WHERE revision > ?').run(forgetsAfter);
  }
  const originals = dropsOriginals
    ? db.prepare('UPDATE main.document SET original = text WHERE original <> text').run().changes
    : 0;
  // When rows were written and removed is read off the images: what is merged later must still be told from what is older.
  giveStamps(db);
  if (rows !== undefined) stampAsGone((sql, ...parameters) => db.prepare(sql).run(...parameters), rows);
  dropSpeakingStamps(db);
  const kept = keptImages.filter((table) => !dropsExamples || table !== 'code_example');
  for (const history of ['change', 'foreign_change']) {
    const placeholders = kept.map(() => '?').join(', ');
    db.prepare(`DELETE FROM main.${history} WHERE table_name NOT IN (${placeholders})`).run(...kept);
    scrubColumns(db, history, ['before', 'after'], scrub);
  }
  scrubColumns(db, 'change_set', ['label'], scrub);
  scrubColumns(db, 'foreign_change_set', ['label'], scrub);
  scrubColumns(db, 'blinding', ['reason'], scrub);
  scrubColumns(db, 'round_document', ['name'], scrub);
  scrubColumns(db, 'kept_element', ['content'], scrub);
  // Pictures, recordings and pages cannot be looked through for what is to be gone.
  db.exec('DELETE FROM main.kept_file');
  dropSpeakingIds(db, scrub);
  // What has no place in a text any more remembers no surroundings.
  db.exec("UPDATE main.selection SET prefix = '', suffix = '' WHERE state = 'detached'");
  dropSpeakingViews(db, scrub);
  const unreferenced = references(db, 'blob').map(
    ({ table, column }) => `NOT EXISTS (SELECT 1 FROM main.${table} WHERE ${column} = blob.hash)`,
  );
  db.prepare(`DELETE FROM main.blob WHERE ${unreferenced.join(' AND ')}`).run();
  // Last, since what the reader left is looked through for names above.
  db.prepare("INSERT INTO main.view_state (key, value) VALUES (?, '1') ON CONFLICT DO NOTHING").run(rewriteKey);
  return { originals };
}

function giveStamps(db: Database): void {
  const stamps = [
    ...new RowStamps({ iterate: <R>({ sql }: Query<R>) => db.prepare(sql).iterate() as Iterable<R> }).rows(),
  ];
  const give = db.prepare(
    `INSERT INTO main.row_stamp (table_name, key, live, gone) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET live = max(live, excluded.live), gone = max(gone, excluded.gone)`,
  );
  for (const { table_name, key, live, gone } of stamps) give.run(table_name, key, live, gone);
}

/** Whether something has been erased and the file could not be written anew since: free pages may still hold words of it. */
export function isRewriteDue(db: Database): boolean {
  return db.prepare('SELECT 1 FROM main.view_state WHERE key = ?').get(rewriteKey) !== undefined;
}

/** Writes the file anew without its free pages, and the log with it, so that nothing deleted can be read from either. */
export function reclaim(db: Database): void {
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.prepare('DELETE FROM main.view_state WHERE key = ?').run(rewriteKey);
}

function scrubColumns(db: Database, table: string, columns: readonly string[], scrub: Erasure['scrub']): void {
  const keys = db
    .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(table) as string[];
  const names = [...keys, ...columns].map(quotedName).join(', ');
  const rows = db.prepare(`SELECT ${names} FROM main.${quotedName(table)}`).all() as Record<string, string | null>[];
  const update = db.prepare(
    `UPDATE main.${quotedName(table)} SET ${columns.map((column) => `${quotedName(column)} = ?`).join(', ')} WHERE ${keys.map((key) => `${quotedName(key)} = ?`).join(' AND ')}`,
  );
  for (const row of rows) {
    const values = columns.map((column) => (row[column] === null ? null : scrubbedJson(row[column]!, scrub)));
    if (values.some((value, place) => value !== row[columns[place]!]))
      update.run(...values, ...keys.map((key) => row[key]));
  }
}

/** Stamps rows so that no merge brings them back. */
export function stampAsGone(
  run: (sql: string, ...parameters: string[]) => void,
  { cases, documents, speakers }: GoneRows,
): void {
  for (const [table, keys] of Object.entries({ study_case: cases, document: documents, speaker: speakers }))
    for (const key of keys)
      run(
        `INSERT INTO main.row_stamp (table_name, key, live, gone) VALUES (?, ?, '', '${goneForGood}')
           ON CONFLICT DO UPDATE SET gone = excluded.gone`,
        table,
        key,
      );
}

/** The key of a group of values is the value itself: of one that is gone nothing is remembered. */
function dropSpeakingStamps(db: Database): void {
  db.exec(
    `DELETE FROM main.row_stamp WHERE table_name = 'value_group' AND NOT EXISTS
       (SELECT 1 FROM main.value_group WHERE json_array(attribute, value) = row_stamp.key)`,
  );
}

/** What other programs call something, where they call it by what is to be gone. */
function dropSpeakingIds(db: Database, scrub: Erasure['scrub']): void {
  const remove = db.prepare('DELETE FROM main.external_id WHERE guid = ?');
  for (const guid of db.prepare('SELECT DISTINCT guid FROM main.external_id').pluck().all() as string[])
    if (!identifier.test(guid) && scrub(guid) !== guid) remove.run(guid);
}

function dropSpeakingViews(db: Database, scrub: Erasure['scrub']): void {
  const remove = db.prepare('DELETE FROM view_state WHERE key = ?');
  for (const { key, value } of db.prepare('SELECT key, value FROM view_state').all() as {
    key: string;
    value: string;
  }[])
    if (scrubbedJson(value, scrub) !== value || scrub(key) !== key) remove.run(key);
}
