-- A passage's words in another language, beside them and never in their place: one a coder and language.
CREATE TABLE translation (
  id TEXT NOT NULL PRIMARY KEY,
  selection TEXT NOT NULL REFERENCES selection (id),
  coder TEXT NOT NULL REFERENCES coder (id),
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  -- Who translated it; a name, as it may be nobody who codes.
  translator TEXT NOT NULL,
  -- Held against the original by someone else.
  checked INTEGER NOT NULL DEFAULT 0 CHECK (checked IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (selection, coder, language)
) STRICT;
CREATE INDEX translation_by_coder ON translation (coder);
