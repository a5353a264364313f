import { z } from 'zod';
import { defineQuery } from '../table.ts';

const row = z.object({
  revision: z.number(),
  id: z.string(),
  kind: z.string(),
  command: z.string(),
  label: z.string(),
  coder: z.string().nullable(),
  at: z.string(),
  target: z.number().nullable(),
  undone_by: z.number().nullable(),
});
export type ChangeSetRow = z.infer<typeof row>;

const columns = 'revision, id, kind, command, label, coder, at, target, undone_by';

const codeStepRow = z.object({
  revision: z.number(),
  command: z.string(),
  label: z.string(),
  coder: z.string().nullable(),
  at: z.string(),
  table_name: z.string(),
  key: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type CodeStepRow = z.infer<typeof codeStepRow>;

/** Commands nothing before can be undone, whoever made them: the making of the project, and what erased its past. */
const lastBeginning =
  "SELECT coalesce(max(revision), 0) AS revision FROM main.change_set WHERE command IN ('project.create', 'pseudonyms.seal', 'cases.purge')";

export const changeSetQueries = {
  lastRevision: defineQuery(
    z.object({ revision: z.number().nullable() }),
    'SELECT max(revision) AS revision FROM change_set',
  ),
  /** The last change of all, undo and redo included. */
  newest: defineQuery(row, `SELECT ${columns} FROM change_set ORDER BY revision DESC LIMIT 1`),
  /** What erased the past last, if anything did. */
  lastErasure: defineQuery(
    row,
    `SELECT ${columns} FROM main.change_set WHERE command IN ('pseudonyms.seal', 'cases.purge') ORDER BY revision DESC LIMIT 1`,
  ),
  /** The newest command that stands: what Undo undoes. What a project began with is not undone, and nothing before its past was erased. */
  toUndo: defineQuery(
    row,
    `SELECT ${columns} FROM change_set WHERE kind = 'command' AND undone_by IS NULL AND revision > (${lastBeginning}) ORDER BY revision DESC LIMIT 1`,
  ),
  /** The command undone last, unless a new command has come since: what Redo repeats. Of what was erased nothing is. */
  toRedo: defineQuery(
    row,
    `SELECT ${columns} FROM change_set WHERE kind = 'command' AND undone_by > (SELECT coalesce(max(revision), 0) FROM change_set WHERE kind = 'command')
        AND revision > (${lastBeginning}) ORDER BY undone_by DESC LIMIT 1`,
  ),
  /** Every command, oldest first. */
  commands: defineQuery(row, `SELECT ${columns} FROM change_set WHERE kind = 'command' ORDER BY revision`),
  /** Images, oldest first, that mention a code, of the codebook's commands that stand. */
  ofCode: defineQuery(
    codeStepRow,
    `SELECT change_set.revision AS revision, command, label, coder, at, table_name, key, before, after
       FROM change_set JOIN change ON change.change_set = change_set.revision
      WHERE kind = 'command' AND undone_by IS NULL AND (command GLOB 'codes.*' OR command GLOB 'codebook.*')
        AND table_name IN ('code', 'code_text', 'code_alias', 'code_example', 'coding')
        AND instr(coalesce(before, '') || coalesce(after, ''), ?) > 0
      ORDER BY revision, seq`,
  ),
};

const count = z.object({ count: z.number() });

/** The history as a list: its commands, newest first, and how many steps each is away. */
export const historyQueries = {
  /** The step behind which nothing is undone. */
  lastBeginning: defineQuery(z.object({ revision: z.number() }), lastBeginning),
  before: defineQuery(
    row,
    `SELECT ${columns} FROM change_set WHERE kind = 'command' AND revision < ? ORDER BY revision DESC LIMIT ?`,
  ),
  /** The newest command of all: what was undone before it is not repeated. */
  lastCommand: defineQuery(
    z.object({ revision: z.number().nullable() }),
    "SELECT max(revision) AS revision FROM change_set WHERE kind = 'command'",
  ),
  standingAfter: defineQuery(
    count,
    "SELECT count(*) AS count FROM change_set WHERE kind = 'command' AND undone_by IS NULL AND revision > ?",
  ),
  /** Undone by a step after the first revision, up to the second one. */
  undoneUpTo: defineQuery(
    count,
    "SELECT count(*) AS count FROM change_set WHERE kind = 'command' AND undone_by > ? AND revision <= ?",
  ),
};

const changeRow = z.object({
  seq: z.number(),
  table_name: z.string(),
  key: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type ChangeRow = z.infer<typeof changeRow>;

/** A page of a change set's images, so that undoing a large import never holds all of them. */
export const changeQueries = {
  backwards: defineQuery(
    changeRow,
    'SELECT seq, table_name, key, before, after FROM change WHERE change_set = ? AND seq < ? ORDER BY seq DESC LIMIT 500',
  ),
  /** Edits of one document's text that stand, newest first, whoever made them: only all of them lead back to its beginning. */
  editsOfText: defineQuery(
    changeRow,
    `SELECT seq, table_name, key, before, after FROM main.change AS change
      WHERE table_name IN ('document', 'document_text') AND key = ?
        AND change_set IN (SELECT revision FROM main.change_set WHERE kind = 'command' AND undone_by IS NULL)
      ORDER BY change_set DESC, change.seq DESC`,
  ),
  /** A row of one step that a later one, which stands, has changed as well. */
  changedSince: defineQuery(
    z.object({ table_name: z.string(), key: z.string() }),
    `SELECT table_name, key FROM main.change
      WHERE change_set IN (SELECT revision FROM main.change_set WHERE kind = 'command' AND undone_by IS NULL AND revision > ?)
        AND (table_name, key) IN (SELECT table_name, key FROM main.change WHERE change_set = ?) LIMIT 1`,
  ),
  /**
   * Something a later step, which stands, has placed in a text one step corrected: its images have the places of the text as it
   * is, and whoever made it could not go back behind it any more.
   */
  placedSince: defineQuery(
    z.object({ table_name: z.string(), key: z.string() }),
    `SELECT table_name, key FROM main.change
      WHERE change_set IN (SELECT revision FROM main.change_set WHERE kind = 'command' AND undone_by IS NULL AND revision > ?)
        AND table_name IN ('selection', 'turn')
        AND json_extract(coalesce(after, before), '$.document') IN
          (SELECT key FROM main.change WHERE change_set = ? AND table_name = 'document_text') LIMIT 1`,
  ),
  forwards: defineQuery(
    changeRow,
    'SELECT seq, table_name, key, before, after FROM change WHERE change_set = ? AND seq > ? ORDER BY seq LIMIT 500',
  ),
};
