import type { Database } from 'better-sqlite3';
import { selectionTable } from './repositories/selection-table.ts';

const mine = '(SELECT coder FROM temp.sight)';
const everyone = '(SELECT everyone FROM temp.sight)';

const isOwn = `(${everyone} OR coder = ${mine})`;

/** A passage of another coder is seen where one's own coding stands on it, without what that coder said of it. */
const selectionColumns = selectionTable.columns.map((column) =>
  column === 'name' || column === 'comment' ? `CASE WHEN ${isOwn} THEN ${column} END AS ${column}` : column,
);

/** Tables everybody sees whole: the material, the codebook, and who codes. */
const shared = [
  'project',
  'coder',
  'blob',
  'study_case',
  'attribute',
  'attribute_value',
  'value_group',
  'survey_column',
  'question',
  'question_text',
  'question_code',
  'document',
  'speaker',
  'turn',
  'code',
  'code_text',
  'code_example',
  'code_alias',
  'external_id',
  'search_document',
  'view_state',
  'blinding',
  'saved_query',
  'sheet',
  'stop_list',
  'structure_variable',
  'structure_arrow',
  'structure_behaviour',
  'assignment',
  'made_copy',
  'row_stamp',
] as const;

/** Tables whose rows belong to the coder they name. */
const own = ['coder_document', 'coding', 'memo', 'translation'] as const;

/** What compares coders: nothing of it is seen. */
const hidden = ['round', 'round_coder', 'round_document', 'round_code', 'round_coding'] as const;

const special = {
  // A decision tells what the others coded.
  adjudication: `SELECT * FROM main.adjudication WHERE ${everyone}`,
  gold_coding: `SELECT * FROM main.gold_coding WHERE ${everyone}`,
  // Sets, links and what stood in codings may be about anybody's codings.
  kept_element: `SELECT * FROM main.kept_element WHERE ${everyone} OR place IN ('source', 'case', 'variable')`,
  kept_file: `SELECT * FROM main.kept_file WHERE ${everyone}
    OR element IN (SELECT id FROM main.kept_element WHERE place IN ('source', 'case', 'variable'))`,
  selection: `SELECT ${selectionColumns.join(', ')} FROM main.selection
    WHERE ${isOwn} OR EXISTS (SELECT 1 FROM main.coding WHERE coding.selection = selection.id AND coding.coder = ${mine})`,
  selection_review: `SELECT * FROM main.selection_review
    WHERE ${everyone} OR EXISTS (SELECT 1 FROM main.selection WHERE id = selection_review.selection AND coder = ${mine})`,
  foreign_change_set: `SELECT * FROM main.foreign_change_set WHERE ${isOwn}`,
  foreign_change: `SELECT * FROM main.foreign_change WHERE ${everyone}
    OR EXISTS (SELECT 1 FROM main.foreign_change_set WHERE id = foreign_change.change_set AND coder = ${mine})`,
  change_set: `SELECT * FROM main.change_set WHERE ${isOwn} OR coder IS NULL`,
  change: `SELECT * FROM main.change WHERE ${everyone}
    OR EXISTS (SELECT 1 FROM main.change_set WHERE change_set.revision = change.change_set AND coder = ${mine})`,
} as const;

/** What of each table a blind coder sees: null is all of it. A test asks for an entry for every table. */
export const sightRules: Readonly<Record<string, string | null>> = {
  ...Object.fromEntries(shared.map((table) => [table, null])),
  ...Object.fromEntries(own.map((table) => [table, `SELECT * FROM main.${table} WHERE ${isOwn}`])),
  ...Object.fromEntries(hidden.map((table) => [table, `SELECT * FROM main.${table} WHERE ${everyone}`])),
  ...special,
};

/**
 * Whose work reads answer from. While it is limited to one coder, temporary views stand before the tables under the same
 * names: every statement that does not say `main.` reads through them, whoever wrote it. Where it is not limited there are none.
 */
export class Sight {
  private readonly db: Database;
  private limitedTo: string | null = null;

  constructor(db: Database) {
    this.db = db;
  }

  /** The one coder whose work is seen; null is everybody's. */
  get coder(): string | null {
    return this.limitedTo;
  }

  limit(coder: string | null): void {
    const filters = Object.entries(sightRules).flatMap(([table, rule]) => (rule === null ? [] : [{ table, rule }]));
    if (this.limitedTo !== null) {
      for (const { table } of filters) this.db.exec(`DROP VIEW temp.${table}`);
      this.db.exec('DROP TABLE temp.sight');
    }
    this.limitedTo = coder;
    if (coder === null) return;
    this.db.exec('CREATE TEMP TABLE sight (coder TEXT NOT NULL, everyone INTEGER NOT NULL)');
    this.db.prepare('INSERT INTO temp.sight (coder, everyone) VALUES (?, 0)').run(coder);
    for (const { table, rule } of filters) this.db.exec(`CREATE TEMP VIEW ${table} AS ${rule}`);
  }

  /** Runs with everybody's work in sight: for what must be right for all and answers nothing of the others'. */
  whole<Result>(run: () => Result): Result {
    if (this.limitedTo === null) return run();
    const before = this.db.prepare('SELECT everyone FROM temp.sight').pluck().get() as number;
    this.setEveryone(1);
    try {
      return run();
    } finally {
      this.setEveryone(before);
    }
  }

  private setEveryone(everyone: number): void {
    this.db.prepare('UPDATE temp.sight SET everyone = ?').run(everyone);
  }
}
