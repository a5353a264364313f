-- What came from another program and has no counterpart here: kept to be written again.

CREATE TABLE kept_element (
  id TEXT NOT NULL PRIMARY KEY,
  place TEXT NOT NULL CHECK (place IN ('set', 'link', 'graph', 'source', 'shell', 'coding', 'case', 'variable')),
  -- GUID of the source, case or variable it stands in; empty for one that stands by itself.
  owner TEXT NOT NULL,
  -- Its own GUID, or empty.
  guid TEXT NOT NULL,
  -- The element as JSON: name, attributes, children, text.
  content TEXT NOT NULL
) STRICT;
CREATE INDEX kept_element_by_owner ON kept_element (owner);

-- A file an element names: a picture, a recording.
CREATE TABLE kept_file (
  element TEXT NOT NULL REFERENCES kept_element (id),
  -- The path as the element has it.
  path TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes TEXT NOT NULL REFERENCES blob (hash),
  PRIMARY KEY (element, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_file_by_bytes ON kept_file (bytes);
