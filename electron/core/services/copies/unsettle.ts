import { mergeQueries } from '../../store/repositories/copy-table.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import { loggedTables } from '../../store/repositories/registry.ts';
import type { Row, Table } from '../../store/table.ts';
import { imageOf } from '../../store/row-images.ts';
import type { MergeSide } from './merge-side.ts';
import type { References } from './table-references.ts';
import type { WantedRows } from './wanted-rows.ts';
import { writtenImages } from './written-images.ts';

/** Tables whose rows two sides may have made twice and then share: what a row of the other side called them is not known any more. */
const shared = new Set(['coder', 'document']);
/** What moves along with a text stands where the text has it. */
const moving = new Set(['selection', 'turn', 'speaker', 'adjudication', 'gold_coding', 'project']);

/**
 * Takes back what earlier merges had to settle between the copies they knew: rows stand as those who wrote them left them, or
 * not at all, and are settled anew with what comes now. Otherwise the order of merging would decide. What was chosen by hand stays.
 */
export function unsettle(here: MergeSide, wanted: WantedRows, references: References): void {
  const settled = new Map<string, { table: Table; key: string }>();
  for (const { table_name, key } of here.store.all(mergeQueries.written)) {
    const table = loggedTables.get(table_name);
    if (table && !moving.has(table_name) && !here.stamps.isChosen(table_name, key))
      settled.set(`${table_name} ${key}`, { table, key });
  }
  for (const table of loggedTables.values())
    for (const key of here.stamps.keysOf(table.name)) {
      const { live, gone } = here.stamps.of(table.name, key);
      const standing = wanted.standing(table, key);
      if (standing && here.live(table, key, standing) < gone) wanted.want(table, key, null);
      // Never removed by anybody: it was a part of what was gone then.
      if (!standing && live >= gone && !moving.has(table.name) && !shared.has(table.name))
        settled.set(`${table.name} ${key}`, { table, key });
    }
  for (const [name, image] of writtenImages(here, new Set(settled.keys()))) {
    const { table, key } = settled.get(name)!;
    const standing = wanted.standing(table, key);
    if (standing && image === imageOf(table, standing)) continue;
    // An older text may not be stored any more, and passages stand in this one.
    if (table.name === 'document' && !standing) continue;
    const row: Row = {
      ...standing,
      ...(JSON.parse(image) as Row),
      ...(table.name === 'document' ? textOf(standing as DocumentRow) : {}),
    };
    if (here.gone(table, key) > here.live(table, key, row)) continue;
    if (table.columns.every((column) => standing?.[column] === row[column])) continue;
    if (isWhole(table, row) && !namesShared(wanted, references, table, row)) wanted.want(table, key, row);
  }
}

/** The columns of a document that go with its text and the file it came from. */
function textOf(document: DocumentRow): Row {
  const { text, utf16_length, code_points, original, original_name, format, encoding, pattern } = document;
  return { text, utf16_length, code_points, original, original_name, format, encoding, pattern };
}

/** Whether an image of an older version of the program has all there is to say. */
function isWhole(table: Table, row: Row): boolean {
  return table.columns.every((column) => row[column] !== undefined);
}

function namesShared(wanted: WantedRows, references: References, table: Table, row: Row): boolean {
  return references
    .named(table, row)
    .some(({ reference, key }) => shared.has(reference.to.name) && !wanted.standing(reference.to, key));
}
