/** Why a file is of no kind that is read; each has its words and remedy in the catalogues. */
export const formatReasons = [
  'word97',
  'encrypted',
  'scan',
  'picture',
  'recording',
  'compressed',
  'archive',
  'database',
  'spreadsheet',
  'presentation',
  'not_text',
  'no_speech_column',
  'no_speech',
  'other_xml',
  'doctype',
  'too_deep',
  'too_slow',
  'embedded',
  'bomb',
  'not_table',
  'no_questions',
  'no_codes',
] as const;
export type FormatReason = (typeof formatReasons)[number];

/** What is broken in a file of a kind that is read. */
export const damageReasons = ['zip', 'part_missing', 'xml', 'json', 'table', 'rtf', 'pdf'] as const;
export type DamageReason = (typeof damageReasons)[number];
