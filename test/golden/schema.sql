-- schema 13

CREATE TRIGGER search_document_removed AFTER DELETE ON document
BEGIN UPDATE search_document SET stale = 1 WHERE document = OLD.id; END;

CREATE TRIGGER search_text_changed AFTER UPDATE OF text ON document WHEN OLD.text <> NEW.text
BEGIN UPDATE search_document SET stale = 1 WHERE document = NEW.id; END;

CREATE TRIGGER search_turn_added AFTER INSERT ON turn
BEGIN UPDATE search_document SET stale = 1 WHERE document = NEW.document; END;

CREATE TRIGGER search_turn_moved AFTER UPDATE ON turn
WHEN OLD.start_at <> NEW.start_at OR OLD.content_at <> NEW.content_at OR OLD.end_at <> NEW.end_at
BEGIN UPDATE search_document SET stale = 1 WHERE document = NEW.document; END;

CREATE TRIGGER search_turn_removed AFTER DELETE ON turn
BEGIN UPDATE search_document SET stale = 1 WHERE document = OLD.document; END;

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

CREATE TABLE assignment (
  coder TEXT NOT NULL REFERENCES coder (id),
  document TEXT NOT NULL REFERENCES document (id),
  in_sample INTEGER NOT NULL CHECK (in_sample IN (0, 1)),
  seed INTEGER,
  PRIMARY KEY (coder, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribute (
  id TEXT NOT NULL PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('text', 'integer', 'decimal', 'date', 'boolean', 'one_of', 'ordered')),
  -- JSON array of allowed values in their order, for one_of and ordered.
  categories TEXT,
  position INTEGER NOT NULL,
  confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1))
, minimum REAL, maximum REAL, low_label TEXT, high_label TEXT) STRICT;

CREATE TABLE attribute_value (
  study_case TEXT NOT NULL REFERENCES study_case (id),
  attribute TEXT NOT NULL REFERENCES attribute (id),
  value TEXT,
  missing TEXT CHECK (missing IN ('missing', 'not_applicable', 'refused', 'confidential')), original TEXT,
  PRIMARY KEY (study_case, attribute),
  CHECK ((value IS NULL) <> (missing IS NULL))
) STRICT, WITHOUT ROWID;

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

