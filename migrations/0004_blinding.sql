-- Who coded without seeing the others, from when to when. Rows are only added: no undo reaches them.
CREATE TABLE blinding (
  id TEXT NOT NULL PRIMARY KEY,
  coder TEXT NOT NULL REFERENCES coder (id),
  -- began, lifted: for this coder. left: another coder, who is not blind, was chosen meanwhile.
  act TEXT NOT NULL CHECK (act IN ('began', 'lifted', 'left')),
  reason TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL,
  -- The project's revision at that moment.
  revision INTEGER NOT NULL
) STRICT;
CREATE INDEX blinding_by_coder ON blinding (coder);
