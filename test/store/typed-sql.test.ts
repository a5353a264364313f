import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { migrate, newestSchema } from '../../electron/core/store/migrate.ts';
import { allQueries, loggedTables } from '../../electron/core/store/repositories/registry.ts';
import { Sight, sightRules } from '../../electron/core/store/sight.ts';

const db = new Database(':memory:');
migrate(db, 0);
const sight = new Sight(db);
db.pragma('foreign_keys = ON');

type ColumnInfo = { name: string; type: string; notnull: number; pk: number };
const columnsOf = (table: string) => db.pragma(`table_info(${table})`) as ColumnInfo[];
// The full-text index and the tables it keeps itself are SQLite's own.
const tables = (db.pragma('table_list') as { schema: string; name: string; type: string; strict: number }[]).filter(
  ({ schema, name, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'),
);
const queries = Object.entries(allQueries).flatMap(([repository, group]) =>
  Object.entries(group).map(([name, query]) => ({ name: `${repository}.${name}`, ...query })),
);
const shapeOf = (row: z.ZodType) => (row as z.ZodObject).shape as Record<string, z.ZodType>;
const samples: Readonly<Record<string, unknown>> = { TEXT: 'x', INTEGER: 1, REAL: 1 };

/** A schema's keys with what SQLite would have to declare for them. */
function fits(schema: z.ZodType, type: string, isNullable: boolean): void {
  expect(schema.safeParse(samples[type]).success, `holds ${type}`).toBe(true);
  expect(schema.safeParse(type === 'TEXT' ? 1 : 'x').success, `holds only ${type}`).toBe(false);
  expect(schema.safeParse(null).success, 'holds null').toBe(isNullable);
}

describe('statements', () => {
  it.each(queries)('$name answers the rows its schema says', ({ sql, row }) => {
    const statement = db.prepare(sql);
    expect(statement.readonly).toBe(true);
    const columns = statement.columns();
    expect(columns.map(({ name }) => name)).toEqual(Object.keys(shapeOf(row)));
    for (const { name, column, table, type } of columns) {
      if (column === null || table === null || type === null) continue;
      const { notnull } = columnsOf(table).find((info) => info.name === column)!;
      const joinedLoosely = /LEFT JOIN (\w+)/.exec(sql)?.[1] === table;
      fits(shapeOf(row)[name]!, type, notnull === 0 || joinedLoosely);
    }
  });

  const placeholders = (sql: string) => Array.from(sql.matchAll(/\?/g), () => null);
  const plan = (sql: string) =>
    (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...placeholders(sql)) as { detail: string }[]).map(
      ({ detail }) => detail,
    );

  // What runs at every step of a reader: opening a document, coding, undo; a scan here grows with the project.
  const hot = [
    'coderQueries.byName',
    'coderDocumentQueries.ofDocument',
    'documentQueries.byId',
    'turnQueries.ofDocument',
    'speakerQueries.ofDocument',
    'codeTextQueries.ofCode',
    'codeExampleQueries.ofCode',
    'codeExampleQueries.ofSelection',
    'codeAliasQueries.ofCode',
    'selectionQueries.ofDocument',
    'selectionQueries.everyoneIn',
    'selectionQueries.byRange',
    'selectionQueries.placedBehind',
    'selectionQueries.detachedIn',
    'codingQueries.ofSelection',
    'codingQueries.ofDocument',
    'codingQueries.ofCode',
    'codingQueries.placedInDocument',
    'codingQueries.placedOfCode',
    'codingQueries.recentOfCoder',
    'memoQueries.onDocument',
    'memoQueries.onCase',
    'memoQueries.onCode',
    'memoQueries.onSelection',
    'memoQueries.onCoding',
    'memoQueries.onSelectionsOfDocument',
    'memoQueries.onCodingsOfDocument',
    'externalIdQueries.ofEntity',
    'externalIdQueries.ofKind',
    'externalIdQueries.byKey',
    'changeSetQueries.lastRevision',
    'changeSetQueries.toUndo',
    'changeSetQueries.toRedo',
    'historyQueries.before',
    'historyQueries.lastCommand',
    'historyQueries.standingAfter',
    'historyQueries.undoneUpTo',
    'changeQueries.backwards',
    'changeQueries.forwards',
    'changeQueries.editsOfText',
  ];
  it.each(hot)('%s finds its rows by an index', (name) => {
    const query = queries.find((each) => each.name === name);
    expect(query, 'is registered').toBeDefined();
    expect(plan(query!.sql).filter((detail) => detail.includes('SCAN'))).toEqual([]);
  });

  it.each(hot)('%s does so too for a blind coder', (name) => {
    sight.limit('x');
    try {
      const details = plan(queries.find((each) => each.name === name)!.sql);
      // The one row that says who looks is no table.
      expect(details.filter((detail) => detail.includes('SCAN') && !detail.endsWith('sight'))).toEqual([]);
    } finally {
      sight.limit(null);
    }
  });

  it('externalIdQueries.byKey finds a GUID by its key, not all of a kind', () => {
    const details = plan(queries.find((each) => each.name === 'externalIdQueries.byKey')!.sql);
    expect(details[0]).toContain('external_id_by_key');
  });

  it('a scan would be seen', () => {
    expect(plan('SELECT * FROM coding WHERE origin = ?')).toEqual(['SCAN coding']);
  });
});

describe('tables', () => {
  it('a logged table is written with all its columns, by its whole primary key', () => {
    for (const table of loggedTables.values()) {
      const columns = columnsOf(table.name);
      expect(
        columns.map(({ name }) => name),
        table.name,
      ).toEqual(table.columns);
      const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
      expect(
        key.map(({ name }) => name),
        table.name,
      ).toEqual(table.key);
      const shape = shapeOf(table.row);
      for (const { name, type, notnull } of columns) fits(shape[name]!, type, notnull === 0);
    }
  });

  it('every table is logged, but the history itself, large values, the search index, the view and the record of blindness', () => {
    const unlogged = tables.map(({ name }) => name).filter((name) => !loggedTables.has(name));
    expect(unlogged.sort()).toEqual([
      'blinding',
      'blob',
      'change',
      'change_set',
      'foreign_change',
      'foreign_change_set',
      'made_copy',
      'row_stamp',
      'search_document',
      'view_state',
    ]);
  });

  it('of every table it is said what a blind coder sees', () => {
    const unruled = tables.map(({ name }) => name).filter((name) => !Object.hasOwn(sightRules, name));
    expect(unruled, 'to be named in electron/core/store/sight.ts').toEqual([]);
    const shown = tables.filter(({ name }) => columnsOf(name).some((column) => column.name === 'coder'));
    const unfiltered = shown.map(({ name }) => name).filter((name) => sightRules[name] === null);
    expect(unfiltered.sort(), 'rows of a coder, seen by all').toEqual(['assignment', 'blinding', 'made_copy']);
  });

  it('every table is strict', () => {
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  it('every reference can be followed backwards by an index', () => {
    const unindexed: string[] = [];
    for (const { name } of tables) {
      const found = new Set(columnsOf(name).flatMap((column) => (column.pk === 1 ? [column.name] : [])));
      for (const index of db.pragma(`index_list(${name})`) as { name: string }[])
        found.add((db.pragma(`index_info(${index.name})`) as { name: string }[])[0]!.name);
      for (const { from } of db.pragma(`foreign_key_list(${name})`) as { from: string }[])
        if (!found.has(from)) unindexed.push(`${name}.${from}`);
    }
    expect(unindexed).toEqual([]);
  });
});

describe('schema', () => {
  it('is the one in test/golden/schema.sql', async () => {
    const objects = db
      .prepare(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name",
      )
      .pluck()
      .all() as string[];
    const dump = [`-- schema ${newestSchema()}`, ...objects.map((sql) => `${sql};`)].join('\n\n');
    await expect(`${dump}\n`).toMatchFileSnapshot('../golden/schema.sql');
  });

  it('stands in a file that says which schema it is', () => {
    expect(db.pragma('user_version', { simple: true })).toBe(newestSchema());
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });
});
