-- Queries kept under a name, in the words of the query language.
CREATE TABLE saved_query (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- Words left out of word counts, a JSON array for each language; without a row the list the program comes with.
CREATE TABLE stop_list (
  language TEXT NOT NULL PRIMARY KEY,
  words TEXT NOT NULL
) STRICT;

-- The endorsement structure as the researcher draws it. A code or attribute that is gone leaves a variable without evidence.
CREATE TABLE structure_variable (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  code TEXT,
  -- Ids of attributes that measure the variable, by the code of a behaviour; under "" the one for all behaviours. JSON object.
  items TEXT NOT NULL,
  x REAL NOT NULL,
  y REAL NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE structure_arrow (
  id TEXT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL REFERENCES structure_variable (id),
  target TEXT NOT NULL REFERENCES structure_variable (id),
  note TEXT NOT NULL,
  UNIQUE (source, target),
  CHECK (source <> target)
) STRICT;
CREATE INDEX structure_arrow_by_target ON structure_arrow (target);

-- The behaviours that stand side by side, by code; without any those of the code with the slug "behaviour".
CREATE TABLE structure_behaviour (
  code TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT;
