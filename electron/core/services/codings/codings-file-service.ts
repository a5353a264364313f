import { studyFileName } from '../../../../shared/export/file-name.ts';
import { mostFaults, VerbatimError } from '../../../../shared/contract/errors.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import { csvRow } from '../../../../shared/export/csv.ts';
import { countCell, textCell } from '../../../../shared/report/cells.ts';
import type { Cell } from '../../../../shared/report/model.ts';
import { propertiesParts } from '../../export/office-package.ts';
import { workbookXlsx } from '../../export/xlsx.ts';
import { longestCell } from '../../export/xlsx-sheet.ts';
import { readCodingsFile } from '../../import/codings-csv.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import { coderDocumentTable, coderQueries } from '../../store/repositories/coder-table.ts';
import { codingQueries, codingTable } from '../../store/repositories/coding-table.ts';
import { changeSetQueries } from '../../store/repositories/change-set-table.ts';
import { memoQueries, memoTable } from '../../store/repositories/memo-table.ts';
import { projectQueries } from '../../store/repositories/project-table.ts';
import { selectionQueries, selectionTable } from '../../store/repositories/selection-table.ts';
import { backUp } from '../../store/backup.ts';
import { CodeNames } from '../codebook/code-label.ts';
import { insertCode, writtenLanguage } from '../codebook/code-rows.ts';
import { insertCoder } from '../coders/coder-rows.ts';
import { type Finished, type PlacedRow, placeRows } from './codings-import.ts';
import { breathe, type Context, type Service } from '../project/context.ts';
import { codingColumns, codingRows } from './coding-rows.ts';
import { readTicket } from '../host/files-service.ts';
import type { OpenProject } from '../project/open-project.ts';
import { anchorColumns } from './selections.ts';

/** The code of a path ("A / B"), made level by level where it is not there yet. */
function codeOfPath(
  project: OpenProject,
  log: ChangeLog,
  path: string,
  codes: Map<string, string>,
  created: string[],
): string {
  const language = writtenLanguage(project);
  let parent: string | null = null;
  let key = '';
  for (const name of path.split(' / ')) {
    key = key === '' ? name : `${key} / ${name}`;
    const standing: string | undefined = codes.get(key);
    if (standing === undefined) {
      parent = insertCode(project, log, { name, language, parent }).id;
      codes.set(key, parent);
      created.push(key);
    } else parent = standing;
  }
  return parent!;
}

type Stored = { imported: number; present: number; createdCodes: string[] };

/**
 * Writes placed rows: codings of one coder on one range share a selection; what is there already is left as it is. Where asked
 * for, coders are done with the documents named beside them.
 */
export function storeRows(
  project: OpenProject,
  log: ChangeLog,
  { placed, finished }: { readonly placed: readonly PlacedRow[]; readonly finished: readonly Finished[] },
  { markDone }: { markDone: boolean },
): Stored {
  const { store } = project;
  const now = project.now();
  const coders = new Map(store.all(coderQueries.all).map(({ id, name }) => [name, id]));
  const codes = new CodeNames(store).byKey();
  const versions = new Map(store.all(codeQueries.all).map(({ id, version }) => [id, version]));
  const stored: Stored = { imported: 0, present: 0, createdCodes: [] };

  const coderNamed = (name: string): string => {
    const coder = coders.get(name) ?? insertCoder(project, log, name).id;
    coders.set(name, coder);
    return coder;
  };
  for (const [document, group] of Map.groupBy(placed, (row) => row.document)) {
    const text = project.texts.of(document);
    const selections = new Map(
      store
        .all(selectionQueries.ofDocument, document.id)
        .flatMap((row) => (row.state === 'detached' ? [] : [[`${row.coder} ${row.start_at} ${row.end_at}`, row.id]])),
    );
    const standing = new Map(
      store.all(codingQueries.ofDocument, document.id).map((row) => [`${row.selection} ${row.code}`, row.id]),
    );
    for (const row of group) {
      const coder = coderNamed(row.coder);
      const code =
        row.code ?? codes.get(row.codeKey) ?? codeOfPath(project, log, row.codeKey, codes, stored.createdCodes);
      const place = `${coder} ${row.span.start} ${row.span.end}`;
      let selection = selections.get(place);
      if (selection === undefined) {
        selection = project.newId<'selection'>();
        selections.set(place, selection);
        log.insert(selectionTable, {
          id: selection,
          document: document.id,
          coder,
          name: null,
          comment: null,
          ...anchorColumns(text, row.span),
          state: 'placed',
          quote: null,
          created_at: now,
        });
      }
      const known = standing.get(`${selection} ${code}`);
      const coding = known ?? project.newId<'coding'>();
      if (known === undefined) {
        standing.set(`${selection} ${code}`, coding);
        log.insert(codingTable, {
          id: coding,
          selection,
          code,
          coder,
          origin: 'import',
          code_version: versions.get(code) ?? 1,
          created_at: now,
        });
        stored.imported++;
      } else stored.present++;
      if (row.memo !== '' && !store.all(memoQueries.onCoding, coding).some((memo) => memo.coder === coder)) {
        log.insert(memoTable, {
          id: project.newId(),
          coder,
          document: null,
          study_case: null,
          code: null,
          selection: null,
          coding,
          text: row.memo,
          body: null,
          created_at: now,
          updated_at: now,
        });
      }
    }
  }
  if (markDone) {
    const all = [...placed, ...finished].map(
      ({ document, coder }) => [`${document.id} ${coder}`, { document, coder }] as const,
    );
    for (const { document, coder: name } of new Map(all).values()) {
      const coder = coderNamed(name);
      if (!store.row(coderDocumentTable, JSON.stringify([coder, document.id])))
        log.insert(coderDocumentTable, { coder, document: document.id, done_at: now });
    }
  }
  return stored;
}

