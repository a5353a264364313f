-- Selections someone should look at: what happened to their words, and what these were.
CREATE TABLE selection_review (
  selection TEXT NOT NULL PRIMARY KEY REFERENCES selection (id),
  -- Null where nothing is known of it.
  cause TEXT CHECK (cause IN ('corrected', 'reimported', 'replaced')),
  quote TEXT NOT NULL,
  created_at TEXT NOT NULL,
  -- Looked at, and left without a place.
  kept_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX selection_to_review ON selection (document, start_at) WHERE state <> 'placed';
-- Edits of a text in the history: their images are the changes of the text.
CREATE INDEX change_of_text ON change (key, change_set, seq) WHERE table_name = 'document_text';
