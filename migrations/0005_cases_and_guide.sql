-- What a researcher declares of an attribute: its lowest and highest answer, and what these two mean.
ALTER TABLE attribute ADD COLUMN minimum REAL;
ALTER TABLE attribute ADD COLUMN maximum REAL;
ALTER TABLE attribute ADD COLUMN low_label TEXT;
ALTER TABLE attribute ADD COLUMN high_label TEXT;

-- The cell as it came in, where it was taken to mean that the value is missing.
ALTER TABLE attribute_value ADD COLUMN original TEXT;

-- Values counted as one (a city in several scripts); the value itself stays as it was written.
CREATE TABLE value_group (
  attribute TEXT NOT NULL REFERENCES attribute (id),
  value TEXT NOT NULL,
  grouped_as TEXT NOT NULL,
  PRIMARY KEY (attribute, value)
) STRICT, WITHOUT ROWID;

-- The columns of the survey as it was imported, so that the same table comes out again.
CREATE TABLE survey_column (
  header TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  attribute TEXT REFERENCES attribute (id),
  -- The key names the case; the document column holds file names of interviews.
  role TEXT NOT NULL CHECK (role IN ('key', 'document', 'attribute')),
  CHECK ((attribute IS NULL) = (role = 'key'))
) STRICT, WITHOUT ROWID;
CREATE INDEX survey_column_by_attribute ON survey_column (attribute);

-- A question of the interview guide; its words are in question_text. turn.question refers to it.
CREATE TABLE question (
  id TEXT NOT NULL PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  section TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE question_text (
  question TEXT NOT NULL REFERENCES question (id),
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (question, language)
) STRICT, WITHOUT ROWID;

-- Codes the answers to a question may touch.
CREATE TABLE question_code (
  question TEXT NOT NULL REFERENCES question (id),
  code TEXT NOT NULL REFERENCES code (id),
  PRIMARY KEY (question, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_code_by_code ON question_code (code);
CREATE INDEX turn_by_question ON turn (question) WHERE question IS NOT NULL;
