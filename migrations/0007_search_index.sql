-- The search index: which words stand in which part of which document. Derived from texts and turns, never part of the
-- history, and it keeps no text: what is indexed is folded and spaced, and hits are found again in the stored text.
CREATE VIRTUAL TABLE search_index USING fts5 (
  words,
  label,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0"
);

-- The parts of a document (its turns and what stands between them, in text order) have the index rows from first_part on.
CREATE TABLE search_document (
  document TEXT NOT NULL PRIMARY KEY,
  first_part INTEGER NOT NULL UNIQUE,
  parts INTEGER NOT NULL,
  -- Text or turns have changed since: the rows say nothing any more and wait to be taken out.
  stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1))
) STRICT, WITHOUT ROWID;

-- In the same transaction as the change itself, whoever makes it: an index that lies is worse than none.
CREATE TRIGGER search_text_changed AFTER UPDATE OF text ON document WHEN OLD.text <> NEW.text
BEGIN UPDATE search_document SET stale = 1 WHERE document = NEW.id; END;
CREATE TRIGGER search_document_removed AFTER DELETE ON document
BEGIN UPDATE search_document SET stale = 1 WHERE document = OLD.id; END;
CREATE TRIGGER search_turn_added AFTER INSERT ON turn
BEGIN UPDATE search_document SET stale = 1 WHERE document = NEW.document; END;
CREATE TRIGGER search_turn_moved AFTER UPDATE ON turn
WHEN OLD.start_at <> NEW.start_at OR OLD.content_at <> NEW.content_at OR OLD.end_at <> NEW.end_at
BEGIN UPDATE search_document SET stale = 1 WHERE document = NEW.document; END;
CREATE TRIGGER search_turn_removed AFTER DELETE ON turn
BEGIN UPDATE search_document SET stale = 1 WHERE document = OLD.document; END;
