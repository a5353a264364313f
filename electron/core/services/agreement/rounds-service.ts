import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { ParsedInput } from '../../../../shared/contract/methods.ts';
import type { Assignment, Round } from '../../../../shared/contract/methods/rounds.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { shuffledBy } from '../../../../shared/statistics/sample-without-replacement.ts';
import { contentHash } from '../../store/blobs.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { codeTextQueries } from '../../store/repositories/code-table.ts';
import { coderDocumentQueries } from '../../store/repositories/coder-table.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import {
  assignmentQueries,
  assignmentTable,
  roundCoderTable,
  roundCodeTable,
  roundCodingTable,
  roundDocumentTable,
  roundQueries,
  type RoundRow,
  roundTable,
} from '../../store/repositories/round-table.ts';
import { computeAgreement } from './agreement-service.ts';
import type { ModelDocument } from '../analysis/analysis-model.ts';
import { filteredDocuments } from '../analysis/analysis-selection.ts';
import { listCodes } from '../codebook/code-list.ts';
import { CodeNames } from '../codebook/code-label.ts';
import { coderRow } from '../coders/coder-rows.ts';
import type { Context, Service } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';

function roundOf({ store }: OpenProject, row: RoundRow): Round {
  return {
    id: asId<'round'>(row.id),
    name: row.name,
    createdAt: row.created_at,
    revision: row.revision,
    codebook: row.codebook,
    seed: row.seed,
    drawnFrom: row.drawn_from,
    coders: store.all(roundQueries.coders, row.id).map(({ coder, name }) => ({ id: asId<'coder'>(coder), name })),
    documents: store
      .all(roundQueries.documents, row.id)
      .map(({ document, name }) => ({ id: asId<'document'>(document), name })),
    codings: store.all(roundQueries.codings, row.id).length,
    codes: store.all(roundQueries.codes, row.id).map(({ code, name }) => ({ id: asId<'code'>(code), name })),
  };
}

function chosenDocuments(
  project: OpenProject,
  { documents, sample }: Pick<ParsedInput<'rounds.create'>, 'documents' | 'sample'>,
): readonly ModelDocument[] {
  const all = filteredDocuments(project, { documents });
  if (documents || !sample) return all;
  const drawn = new Set(shuffledBy(all, sample.seed).slice(0, sample.count));
  return all.filter((document) => drawn.has(document));
}

/** Writes everything a round is, as it is now. */
function freeze(
  project: OpenProject,
  log: ChangeLog,
  row: RoundRow,
  coders: readonly string[],
  documents: readonly ModelDocument[],
): void {
  const { store } = project;
  const names = new CodeNames(store);
  const round = row.id;
  log.insert(roundTable, row);
  for (const coder of coders) log.insert(roundCoderTable, { round, coder, name: project.coderName(coder) });
  for (const { id, version } of listCodes(project))
    log.insert(roundCodeTable, { round, code: id, name: names.key(id), version });
  const doneBy = Map.groupBy(store.all(coderDocumentQueries.all), ({ document }) => document);
  for (const [position, { row: document, turns, codings }] of documents.entries()) {
    const done = (doneBy.get(document.id) ?? []).map(({ coder }) => coder).filter((coder) => coders.includes(coder));
    log.insert(roundDocumentTable, {
      round,
      document: document.id,
      position,
      name: document.name,
      code_points: document.code_points,
      turns: JSON.stringify(turns.map(({ start, end, role }) => [start, end, role])),
      done: JSON.stringify(done),
    });
    for (const { id, coder, code, start, end } of codings)
      if (coders.includes(coder))
        log.insert(roundCodingTable, {
          round,
          coding: id,
          document: document.id,
          coder,
          code,
          start_at: start,
          end_at: end,
        });
  }
}

function assignments({ store }: OpenProject): Assignment[] {
  return store.all(assignmentQueries.all).map(({ coder, document, in_sample, seed }) => ({
    coder: asId<'coder'>(coder),
    document: asId<'document'>(document),
    inSample: in_sample === 1,
    seed,
  }));
}

type Names =
  | 'rounds.create'
  | 'rounds.list'
  | 'rounds.trend'
  | 'assignments.list'
  | 'assignments.deal'
  | 'assignments.set';

export function roundsService(context: Context): Service<Names> {
  return {
    'rounds.create': ({ name, coders: wanted, ...choice }) => {
      const project = context.project();
      project.refuseBlind();
      const { store } = project;
      const trimmed = name.trim();
      if (trimmed === '') throw new VerbatimError('name_empty', { kind: 'round' });
      if (store.all(roundQueries.all).some((round) => round.name === trimmed))
        throw new VerbatimError('name_taken', { kind: 'round', name: trimmed });
      const coders: string[] = [...new Set(wanted)];
      for (const coder of coders) coderRow(project, coder);
      if (coders.length < 2) throw new VerbatimError('coders_too_few', {});
      const documents = chosenDocuments(project, choice);
      const row: RoundRow = {
        id: project.newId(),
        name: trimmed,
        seed: choice.documents ? null : (choice.sample?.seed ?? null),
        drawn_from: store.all(documentQueries.names).length,
        revision: store.revision,
        codebook: contentHash(JSON.stringify(store.all(codeTextQueries.all))).slice(0, 12),
        created_at: project.now(),
      };
      const label = { round: trimmed, documents: documents.length };
      project.change('rounds.create', label, (log) => freeze(project, log, row, coders, documents));
      return { round: asId<'round'>(row.id) };
    },

    'rounds.list': () => {
      const project = context.project();
      return project.store.all(roundQueries.all).map((row) => roundOf(project, row));
    },

    'rounds.trend': ({ unit }) => {
      const project = context.project();
      return project.store.all(roundQueries.all).map(({ id }) => {
        const round = asId<'round'>(id);
        const { n, documents, overall } = computeAgreement(project, { unit, round });
        const { percentAgreement, cohenKappa, krippendorffAlpha, gwetAc1, positiveAgreement } = overall.pooled;
        const pooled = { percentAgreement, cohenKappa, krippendorffAlpha, gwetAc1, positiveAgreement };
        return { round, n, documents: documents.length, pooled };
      });
    },

    'assignments.list': () => assignments(context.project()),

    'assignments.deal': ({ coders, sample, seed }) => {
      const project = context.project();
      const { store } = project;
      for (const coder of coders) coderRow(project, coder);
      const drawn = shuffledBy(store.all(documentQueries.all), seed);
      project.change('assignments.deal', { documents: drawn.length, coders: coders.length }, (log) => {
        for (const { coder, document } of store.all(assignmentQueries.all))
          log.remove(assignmentTable, JSON.stringify([coder, document]));
        for (const [place, document] of drawn.entries()) {
          const inSample = place < sample;
          for (const coder of inSample ? coders : [coders[(place - sample) % coders.length]!])
            log.insert(assignmentTable, { coder, document: document.id, in_sample: Number(inSample), seed });
        }
      });
      return assignments(project);
    },

    'assignments.set': ({ coder, document, assigned }) => {
      const project = context.project();
      const { store } = project;
      const { name } = project.document(document);
      const coderName = coderRow(project, coder).name;
      const key = JSON.stringify([coder, document]);
      if ((store.row(assignmentTable, key) !== null) === assigned) return {};
      const label = { document: name, coder: coderName, assigned: assigned ? 'yes' : 'no' };
      project.change('assignments.set', label, (log) => {
        if (assigned) log.insert(assignmentTable, { coder, document, in_sample: 0, seed: null });
        else log.remove(assignmentTable, key);
      });
      return {};
    },
  };
}
