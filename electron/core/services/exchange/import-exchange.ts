import type { ExchangeReport } from '../../../../shared/contract/methods/exchange.ts';
import { loss } from '../../../../shared/refi/losses.ts';
import { ownOrigin } from '../../../../shared/refi/code-description.ts';
import type { ExchangeFile } from '../../import/refi/exchange-file.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import type { ScratchKeys } from '../../store/scratch-keys.ts';
import { attributeQueries, caseQueries } from '../../store/repositories/case-table.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import { codingQueries } from '../../store/repositories/coding-table.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import { memoQueries } from '../../store/repositories/memo-table.ts';
import { selectionQueries } from '../../store/repositories/selection-table.ts';
import type { Store } from '../../store/store.ts';
import type { OpenProject } from '../project/open-project.ts';
import { ExternalIds } from './external-ids.ts';
import { ImportedCases } from './import-cases.ts';
import { ImportedCodes } from './import-codes.ts';
import { importDocuments } from './import-documents.ts';
import { ImportedKept } from './import-kept.ts';
import { importNotes } from './import-notes.ts';
import { ImportRun } from './import-run.ts';
import { Tally } from './tally.ts';

/** A file to be written into the project; `scratch` is for the time of the import. */
export type ExchangeImport = { readonly name: string; readonly file: ExchangeFile; readonly scratch: ScratchKeys };

/**
 * Writes an exchanged file into the project within the caller's transaction. What stands already, by GUID or by content, is
 * left as it is, so that importing twice changes nothing. Yields between steps with how many sources are done; answers what
 * became of everything in the file.
 */
export function* importExchange(
  project: OpenProject,
  log: ChangeLog,
  { name, file, scratch }: ExchangeImport,
): Generator<number, ExchangeReport> {
  const tally = new Tally();
  const ids = new ExternalIds(project.store, scratch);
  if (file.project.origin.startsWith(ownOrigin)) knowOwn(ids, project.store);
  for (const item of file.losses) {
    if (item.reason === 'folded') tally.lose(item);
    else tally.note(item);
  }
  const run = new ImportRun(project, log, file, { ids, seen: scratch, tally });
  run.importUsers();
  const codes = new ImportedCodes(run);
  codes.importTree();
  const codings = yield* importDocuments(run, codes);
  new ImportedCases(run).importAll();
  new ImportedKept(run).importAll(importNotes(run, codings));
  for (const [element, count] of file.project.unknown) tally.lose(loss(element, 'unknown_element', { count }));
  return {
    file: name,
    kind: file.kind,
    origin: file.project.origin,
    name: file.project.name,
    convention: { ...file.convention, evidence: [...file.convention.evidence] },
    attribution: file.attribution,
    coders: [...run.codingsByCoder].map(([coder, count]) => ({ name: coder, codings: count })),
    documents: [...new Set(run.pages.values())].map((document) => project.document(document).name),
    counts: tally.counts(),
    losses: tally.losses,
    attention: tally.attention,
  };
}

function knowOwn(ids: ExternalIds, store: Store): void {
  const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
  ids.knowOwn('coder', idsOf(store.all(coderQueries.all)));
  ids.knowOwn('code', idsOf(store.all(codeQueries.all)));
  ids.knowOwn('attribute', idsOf(store.all(attributeQueries.all)));
  ids.knowOwn('case', idsOf(store.all(caseQueries.all)));
  ids.knowOwn('memo', idsOf(store.all(memoQueries.all)));
  const documents = idsOf(store.all(documentQueries.all));
  ids.knowOwn('document', documents);
  for (const document of documents) {
    const selections = idsOf(store.all(selectionQueries.ofDocument, document));
    ids.look('selection', selections);
    ids.knowOwn('selection', selections);
    const codings = idsOf(store.all(codingQueries.ofDocument, document));
    ids.look('coding', codings);
    ids.knowOwn('coding', codings);
  }
  ids.forgetLooked();
}