async function importCsv(
  context: Context,
  input: ParsedInput<'codings.importCsv'>,
): Promise<Output<'codings.importCsv'>> {
  const project = context.project();
  const { name, bytes } = readTicket(context.tickets, input.ticket);
  const { faults: unreadable, ...table } = await readCodingsFile(name, bytes);
  await breathe();
  const check = () => {
    const { placed, finished, faults } = placeRows(project, table, {
      coder: input.coder?.trim() || undefined,
      createCodes: input.createCodes,
    });
    // What is there already of the others, the answer would tell.
    if ([...placed, ...finished].some(({ coder }) => coder !== project.coderName(project.coder))) project.refuseBlind();
    const refused = [...unreadable, ...faults].sort((a, b) => a.line - b.line);
    if (refused.length > 0 && !input.partial) {
      throw new VerbatimError('csv_rows', { file: name, faults: refused.slice(0, mostFaults), good: placed.length });
    }
    return { revision: project.store.revision, placed, finished, refused };
  };
  let checked = check();
  if (project.store.get(projectQueries.counts)?.codings) await backUp(project.store, context.ports, 'before-codings');
  // While the copy was made others may have removed what the rows refer to.
  if (project.store.revision !== checked.revision) checked = check();
  const { placed, finished, refused } = checked;
  const label = { codings: placed.length, file: name };
  const stored = project.change('codings.importCsv', label, (log) =>
    storeRows(project, log, { placed, finished }, { markDone: input.markDone }),
  );
  context.tickets.discard(input.ticket);
  return {
    ...stored,
    coders: [...new Set([...placed, ...finished].map(({ coder }) => coder))],
    refused: refused.slice(0, mostFaults),
  };
}

export function codingsFileService(context: Context): Service<'codings.importCsv' | 'codings.exportCsv'> {
  return {
    'codings.importCsv': (input) => importCsv(context, input),
    'codings.exportCsv': ({ coder, format = 'csv' }) => {
      const project = context.project();
      const { rows, unplaced } = codingRows(project, coder);
      const { name, language } = project.summary();
      const revisedAt = project.store.get(changeSetQueries.newest)?.at ?? '';
      const software = `Verbatim ${context.ports.version}`;
      const about = propertiesParts({ title: name, language, origin: { software, revisedAt } });
      const bytes =
        format === 'csv'
          ? new TextEncoder().encode([codingColumns, ...rows].map((row) => csvRow(row)).join(''))
          : workbookXlsx([{ name: 'codings', sheet: { head: codingColumns, rows: rows.map(sheetRow) } }], about);
      const file = `${studyFileName(project.summary(), 'codings')}.${format}`;
      return { ticket: context.tickets.offer(file, bytes), rows: rows.length, unplaced };
    },
  };
}

function sheetRow(row: readonly (string | number)[]): Cell[] {
  // What a cell cannot hold is left out rather than cut: the positions tell the words.
  const fits = (text: string): string => (text.length <= longestCell ? text : '');
  return row.map((value) => (typeof value === 'number' ? countCell(value) : textCell(fits(value))));
}
