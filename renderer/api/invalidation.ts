import type { MethodName } from '../../shared/contract/methods.ts';

const documentTables = ['document', 'turn', 'speaker', 'study_case'];
const codingTables = ['selection', 'coding'];
const codeTables = ['code', 'code_text', 'code_alias', 'code_example'];
const caseTables = ['study_case', 'attribute', 'attribute_value', 'value_group'];
const questionTables = ['question', 'question_text', 'question_code'];
const everything = null;

/**
 * Tables whose change makes an answer stale. `null`: every change; an empty list: none, the answer only depends on its input.
 * A method that is not named here is stale after any change, so a forgotten entry costs time and never shows old figures.
 */
const tablesByMethod: Partial<Record<MethodName, readonly string[] | null>> = {
  'app.state': everything,
  'documents.list': [...documentTables, ...codingTables, 'coder', 'coder_document'],
  'documents.words': documentTables,
  'documents.get': documentTables,
  'cases.purgePlan': [...caseTables, 'memo', 'coding', 'selection', 'turn', ...documentTables],
  'cases.list': [...caseTables, 'survey_column', ...documentTables],
  'attributes.misfits': caseTables,
  'survey.figures': caseTables,
  'survey.cases': [...caseTables, 'document'],
  'guide.list': questionTables,
  'guide.turns': [...questionTables, ...documentTables],
  'guide.coverage': [...questionTables, ...documentTables],
  'guide.matrix': [...questionTables, ...documentTables, ...codingTables],
  'guide.passages': [...questionTables, ...documentTables, ...codingTables],
  'survey.correlations': caseTables,
  'codes.list': [...codeTables, ...codingTables],
  'codes.passages': [...documentTables, ...codingTables, ...codeTables, 'coder'],
  'coders.list': ['coder', ...codingTables],
  'codings.ofDocument': [...codingTables, 'memo'],
  'review.list': [...codingTables, 'selection_review', 'memo', 'coder', ...documentTables],
  'codings.recentCodes': codingTables,
  'memos.list': ['memo', ...documentTables, ...codingTables],
  'search.text': documentTables,
  'portraits.activity': [...codingTables, 'coder'],
  'plane.get': ['sheet', 'code', 'attribute'],
  'blinding.log': everything,
  'queries.list': ['saved_query'],
  'search.inDocument': documentTables,
  'words.stopLists': ['stop_list', 'document'],
  'translations.ofDocument': ['translation', 'selection', 'document'],
  'settings.get': [],
  'backups.folder': [],
  'view.get': [],
  'files.read': [],
  'exchange.recognise': [],
  'imports.preview': [],
};

/** Whether a cached answer of the method may have changed when these tables did. */
export function isStale(method: MethodName, changed: readonly string[]): boolean {
  const tables = tablesByMethod[method];
  if (tables === undefined || tables === null) return true;
  return tables.some((table) => changed.includes(table));
}
