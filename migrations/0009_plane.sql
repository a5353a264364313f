-- What the researcher writes on a sheet of the study as a whole, such as the plane of individuality and morality.
CREATE TABLE sheet (
  name TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
