import { VerbatimError } from '../../../../shared/contract/errors.ts';
import {
  type NamedPart,
  namedParts,
  nameContext,
  type PseudonymHit,
} from '../../../../shared/contract/methods/pseudonyms.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import {
  nameChanges,
  nameFinder,
  type NameHit,
  type Pseudonym,
  wholeWordsOnly,
  withPseudonyms,
} from '../../../../shared/pseudonyms/find-names.ts';
import { listFault, pseudonymList } from '../../../../shared/pseudonyms/pseudonym-list.ts';
import { decodeBytes } from '../../import/encoding.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { type DocumentRow, documentQueries } from '../../store/repositories/document-table.ts';
import { selectionQueries, selectionTable } from '../../store/repositories/selection-table.ts';
import { type Context, type Service, stepOn } from '../project/context.ts';
import { readTicket } from '../host/files-service.ts';
import type { OpenProject } from '../project/open-project.ts';
import { anchorColumns } from '../codings/selections.ts';
import { correctText } from '../corrections/text-correction.ts';
import { backUpErased, finishErasure } from '../protection/finish-erasure.ts';
import { leavingNow, together } from './leaving.ts';
import { namedColumns, rewriteColumns } from './named-columns.ts';

const hitsSent = 5000;

type List = { readonly list: readonly Pseudonym[]; readonly folded: boolean };

/** The finder of a list that can be used. Throws `pseudonym_list`. */
function usableFinder({ list, folded }: List) {
  const fault = listFault(list, folded);
  if (fault !== null) throw new VerbatimError('pseudonym_list', fault);
  return nameFinder(list, folded);
}

function hitIn(row: DocumentRow, text: string, { start, end, entry, inWord }: NameHit): PseudonymHit {
  return {
    document: asId<'document'>(row.id),
    documentName: row.name,
    start,
    end,
    entry,
    found: text.slice(start, end),
    before: text.slice(Math.max(0, start - nameContext), start).toWellFormed(),
    after: text.slice(end, end + nameContext).toWellFormed(),
    inWord,
  };
}

/** A selection of part of a name becomes one of the whole name: its words are in the pseudonym then, and not lost. */
function widenToNames(project: OpenProject, log: ChangeLog, row: DocumentRow, hits: readonly NameHit[]): void {
  const text = project.texts.of(row);
  for (const { id, start_at: start, end_at: end, state } of project.store.all(selectionQueries.ofDocument, row.id)) {
    const name = hits.find((hit) => hit.start <= start && end <= hit.end);
    if (state === 'detached' || name === undefined || start === end) continue;
    log.update(selectionTable, id, anchorColumns(text, name));
  }
}

type Names = 'pseudonyms.read' | 'pseudonyms.preview' | 'pseudonyms.apply' | 'pseudonyms.seal' | 'pseudonyms.check';

export function pseudonymsService(context: Context): Service<Names> {
  /** Names stand in everybody's work: who is not to see it all does not replace them. Throws `blind`. */
  const sharedProject = (): OpenProject => {
    const project = context.project();
    project.refuseBlind();
    return project;
  };
  return {
    'pseudonyms.read': ({ ticket }) => {
      const { name, bytes } = readTicket(context.tickets, ticket);
      const decoded = decodeBytes(bytes);
      if (decoded === null || decoded.undecodable !== null)
        throw new VerbatimError('file_format', { file: name, reason: 'not_text' });
      return pseudonymList(decoded.text);
    },

    'pseudonyms.preview': async ({ list, folded, limit = hitsSent }, call) => {
      const project = sharedProject();
      const finder = usableFinder({ list, folded });
      const counts = list.map(() => 0);
      const hits: PseudonymHit[] = [];
      let [total, documents] = [0, 0];
      const rows = project.store.all(documentQueries.all);
      for (const [place, row] of rows.entries()) {
        const text = project.texts.of(row);
        const found = finder.find(text);
        for (const hit of found) {
          counts[hit.entry]!++;
          if (hits.length < limit) hits.push(hitIn(row, text, hit));
        }
        total += found.length;
        documents += Number(found.length > 0);
        await stepOn(call, place + 1, rows.length);
      }
      const places = namedColumns.flatMap(({ part, table, columns }) =>
        part === null
          ? []
          : project.store.rows(table).flatMap((row) =>
              columns.flatMap((column) => {
                const words = row[column];
                const count = typeof words === 'string' ? finder.find(words).length : 0;
                return count === 0 ? [] : [{ part, text: String(words).slice(0, 200).toWellFormed(), count }];
              }),
            ),
      );
      return { hits, total, documents, counts, places: together(places) };
    },

    'pseudonyms.apply': ({ list, folded, except, wholeWords = false, parts }) => {
      const project = sharedProject();
      const every = usableFinder({ list, folded });
      const finder = wholeWords ? wholeWordsOnly(every) : every;
      const left = new Set(except.map(({ document, start }) => `${document} ${start}`));
      let replaced = 0;
      let places = 0;
      const documents = new Set<string>();
      // The label says how many, never who.
      project.change('pseudonyms.apply', { names: list.length }, (log) => {
        for (const row of project.store.all(documentQueries.all)) {
          const hits = finder.find(project.texts.of(row)).filter(({ start }) => !left.has(`${row.id} ${start}`));
          if (hits.length === 0) continue;
          widenToNames(project, log, row, hits);
          correctText(project, log, row.id, nameChanges(hits, list), 'replaced');
          replaced += hits.length;
          documents.add(row.id);
        }
        places = rewriteColumns(project, log, new Set(parts), (text) => withPseudonyms(text, finder, list));
      });
      return { replaced, documents: documents.size, places };
    },

    'pseudonyms.seal': async ({ list, folded }) => {
      const project = sharedProject();
      const finder = usableFinder({ list, folded });
      const scrub = (text: string): string => withPseudonyms(text, finder, list);
      const { store, coder } = project;
      const label = { names: list.length };
      const { originals } = store.erase(
        {
          name: 'pseudonyms.apply',
          label,
          coder,
          run: (log) => void rewriteColumns(project, log, new Set<NamedPart>(namedParts), scrub),
        },
        { name: 'pseudonyms.seal', label, coder },
        { scrub, dropsOriginals: true },
      );
      const finished = finishErasure(store, context.ports);
      const leaving = leavingNow(context, project, finder);
      await backUpErased(store, context.ports);
      return { originals, ...finished, leaving };
    },

    'pseudonyms.check': ({ list, folded }) => leavingNow(context, sharedProject(), nameFinder(list, folded)),
  };
}
