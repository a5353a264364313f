-- How differences between coders were decided: the layer of agreed codings stands apart from everybody's own.
CREATE TABLE adjudication (
  id TEXT NOT NULL PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  kind TEXT NOT NULL CHECK (kind IN ('boundary', 'different', 'missed', 'extra')),
  code TEXT NOT NULL REFERENCES code (id),
  -- Where the coders gave different codes: the other one.
  other_code TEXT REFERENCES code (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  -- The coders compared, in their order: a JSON array of ids.
  coders TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('coder', 'both', 'neither', 'own')),
  -- The coder it was decided for.
  chosen TEXT REFERENCES coder (id),
  reason TEXT NOT NULL DEFAULT '',
  decided_by TEXT NOT NULL REFERENCES coder (id),
  decided_at TEXT NOT NULL,
  CHECK (0 <= start_at AND start_at <= end_at),
  CHECK ((verdict = 'coder') = (chosen IS NOT NULL))
) STRICT;
CREATE INDEX adjudication_by_document ON adjudication (document, start_at);
CREATE INDEX adjudication_by_code ON adjudication (code);
CREATE INDEX adjudication_by_other_code ON adjudication (other_code);
CREATE INDEX adjudication_by_chosen ON adjudication (chosen);
CREATE INDEX adjudication_by_decider ON adjudication (decided_by);

-- What holds instead: the passages a decision gives their codes.
CREATE TABLE gold_coding (
  id TEXT NOT NULL PRIMARY KEY,
  adjudication TEXT NOT NULL REFERENCES adjudication (id),
  document TEXT NOT NULL REFERENCES document (id),
  code TEXT NOT NULL REFERENCES code (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  CHECK (0 <= start_at AND start_at <= end_at)
) STRICT;
CREATE INDEX gold_coding_by_adjudication ON gold_coding (adjudication);
CREATE INDEX gold_coding_by_document ON gold_coding (document, start_at);
CREATE INDEX gold_coding_by_code ON gold_coding (code);
