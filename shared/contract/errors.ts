import { z } from 'zod';
import { valueProblems } from '../domain/attribute.ts';
import { queryProblems } from '../analysis/query/query-error.ts';
import { listFaults } from '../pseudonyms/pseudonym-list.ts';
import { damageReasons, formatReasons } from '../domain/file-reasons.ts';
import { entryProblems } from '../import/codebook/codebook-entry.ts';
import { surveyProblems } from '../import/survey/survey-fault.ts';

const file = z.object({ file: z.string() });

/** One refused row of a codings CSV: `line` is 1-based and counts the header; `given` is the row's text, `found` what the transcript says there. */
export const csvRowFault = z.object({
  line: z.number().int(),
  problem: z.enum([
    'text_differs',
    'counted_in_utf16',
    'unknown_code',
    'unknown_document',
    'ambiguous_document',
    'out_of_range',
    'not_a_number',
    'empty_span',
    'no_coder',
    'columns',
  ]),
  value: z.string().optional(),
  given: z.string().optional(),
  found: z.string().optional(),
});
export type CsvRowFault = z.infer<typeof csvRowFault>;

/** One cell or row of a survey that is not taken: `row` counts the header as 1; no column where the whole row is meant. */
export const surveyFault = z.object({
  row: z.number().int(),
  column: z.string().nullable(),
  problem: z.enum(surveyProblems),
  value: z.string(),
});
export type SurveyFault = z.infer<typeof surveyFault>;

/** A row of a codebook table, or a code of a list, that is not taken. */
export const codebookFault = z.object({
  unit: z.enum(['line', 'code']),
  line: z.number().int(),
  problem: z.enum(entryProblems),
  value: z.string(),
});
export type CodebookFault = z.infer<typeof codebookFault>;

/** A value that its attribute does not admit. */
export const cellFault = z.object({
  case: z.string(),
  attribute: z.string(),
  value: z.string(),
  problem: z.enum(valueProblems),
});
/** Most faults of a file that an answer lists: one with more has one fault many times. */
export const mostFaults = 1000;

export type CellFault = z.infer<typeof cellFault>;

