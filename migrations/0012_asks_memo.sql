-- Whether a memo is asked for when the code is applied; NULL, as in codes older than the column, is no.
ALTER TABLE code ADD COLUMN asks_memo INTEGER CHECK (asks_memo IN (0, 1));
-- The codebook that comes with the program says of this code: always add a memo.
UPDATE code SET asks_memo = 1
 WHERE slug = 'acceptance.disguised'
   AND id IN (SELECT entity FROM external_id WHERE kind = 'code' AND source = 'scs-codebook');
