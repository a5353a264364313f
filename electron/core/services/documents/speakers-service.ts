import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { snapToGraphemes } from '../../../../shared/text/graphemes.ts';
import { halvedSpan } from '../../../../shared/transcript/left-over.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import {
  speakerQueries,
  speakerTable,
  turnQueries,
  turnTable,
  type TurnRow,
} from '../../store/repositories/turn-table.ts';
import type { Context, Service } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';
import { correctText } from '../corrections/text-correction.ts';
import { mergeSpeaker, speakerRow, turnRow, turnsOf } from './speaker-rows.ts';

/** A name as a speaker can have it. Throws `name_empty`, and `name_taken` where another speaker of the document has it. */
function freeSpeakerName({ store }: OpenProject, document: string, name: string, own: string | null): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new VerbatimError('name_empty', { kind: 'speaker' });
  const taken = store.all(speakerQueries.ofDocument, document).some((one) => one.name === trimmed && one.id !== own);
  if (taken) throw new VerbatimError('name_taken', { kind: 'speaker', name: trimmed });
  return trimmed;
}

/** Where a turn falls in two: the ends of its words before and after a position. Null where one half would be empty. */
function cutOf(text: string, { content_at, end_at }: TurnRow, at: number): { end: number; start: number } | null {
  const cut = snapToGraphemes(text, { start: at, end: at }).start;
  const halves = halvedSpan(text, { start: content_at, end: end_at }, cut);
  return halves && { end: halves[0].end, start: halves[1].start };
}

type Names =
  | 'speakers.rename'
  | 'speakers.merge'
  | 'speakers.remove'
  | 'turns.setSpeaker'
  | 'turns.split'
  | 'turns.merge'
  | 'turns.setTime';

/** Who speaks, and where one turn ends and the next begins. */
export function speakersService(context: Context): Service<Names> {
  const named = (project: OpenProject, document: string, name: string, log: ChangeLog): string => {
    const known = project.store.all(speakerQueries.ofDocument, document).find((one) => one.name === name.trim());
    if (known) return known.id;
    const id = project.newId<'speaker'>();
    const free = freeSpeakerName(project, document, name, null);
    log.insert(speakerTable, { id, document, name: free, role: 'respondent', study_case: null });
    return id;
  };
  return {
    'speakers.rename': ({ speaker, name }) => {
      const project = context.project();
      const row = speakerRow(project, speaker);
      const free = freeSpeakerName(project, row.document, name, speaker);
      project.change('speakers.rename', { from: row.name, to: free }, (log) =>
        log.update(speakerTable, speaker, { name: free }),
      );
      return {};
    },

    'speakers.merge': ({ speaker, into }) => {
      const project = context.project();
      const [row, target] = [speakerRow(project, speaker), speakerRow(project, into)];
      if (speaker === into || row.document !== target.document)
        throw new VerbatimError('not_found', { kind: 'speaker', name: target.name });
      const turns = turnsOf(project, row).length;
      project.change('speakers.merge', { from: row.name, to: target.name }, (log) =>
        mergeSpeaker(project, log, row, target),
      );
      return { turns };
    },

    'speakers.remove': ({ speaker }) => {
      const project = context.project();
      const row = speakerRow(project, speaker);
      if (turnsOf(project, row).length > 0) throw new VerbatimError('speaker_has_turns', { name: row.name });
      project.change('speakers.remove', { name: row.name }, (log) => log.remove(speakerTable, speaker));
      return {};
    },

    'turns.setSpeaker': ({ turns, speaker }) => {
      const project = context.project();
      const rows = [...new Set(turns)].map((id) => turnRow(project, id));
      const { document } = rows[0]!;
      const given = typeof speaker === 'string' ? speakerRow(project, speaker) : null;
      const stranger = rows.find((row) => row.document !== document) ?? (given && given.document !== document);
      if (stranger) throw new VerbatimError('not_found', { kind: 'turn', name: given?.name ?? '' });
      const name = given?.name ?? (typeof speaker === 'object' && speaker ? speaker.name.trim() : '');
      if (speaker !== null && name === '') throw new VerbatimError('name_empty', { kind: 'speaker' });
      const said = project.change('turns.setSpeaker', { name, turns: rows.length }, (log) => {
        const id = typeof speaker === 'object' && speaker ? named(project, document, speaker.name, log) : speaker;
        for (const row of rows) log.update(turnTable, row.id, { speaker: id });
        return id;
      });
      return { speaker: said === null ? null : asId<'speaker'>(said) };
    },

    'turns.split': ({ turn, at }) => {
      const project = context.project();
      const row = turnRow(project, turn);
      const document = project.document(row.document);
      const cut = cutOf(project.texts.of(document), row, at);
      if (!cut) throw new VerbatimError('turn_not_cut', { document: document.name });
      const id = project.newId<'turn'>();
      project.change('turns.split', { document: document.name }, (log) => {
        log.update(turnTable, turn, { end_at: cut.end });
        log.insert(turnTable, {
          ...row,
          id,
          start_at: cut.start,
          content_at: cut.start,
          time: null,
        });
      });
      return { turn: id };
    },

    'turns.merge': ({ turn }) => {
      const project = context.project();
      const row = turnRow(project, turn);
      const document = project.document(row.document);
      const next = project.store
        .all(turnQueries.ofDocument, row.document)
        .find((one) => one.start_at >= row.end_at && one.id !== turn);
      if (!next) throw new VerbatimError('turn_is_last', { document: document.name });
      project.change('turns.merge', { document: document.name }, (log) => {
        log.remove(turnTable, next.id);
        log.update(turnTable, turn, { end_at: next.end_at });
        if (next.start_at < next.content_at)
          correctText(project, log, row.document, [{ from: next.start_at, to: next.content_at, insert: '' }]);
      });
      return {};
    },

    'turns.setTime': ({ turn, time }) => {
      const project = context.project();
      const row = turnRow(project, turn);
      project.change('turns.setTime', { document: project.document(row.document).name }, (log) =>
        log.update(turnTable, turn, { time }),
      );
      return {};
    },
  };
}
