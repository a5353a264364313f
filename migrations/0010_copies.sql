-- Copies of a project for single coders, and what comes back from them.

-- The copy this one was made from, and whose work is done in it.
ALTER TABLE project ADD COLUMN base_copy TEXT;
ALTER TABLE project ADD COLUMN copy_for TEXT;

-- Copies made from this file.
CREATE TABLE made_copy (
  copy TEXT NOT NULL PRIMARY KEY,
  coder TEXT NOT NULL,
  base_revision INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- In a copy: when rows of the project it was made from were last written and removed; its own history knows what came after.
CREATE TABLE row_stamp (
  table_name TEXT NOT NULL,
  key TEXT NOT NULL,
  live TEXT NOT NULL,
  gone TEXT NOT NULL,
  PRIMARY KEY (table_name, key)
) STRICT, WITHOUT ROWID;

-- The history of copies that were merged, only to be read. It counts while the merge that brought it stands.
CREATE TABLE foreign_change_set (
  id TEXT NOT NULL PRIMARY KEY,
  copy TEXT NOT NULL,
  copy_for TEXT,
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL,
  command TEXT NOT NULL,
  label TEXT NOT NULL,
  coder TEXT,
  at TEXT NOT NULL,
  -- Undo and redo: the change set they reversed or repeated.
  target TEXT,
  -- Revision of the merge.
  merge INTEGER NOT NULL
) STRICT;
CREATE INDEX foreign_change_set_by_merge ON foreign_change_set (merge);

CREATE TABLE foreign_change (
  change_set TEXT NOT NULL REFERENCES foreign_change_set (id),
  seq INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  key TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (change_set, seq)
) STRICT, WITHOUT ROWID;

-- Who is to code what. Documents of the reliability sample are everybody's; the seed is that of the draw.
CREATE TABLE assignment (
  coder TEXT NOT NULL REFERENCES coder (id),
  document TEXT NOT NULL REFERENCES document (id),
  in_sample INTEGER NOT NULL CHECK (in_sample IN (0, 1)),
  seed INTEGER,
  PRIMARY KEY (coder, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX assignment_by_document ON assignment (document);

-- A reliability round: what some coders had coded in some documents at one moment, never changed afterwards. It refers to
-- nothing that may still change; positions are code points.
CREATE TABLE round (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  -- Where the documents were drawn at random: from how many, and by which seed.
  seed INTEGER,
  drawn_from INTEGER NOT NULL,
  -- Revision of the project, and a hash of the codes with their definitions and rules.
  revision INTEGER NOT NULL,
  codebook TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE round_coder (
  round TEXT NOT NULL REFERENCES round (id),
  coder TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (round, coder)
) STRICT, WITHOUT ROWID;

CREATE TABLE round_document (
  round TEXT NOT NULL REFERENCES round (id),
  document TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  code_points INTEGER NOT NULL,
  -- JSON: [start, end, role] of every turn's content.
  turns TEXT NOT NULL,
  -- JSON: ids of the coders who had marked it as done.
  done TEXT NOT NULL,
  PRIMARY KEY (round, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE round_code (
  round TEXT NOT NULL REFERENCES round (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (round, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE round_coding (
  round TEXT NOT NULL REFERENCES round (id),
  coding TEXT NOT NULL,
  document TEXT NOT NULL,
  coder TEXT NOT NULL,
  code TEXT NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  PRIMARY KEY (round, coding)
) STRICT, WITHOUT ROWID;