/** Parameters of every error the core can answer with: the union is closed, the words live in shared/messages. */
export const errorParameters = {
  internal: z.object({ log: z.string() }),
  invalid_input: z.object({ method: z.string(), detail: z.string() }),
  unknown_method: z.object({ method: z.string() }),
  cancelled: z.object({}),
  connection_lost: z.object({}),
  no_project: z.object({}),
  project_not_found: file,
  project_in_use: file,
  project_foreign: file,
  project_damaged: z.object({ file: z.string(), detail: z.string() }),
  project_newer: z.object({ file: z.string(), fileSchema: z.number(), appSchema: z.number() }),
  project_exists: file,
  folder_read_only: file,
  folder_not_found: file,
  disk_full: file,
  /** Something was erased, and there is no room to write the file anew without it. */
  rewrite_no_space: file,
  not_found: z.object({ kind: z.string(), name: z.string() }),
  name_taken: z.object({ kind: z.string(), name: z.string() }),
  name_ambiguous: z.object({ kind: z.string(), name: z.string() }),
  name_empty: z.object({ kind: z.string() }),
  ticket_unknown: z.object({}),
  selection_empty: z.object({}),
  selection_out_of_range: z.object({ start: z.number(), end: z.number(), length: z.number() }),
  /** The changes were made against another state of the text. */
  text_changed: z.object({ document: z.string() }),
  text_change_invalid: z.object({ document: z.string(), detail: z.string() }),
  speaker_has_turns: z.object({ name: z.string() }),
  /** Where a turn was to be cut there are no words on one side. */
  turn_not_cut: z.object({ document: z.string() }),
  turn_is_last: z.object({ document: z.string() }),
  code_not_codable: z.object({ name: z.string() }),
  code_cycle: z.object({ name: z.string() }),
  code_merge_self: z.object({ name: z.string() }),
  nothing_to_undo: z.object({}),
  /** The step that was to be undone is not the newest that stands any more. */
  undo_overtaken: z.object({}),
  /** What came before was erased with the words it was about. */
  past_erased: z.object({ by: z.enum(['purge', 'seal']) }),
  nothing_to_redo: z.object({}),
  history_conflict: z.object({ table: z.string(), key: z.string() }),
  /** What a step gives its name back to would share it with something made since. */
  history_name_taken: z.object({ kind: z.string(), name: z.string() }),
  coders_too_few: z.object({}),
  segments_missing: z.object({}),
  /** Of a frozen round only turns and characters are kept. */
  round_unit: z.object({}),
  nothing_assigned: z.object({ coder: z.string() }),
  difference_gone: z.object({ document: z.string() }),
  characters_not_drawn: z.object({}),
  /** This coder must not see or change the others' work now. */
  blind: z.object({ name: z.string() }),
  /** A file that is no copy of the open project. */
  merge_stranger: z.object({ file: z.string(), name: z.string(), project: z.string() }),
  /** A copy in which respondents were taken out for good who are still here. */
  merge_withdrawn: z.object({ file: z.string(), names: z.string() }),
  file_not_found: file,
  file_unreadable: file,
  file_empty: file,
  file_encoding: z.object({ file: z.string(), encoding: z.string(), byte: z.number() }),
  file_format: z.object({ file: z.string(), reason: z.enum(formatReasons) }),
  file_damaged: z.object({ file: z.string(), reason: z.enum(damageReasons) }),
  file_too_large: z.object({ file: z.string(), size: z.number(), limit: z.number() }),
  /** A label pattern the user wrote: not a regular expression, or one that takes too long. */
  speaker_pattern: z.object({ pattern: z.string(), reason: z.enum(['syntax', 'slow']) }),
  encrypted_foreign: file,
  /** The file is locked: it opens with its passphrase only (`project.openEncrypted`). */
  passphrase_needed: file,
  encrypted_damaged: file,
  passphrase_wrong: file,
  archive_foreign: file,
  /** `entry`: the file in the archive, or what is wrong with its rows. */
  archive_damaged: z.object({ file: z.string(), entry: z.string(), reason: z.enum(['missing', 'checksum', 'rows']) }),
  arrow_to_itself: z.object({ name: z.string() }),
  /** A query that cannot be read: `place` counts characters from 1. */
  query_syntax: z.object({
    query: z.string(),
    problem: z.enum(queryProblems),
    at: z.number().int(),
    place: z.number().int(),
    found: z.string(),
  }),
  /** A regular expression to search by: ill-formed, or one that takes too long. */
  search_pattern: z.object({ pattern: z.string(), reason: z.enum(['syntax', 'slow']), detail: z.string() }),
  /** A list of pseudonyms that cannot be used, for the entry named. */
  pseudonym_list: z.object({ reason: z.enum(listFaults), name: z.string() }),
  csv_header: z.object({ file: z.string(), missing: z.array(z.string()), found: z.array(z.string()) }),
  csv_malformed: z.object({
    file: z.string(),
    line: z.number(),
    reason: z.enum(['quote_open', 'quote_inside', 'cell_long', 'other']),
  }),
  csv_rows: z.object({ file: z.string(), faults: z.array(csvRowFault), good: z.number() }),
  codebook_rows: z.object({ file: z.string(), faults: z.array(codebookFault), good: z.number() }),
  /** `good` counts the rows without a fault. */
  survey_rows: z.object({ file: z.string(), faults: z.array(surveyFault), good: z.number() }),
  survey_header: z.object({
    file: z.string(),
    reason: z.enum(['empty', 'no_name', 'twice', 'unknown']),
    column: z.string(),
  }),
  survey_sheet: z.object({ file: z.string(), sheet: z.string(), sheets: z.array(z.string()) }),
  cell_values: z.object({ faults: z.array(cellFault) }),
} as const;

export type ErrorCode = keyof typeof errorParameters;
export type ErrorParameters<Code extends ErrorCode> = z.infer<(typeof errorParameters)[Code]>;

/** An error as it crosses a transport. */
export type WireError = {
  readonly [Code in ErrorCode]: { readonly code: Code; readonly params: ErrorParameters<Code> };
}[ErrorCode];

/** The one error the core throws on purpose: a code of the closed union with its parameters. */
export class VerbatimError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly params: ErrorParameters<Code>;

  constructor(code: Code, params: ErrorParameters<Code>, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'VerbatimError';
    this.code = code;
    this.params = params;
  }

  toWire(): WireError {
    return { code: this.code, params: this.params } as WireError;
  }

  static fromWire(error: WireError): VerbatimError {
    return new VerbatimError(error.code, error.params);
  }
}

/** Whether a thrown value is a Verbatim error, of the given code if one is named. */
export function isVerbatimError<Code extends ErrorCode>(error: unknown, code?: Code): error is VerbatimError<Code> {
  return error instanceof VerbatimError && (code === undefined || error.code === code);
}
