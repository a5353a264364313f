import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { CallContext, Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import { changeContext, type MovedPassage, type ShownChange } from '../../../../shared/contract/methods/reimport.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import { shortened } from '../../../../shared/text/shortened.ts';
import { fileReader } from '../../jobs/read-file.ts';
import { codingQueries } from '../../store/repositories/coding-table.ts';
import { selectionQueries } from '../../store/repositories/selection-table.ts';
import { speakerQueries, turnQueries, type TurnRow } from '../../store/repositories/turn-table.ts';
import type { Context, Service } from '../project/context.ts';
import { readImportFile } from '../imports/imports-service.ts';
import { coderNames } from '../coders/coder-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { quoteOf } from '../codings/passages.ts';
import { applyReimport, type CorrectedFile } from './reimport-apply.ts';
import { planReimport, type ReimportPlan } from './reimport-plan.ts';

const changesShown = 300;
const passagesShown = 500;
/** Units shown of a change itself. */
const longestShown = 400;

function shownChanges({ text, changes }: ReimportPlan, turns: readonly TurnRow[]): ShownChange[] {
  return changes.slice(0, changesShown).map(({ from, to, insert }) => {
    const turn = turns.findIndex(({ start_at, end_at }) => start_at <= from && from <= end_at);
    return {
      before: text.slice(Math.max(0, from - changeContext), from).toWellFormed(),
      removed: shortened(text.slice(from, to), longestShown),
      inserted: shortened(insert, longestShown),
      after: text.slice(to, to + changeContext).toWellFormed(),
      turn: turn < 0 ? null : turn + 1,
    };
  });
}

const order = { lost: 0, doubtful: 1, sure: 2, same: 3 } as const;

function movedPassages(project: OpenProject, plan: ReimportPlan, turns: readonly TurnRow[]): MovedPassage[] {
  const coders = coderNames(project);
  const moved = plan.near.flatMap(({ selection, found }) =>
    found === null || found.finding === 'same' ? [] : [{ selection, found }],
  );
  return moved
    .toSorted((a, b) => order[a.found.finding] - order[b.found.finding] || a.found.score - b.found.score)
    .slice(0, passagesShown)
    .map(({ selection, found }) => ({
      selection: asId<'selection'>(selection.id),
      coderName: coders.get(selection.coder) ?? '',
      codes: project.store.all(codingQueries.ofSelection, selection.id).map(({ code }) => asId<'code'>(code)),
      finding: found.finding,
      score: found.score,
      quote: quoteOf(plan.text, { start: selection.start_at, end: selection.end_at }, turns),
      now: found.span ? plan.next.slice(found.span.start, found.span.end) : '',
      start: found.span?.start ?? 0,
      end: found.span?.end ?? 0,
    }));
}

/** A plan as far as the current coder sees the codings it is about. */
function seenPart(project: OpenProject, plan: ReimportPlan): ReimportPlan {
  const seen = new Set(project.store.all(selectionQueries.ofDocument, plan.row.id).map(({ id }) => id));
  const near = plan.near.filter(({ selection }) => seen.has(selection.id));
  return { ...plan, near, far: seen.size - near.length };
}

function counted({ near, far }: ReimportPlan): Output<'reimport.preview'>['counts'] {
  const counts = { same: far, sure: 0, doubtful: 0, lost: 0 };
  for (const { found } of near) if (found) counts[found.finding]++;
  return counts;
}

/** Stops where asked to, and tells how far it is: of everybody's passages, so not to who codes blind. */
function watched(project: OpenProject, call: CallContext): (done: number, total: number) => void {
  return (done, total) => {
    if (call.signal.aborted) throw new VerbatimError('cancelled', {});
    if (project.store.sight.coder === null) call.progress(done, total);
  };
}

/** A corrected file in place of the one a document came from. */
export function reimportService(context: Context): Service<'reimport.preview' | 'reimport.commit'> {
  const plan = async ({ document, file }: ParsedInput<'reimport.preview'>, call: CallContext) => {
    const project = context.project();
    const reader = fileReader(1, call.signal);
    const read: CorrectedFile = await readImportFile(context, file, reader).finally(() => reader.end());
    for (;;) {
      // Other calls are let in meanwhile: what is planned must be what stands.
      const { revision } = project.store;
      const planned = await planReimport(project, project.document(document), read.parsed, watched(project, call));
      if (project.store.revision === revision) return { project, read, planned };
    }
  };
  return {
    'reimport.preview': async (input, call) => {
      const { project, read, planned } = await plan(input, call);
      const turns = project.store.all(turnQueries.ofDocument, planned.row.id);
      const seen = seenPart(project, planned);
      const known = new Set(project.store.all(speakerQueries.ofDocument, planned.row.id).map(({ name }) => name));
      return {
        file: read.name,
        textHash: planned.row.text,
        characters: { before: planned.row.code_points, after: codePointOffsets(planned.next).length },
        turns: { before: turns.length, after: read.parsed.turns.length },
        newSpeakers: read.parsed.speakers.map(({ name }) => name).filter((name) => !known.has(name)),
        changes: planned.changes.length,
        shown: shownChanges(planned, turns),
        counts: counted(seen),
        passages: movedPassages(project, seen, turns),
      };
    },

    'reimport.commit': async (input, call) => {
      const { project, read, planned } = await plan(input, call);
      const { row } = planned;
      if (project !== context.openProject() || row.text !== input.base)
        throw new VerbatimError('text_changed', { document: row.name });
      project.change('reimport.commit', { document: row.name }, (log) => applyReimport(project, log, planned, read));
      context.tickets.discard(input.file.ticket);
      const { doubtful, lost } = counted(seenPart(project, planned));
      return { textHash: project.document(row.id).text, doubtful, lost };
    },
  };
}
