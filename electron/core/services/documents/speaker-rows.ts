import { needed } from '../../../../shared/contract/needed.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { selectionQueries } from '../../store/repositories/selection-table.ts';
import {
  type SpeakerRow,
  speakerTable,
  turnQueries,
  turnTable,
  type TurnRow,
} from '../../store/repositories/turn-table.ts';
import type { OpenProject } from '../project/open-project.ts';

/** The row of a speaker. Throws `not_found`. */
export function speakerRow({ store }: OpenProject, id: string): SpeakerRow {
  return needed('speaker', id, store.row(speakerTable, id));
}

/** The row of a turn. Throws `not_found`. */
export function turnRow({ store }: OpenProject, id: string): TurnRow {
  return needed('turn', id, store.row(turnTable, id));
}

/** The turns of a speaker, in text order. */
export function turnsOf({ store }: OpenProject, { id, document }: Pick<SpeakerRow, 'id' | 'document'>): TurnRow[] {
  return store.all(turnQueries.ofDocument, document).filter(({ speaker }) => speaker === id);
}

/** What a speaker says, and every selection that holds any of it. */
export function wordsOfSpeaker(project: OpenProject, speaker: Pick<SpeakerRow, 'id' | 'document'>) {
  const turns = turnsOf(project, speaker);
  const selections = project.store
    .all(selectionQueries.ofDocument, speaker.document)
    .filter((row) => turns.some((turn) => turn.start_at < row.end_at && row.start_at < turn.end_at));
  return { turns, selections };
}

/** Makes a speaker and another of the same document one: turns go over, and the case where the other has none. */
export function mergeSpeaker(project: OpenProject, log: ChangeLog, speaker: SpeakerRow, into: SpeakerRow): void {
  for (const { id } of turnsOf(project, speaker)) log.update(turnTable, id, { speaker: into.id });
  log.remove(speakerTable, speaker.id);
  if (into.study_case === null) log.update(speakerTable, into.id, { study_case: speaker.study_case });
}