CREATE TABLE blob (
  hash TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE change (
  change_set INTEGER NOT NULL REFERENCES change_set (revision),
  seq INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  key TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (change_set, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE change_set (
  revision INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('command', 'undo', 'redo')),
  command TEXT NOT NULL,
  label TEXT NOT NULL,
  coder TEXT,
  at TEXT NOT NULL,
  -- Undo and redo: the change set they reversed or repeated.
  target INTEGER REFERENCES change_set (revision),
  -- A command: the undo that reversed it, while it is reversed.
  undone_by INTEGER
) STRICT;

CREATE TABLE code (
  id TEXT NOT NULL PRIMARY KEY,
  parent TEXT REFERENCES code (id),
  position INTEGER NOT NULL,
  slug TEXT UNIQUE,
  color TEXT NOT NULL,
  mark TEXT NOT NULL CHECK (mark IN ('solid', 'dash', 'dot', 'double', 'wave')),
  codable INTEGER NOT NULL DEFAULT 1 CHECK (codable IN (0, 1)),
  pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  -- Counted up whenever a definition or rule changes; a coding keeps the version it was made under.
  version INTEGER NOT NULL DEFAULT 1,
  language TEXT NOT NULL,
  created_at TEXT NOT NULL
, asks_memo INTEGER CHECK (asks_memo IN (0, 1))) STRICT;

CREATE TABLE code_alias (
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL REFERENCES code (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('alias', 'reading')),
  text TEXT NOT NULL
) STRICT;

CREATE TABLE code_example (
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL REFERENCES code (id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT '',
  selection TEXT REFERENCES selection (id)
) STRICT;

CREATE TABLE code_text (
  code TEXT NOT NULL REFERENCES code (id),
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  definition TEXT NOT NULL DEFAULT '',
  when_to_use TEXT NOT NULL DEFAULT '',
  when_not_to_use TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (code, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE coder (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE coder_document (
  coder TEXT NOT NULL REFERENCES coder (id),
  document TEXT NOT NULL REFERENCES document (id),
  done_at TEXT NOT NULL,
  PRIMARY KEY (coder, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE coding (
  id TEXT NOT NULL PRIMARY KEY,
  selection TEXT NOT NULL REFERENCES selection (id),
  code TEXT NOT NULL REFERENCES code (id),
  coder TEXT NOT NULL REFERENCES coder (id),
  origin TEXT NOT NULL CHECK (origin IN ('manual', 'import', 'automatic')),
  code_version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (selection, code)
) STRICT;

CREATE TABLE document (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT,
  -- The label pattern its turns were found by.
  pattern TEXT NOT NULL,
  original TEXT NOT NULL REFERENCES blob (hash),
  original_name TEXT NOT NULL,
  text TEXT NOT NULL REFERENCES blob (hash),
  utf16_length INTEGER NOT NULL,
  code_points INTEGER NOT NULL,
  study_case TEXT REFERENCES study_case (id),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE external_id (
  kind TEXT NOT NULL,
  entity TEXT NOT NULL,
  guid TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (kind, entity, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE foreign_change (
  change_set TEXT NOT NULL REFERENCES foreign_change_set (id),
  seq INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  key TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (change_set, seq)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE gold_coding (
  id TEXT NOT NULL PRIMARY KEY,
  adjudication TEXT NOT NULL REFERENCES adjudication (id),
  document TEXT NOT NULL REFERENCES document (id),
  code TEXT NOT NULL REFERENCES code (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  CHECK (0 <= start_at AND start_at <= end_at)
) STRICT;

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

CREATE TABLE kept_file (
  element TEXT NOT NULL REFERENCES kept_element (id),
  -- The path as the element has it.
  path TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes TEXT NOT NULL REFERENCES blob (hash),
  PRIMARY KEY (element, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE made_copy (
  copy TEXT NOT NULL PRIMARY KEY,
  coder TEXT NOT NULL,
  base_revision INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE memo (
  id TEXT NOT NULL PRIMARY KEY,
  coder TEXT NOT NULL REFERENCES coder (id),
  document TEXT REFERENCES document (id),
  study_case TEXT REFERENCES study_case (id),
  code TEXT REFERENCES code (id),
  selection TEXT REFERENCES selection (id),
  coding TEXT REFERENCES coding (id),
  text TEXT NOT NULL,
  -- The rich text as the editor's own JSON, where it is more than its plain text.
  body TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CHECK ((document IS NOT NULL) + (study_case IS NOT NULL) + (code IS NOT NULL) + (selection IS NOT NULL) + (coding IS NOT NULL) <= 1)
) STRICT;

CREATE TABLE project (
  id TEXT NOT NULL PRIMARY KEY,
  copy_id TEXT NOT NULL,
  base_revision INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  synthetic INTEGER NOT NULL DEFAULT 0 CHECK (synthetic IN (0, 1)),
  template TEXT NOT NULL,
  created_at TEXT NOT NULL
, base_copy TEXT, copy_for TEXT) STRICT;

CREATE TABLE question (
  id TEXT NOT NULL PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  section TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE question_code (
  question TEXT NOT NULL REFERENCES question (id),
  code TEXT NOT NULL REFERENCES code (id),
  PRIMARY KEY (question, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE question_text (
  question TEXT NOT NULL REFERENCES question (id),
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (question, language)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE round_code (
  round TEXT NOT NULL REFERENCES round (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (round, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE round_coder (
  round TEXT NOT NULL REFERENCES round (id),
  coder TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (round, coder)
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

CREATE TABLE row_stamp (
  table_name TEXT NOT NULL,
  key TEXT NOT NULL,
  live TEXT NOT NULL,
  gone TEXT NOT NULL,
  PRIMARY KEY (table_name, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_query (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE search_document (
  document TEXT NOT NULL PRIMARY KEY,
  first_part INTEGER NOT NULL UNIQUE,
  parts INTEGER NOT NULL,
  -- Text or turns have changed since: the rows say nothing any more and wait to be taken out.
  stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search_index USING fts5 (
  words,
  label,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0"
);

CREATE TABLE 'search_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'search_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE selection (
  id TEXT NOT NULL PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  coder TEXT NOT NULL REFERENCES coder (id),
  name TEXT,
  comment TEXT,
  -- The anchor: a hash of the words, and 32 code units around them.
  quote_hash TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'placed' CHECK (state IN ('placed', 'uncertain', 'detached')),
  -- The words themselves, kept only once the selection is detached from its place.
  quote TEXT,
  created_at TEXT NOT NULL,
  CHECK (0 <= start_at AND start_at <= end_at),
  CHECK ((state = 'detached') = (quote IS NOT NULL))
) STRICT;

CREATE TABLE selection_review (
  selection TEXT NOT NULL PRIMARY KEY REFERENCES selection (id),
  -- Null where nothing is known of it.
  cause TEXT CHECK (cause IN ('corrected', 'reimported', 'replaced')),
  quote TEXT NOT NULL,
  created_at TEXT NOT NULL,
  -- Looked at, and left without a place.
  kept_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE sheet (
  name TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE TABLE speaker (
  id TEXT NOT NULL PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('interviewer', 'respondent', 'other')),
  -- For focus groups: the case of this one speaker.
  study_case TEXT REFERENCES study_case (id),
  UNIQUE (document, name)
) STRICT;

CREATE TABLE stop_list (
  language TEXT NOT NULL PRIMARY KEY,
  words TEXT NOT NULL
) STRICT;

CREATE TABLE structure_arrow (
  id TEXT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL REFERENCES structure_variable (id),
  target TEXT NOT NULL REFERENCES structure_variable (id),
  note TEXT NOT NULL,
  UNIQUE (source, target),
  CHECK (source <> target)
) STRICT;

CREATE TABLE structure_behaviour (
  code TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT;

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

CREATE TABLE study_case (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE survey_column (
  header TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  attribute TEXT REFERENCES attribute (id),
  -- The key names the case; the document column holds file names of interviews.
  role TEXT NOT NULL CHECK (role IN ('key', 'document', 'attribute')),
  CHECK ((attribute IS NULL) = (role = 'key'))
) STRICT, WITHOUT ROWID;

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

CREATE TABLE turn (
  id TEXT NOT NULL PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  start_at INTEGER NOT NULL,
  content_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  speaker TEXT REFERENCES speaker (id),
  -- Seconds from the beginning of the recording.
  time REAL,
  -- Id of the interview guide's question, once a guide is there.
  question TEXT,
  CHECK (0 <= start_at AND start_at <= content_at AND content_at <= end_at)
) STRICT;

CREATE TABLE value_group (
  attribute TEXT NOT NULL REFERENCES attribute (id),
  value TEXT NOT NULL,
  grouped_as TEXT NOT NULL,
  PRIMARY KEY (attribute, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE view_state (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX adjudication_by_chosen ON adjudication (chosen);

CREATE INDEX adjudication_by_code ON adjudication (code);

CREATE INDEX adjudication_by_decider ON adjudication (decided_by);

CREATE INDEX adjudication_by_document ON adjudication (document, start_at);

CREATE INDEX adjudication_by_other_code ON adjudication (other_code);

CREATE INDEX assignment_by_document ON assignment (document);

CREATE INDEX attribute_value_by_attribute ON attribute_value (attribute);

CREATE INDEX blinding_by_coder ON blinding (coder);

CREATE INDEX change_of_text ON change (key, change_set, seq) WHERE table_name = 'document_text';

CREATE INDEX change_set_by_kind ON change_set (kind);

CREATE INDEX change_set_by_state ON change_set (kind, undone_by);

CREATE INDEX change_set_by_target ON change_set (target);

CREATE INDEX code_alias_by_code ON code_alias (code, position);

CREATE INDEX code_by_parent ON code (parent, position);

CREATE INDEX code_example_by_code ON code_example (code, position);

CREATE INDEX code_example_by_selection ON code_example (selection);

CREATE INDEX coder_document_by_document ON coder_document (document);

CREATE INDEX coding_by_code ON coding (code, coder);

CREATE INDEX coding_by_coder ON coding (coder, created_at);

CREATE INDEX document_by_case ON document (study_case);

CREATE INDEX document_by_original ON document (original);

CREATE INDEX document_by_text ON document (text);

CREATE INDEX external_id_by_key ON external_id (lower(replace(replace(replace(guid, '{', ''), '}', ''), ' ', '')), kind);

CREATE INDEX foreign_change_set_by_merge ON foreign_change_set (merge);

CREATE INDEX gold_coding_by_adjudication ON gold_coding (adjudication);

CREATE INDEX gold_coding_by_code ON gold_coding (code);

CREATE INDEX gold_coding_by_document ON gold_coding (document, start_at);

CREATE INDEX kept_element_by_owner ON kept_element (owner);

CREATE INDEX kept_file_by_bytes ON kept_file (bytes);

CREATE INDEX memo_by_case ON memo (study_case) WHERE study_case IS NOT NULL;

CREATE INDEX memo_by_code ON memo (code) WHERE code IS NOT NULL;

CREATE INDEX memo_by_coder ON memo (coder);

CREATE INDEX memo_by_coding ON memo (coding) WHERE coding IS NOT NULL;

CREATE INDEX memo_by_document ON memo (document) WHERE document IS NOT NULL;

CREATE INDEX memo_by_selection ON memo (selection) WHERE selection IS NOT NULL;

CREATE INDEX question_code_by_code ON question_code (code);

CREATE INDEX selection_by_coder ON selection (coder);

CREATE INDEX selection_by_document ON selection (document, start_at);

CREATE INDEX selection_to_review ON selection (document, start_at) WHERE state <> 'placed';

CREATE INDEX speaker_by_case ON speaker (study_case);

CREATE INDEX structure_arrow_by_target ON structure_arrow (target);

CREATE INDEX survey_column_by_attribute ON survey_column (attribute);

CREATE INDEX translation_by_coder ON translation (coder);

CREATE INDEX turn_by_document ON turn (document, start_at);

CREATE INDEX turn_by_question ON turn (question) WHERE question IS NOT NULL;

CREATE INDEX turn_by_speaker ON turn (speaker);
