-- A GUID is found however a file spells it: without braces and blanks, in lower case, as shared/refi/guid.ts has it.
DROP INDEX external_id_by_guid;
CREATE INDEX external_id_by_key ON external_id (lower(replace(replace(replace(guid, '{', ''), '}', ''), ' ', '')), kind);
