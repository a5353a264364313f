import type { ParsedFile } from '../../import/parsed-file.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { selectionTable, type SelectionRow } from '../../store/repositories/selection-table.ts';
import { speakerQueries, speakerTable, turnQueries, turnTable } from '../../store/repositories/turn-table.ts';
import { moveDecisions } from '../adjudication/stored-decisions.ts';
import type { OpenProject } from '../project/open-project.ts';
import type { ReimportPlan } from './reimport-plan.ts';
import { continuedTurns, speakerOfTurn } from './reimported-turns.ts';
import { askForReview } from '../review/reviews.ts';
import { anchorColumns } from '../codings/selections.ts';

export type CorrectedFile = { readonly name: string; readonly bytes: Uint8Array; readonly parsed: ParsedFile };

/** Carries out a plan inside a command: the new file's bytes, text and turns, every passage where the plan puts it. */
export function applyReimport(project: OpenProject, log: ChangeLog, plan: ReimportPlan, file: CorrectedFile): void {
  const { row, text, changes } = plan;
  log.update(documentTable, row.id, {
    original: project.store.blobs.put(file.bytes),
    original_name: file.name,
    format: file.parsed.format,
    encoding: file.parsed.encoding,
    pattern: file.parsed.pattern,
  });
  for (const { selection, found } of plan.near) placeSelection(project, log, plan, selection, found);
  const insertNew = replaceTurns(project, log, plan, file.parsed);
  moveDecisions(project.store, log, row.id, plan.map);
  if (changes.length > 0) {
    log.editText(row.id, text, changes, {
      selection: plan.near.map(({ selection }) => selection.id),
      turn: project.store.all(turnQueries.ofDocument, row.id).map(({ id }) => id),
    });
  }
  insertNew();
}

function placeSelection(
  project: OpenProject,
  log: ChangeLog,
  { text, next, map }: ReimportPlan,
  selection: SelectionRow,
  found: ReimportPlan['near'][number]['found'],
): void {
  const edge = map.position(selection.start_at, 'before');
  const quote = text.slice(selection.start_at, selection.end_at);
  if (found === null) log.update(selectionTable, selection.id, { start_at: edge, end_at: edge });
  else if (found.span === null) {
    log.update(selectionTable, selection.id, { start_at: edge, end_at: edge, state: 'detached', quote });
    askForReview(project, log, selection.id, 'reimported', quote);
  } else {
    const state = found.finding === 'doubtful' ? 'uncertain' : selection.state;
    log.update(selectionTable, selection.id, { ...anchorColumns(next, found.span), state });
    if (found.finding === 'doubtful') askForReview(project, log, selection.id, 'reimported', quote);
  }
}

/** Lays the turns of the file over those there were; answers how to add the new ones once the text is changed. */
function replaceTurns(project: OpenProject, log: ChangeLog, plan: ReimportPlan, parsed: ParsedFile): () => void {
  const { row, text, next, map } = plan;
  const old = project.store.all(turnQueries.ofDocument, row.id);
  const speakers = project.store.all(speakerQueries.ofDocument, row.id);
  const continued = continuedTurns(old, parsed.turns, map);
  const going = new Set(old.map(({ id }) => id));
  const added: (() => void)[] = [];
  for (const turn of continued) {
    const speaker = speakerOfTurn(turn, { before: text, after: next }, speakers) ?? newSpeaker(turn.parsed.speaker);
    const place = { start_at: turn.parsed.start, content_at: turn.parsed.contentStart, end_at: turn.parsed.end };
    if (turn.old) {
      going.delete(turn.old.id);
      log.update(turnTable, turn.old.id, { ...place, speaker, time: turn.parsed.time ?? turn.old.time });
    } else {
      const made = {
        id: project.newId<'turn'>(),
        document: row.id,
        ...place,
        speaker,
        time: turn.parsed.time,
        question: null,
      };
      added.push(() => log.insert(turnTable, made));
    }
  }
  for (const id of going) log.remove(turnTable, id);

  function newSpeaker(name: string | null): string | null {
    if (name === null) return null;
    const known = speakers.find((one) => one.name === name);
    if (known) return known.id;
    const role = parsed.speakers.find((one) => one.name === name)?.role ?? 'respondent';
    const made = { id: project.newId<'speaker'>(), document: row.id, name, role, study_case: null };
    log.insert(speakerTable, made);
    speakers.push(made);
    return made.id;
  }
  return () => {
    for (const add of added) add();
  };
}
