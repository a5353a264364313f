import { parse } from 'csv-parse/sync';
import type { attributeTypes } from '../../../shared/contract/methods/cases.ts';

export type SurveyColumn = { readonly key: string; readonly type: (typeof attributeTypes)[number] };
export type Survey = {
  readonly columns: readonly SurveyColumn[];
  readonly rows: readonly ReadonlyMap<string, string>[];
};

/** What a column holds, judged by all its filled cells; a doubtful one is text, so that `18-29` or `<3000` stay what they are. */
function typeOf(cells: readonly string[]): SurveyColumn['type'] {
  const all = (pattern: RegExp): boolean => cells.length > 0 && cells.every((cell) => pattern.test(cell));
  if (all(/^-?\d{1,15}$/)) return 'integer';
  if (all(/^-?\d+(\.\d+)?$/)) return 'decimal';
  if (all(/^\d{4}-\d{2}-\d{2}$/)) return 'date';
  if (all(/^(yes|no)$/)) return 'boolean';
  return 'text';
}

/** Reads a survey: one row a respondent, one column an attribute; empty cells are not answered and stay out of the maps. */
export function readSurveyCsv(text: string): Survey {
  const [header = [], ...records] = parse(text, { bom: true, skip_empty_lines: true });
  const rows = records.map(
    (record) => new Map(header.flatMap((key, place) => (record[place] ? [[key, record[place]] as const] : []))),
  );
  const columns = header.map((key) => ({ key, type: typeOf(rows.flatMap((row) => row.get(key) ?? [])) }));
  return { columns, rows };
}
