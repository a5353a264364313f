import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import type { ParsedFile } from '../../import/parsed-file.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { speakerTable, turnTable } from '../../store/repositories/turn-table.ts';
import type { OpenProject } from '../project/open-project.ts';

/** A name no document has yet: the file's own, else with " (2)", " (3)" … before nothing is changed of it. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`;
  taken.add(free);
  return free;
}

type NewDocument = {
  readonly name: string;
  readonly originalName: string;
  /** The hashes under which original and text stand among the blobs. */
  readonly original: string;
  readonly text: string;
  readonly parsed: Omit<ParsedFile, 'comments' | 'replaced'>;
  readonly position: number;
  readonly studyCase?: string;
};

/** Stores one read file: its row, speakers and turns. Answers the document's id. */
export function storeDocument(project: OpenProject, log: ChangeLog, made: NewDocument): string {
  const { name, originalName, original, text, parsed, position, studyCase } = made;
  const id = project.newId<'document'>();
  log.insert(documentTable, {
    id,
    name,
    position,
    language: parsed.language,
    format: parsed.format,
    encoding: parsed.encoding,
    pattern: parsed.pattern,
    original,
    original_name: originalName,
    text,
    utf16_length: parsed.text.length,
    code_points: codePointOffsets(parsed.text).length,
    study_case: studyCase ?? null,
    created_at: project.now(),
  });
  const speakers = new Map<string, string>();
  for (const speaker of parsed.speakers) {
    const speakerId = project.newId<'speaker'>();
    speakers.set(speaker.name, speakerId);
    log.insert(speakerTable, { id: speakerId, document: id, name: speaker.name, role: speaker.role, study_case: null });
  }
  for (const turn of parsed.turns) {
    log.insert(turnTable, {
      id: project.newId(),
      document: id,
      start_at: turn.start,
      content_at: turn.contentStart,
      end_at: turn.end,
      speaker: turn.speaker === null ? null : (speakers.get(turn.speaker) ?? null),
      time: turn.time,
      question: null,
    });
  }
  return id;
}
