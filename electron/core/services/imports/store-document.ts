import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import type { ParsedFile } from '../../import/parsed-file.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { type DocumentRow, documentTable } from '../../store/repositories/document-table.ts';
import { type SpeakerRow, speakerTable, type TurnRow, turnTable } from '../../store/repositories/turn-table.ts';
import type { OpenProject } from '../project/open-project.ts';

/** A name no document has yet: the file's own, else with " (2)", " (3)" … before nothing is changed of it. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`;
  taken.add(free);
  return free;
}

type Parsed = Omit<ParsedFile, 'comments' | 'replaced'>;

/** A read file as rows, all but for what is known only when it is stored: its name, its place and the time. */
export type StoredParts = {
  readonly document: Omit<DocumentRow, 'name' | 'position' | 'study_case' | 'created_at'>;
  readonly speakers: readonly SpeakerRow[];
  readonly turns: readonly TurnRow[];
};

/** The rows of a read file. `original` and `text` are the hashes under which they stand among the blobs. */
export function storedParts(
  project: OpenProject,
  file: { readonly originalName: string; readonly original: string; readonly text: string; readonly parsed: Parsed },
): StoredParts {
  const { originalName, original, text, parsed } = file;
  const document = project.newId<'document'>();
  const speakers = parsed.speakers.map(({ name, role }) => ({
    id: project.newId<'speaker'>(),
    document,
    name,
    role,
    study_case: null,
  }));
  const speakerIds = new Map(speakers.map(({ name, id }) => [name, id]));
  return {
    document: {
      id: document,
      language: parsed.language,
      format: parsed.format,
      encoding: parsed.encoding,
      pattern: parsed.pattern,
      original,
      original_name: originalName,
      text,
      utf16_length: parsed.text.length,
      code_points: codePointOffsets(parsed.text).length,
    },
    speakers,
    turns: parsed.turns.map((turn) => ({
      id: project.newId<'turn'>(),
      document,
      start_at: turn.start,
      content_at: turn.contentStart,
      end_at: turn.end,
      speaker: turn.speaker === null ? null : (speakerIds.get(turn.speaker) ?? null),
      time: turn.time,
      question: null,
    })),
  };
}

/** Stores the row of a document and its speakers. */
export function insertDocument(
  project: OpenProject,
  log: ChangeLog,
  { document, speakers }: Pick<StoredParts, 'document' | 'speakers'>,
  { name, position }: { readonly name: string; readonly position: number },
): void {
  log.insert(documentTable, {
    ...document,
    name,
    position,
    study_case: null,
    created_at: project.now(),
  });
  for (const speaker of speakers) log.insert(speakerTable, speaker);
}

/** Stores one read file: its row, speakers and turns. Answers the document's id. */
export function storeDocument(
  project: OpenProject,
  log: ChangeLog,
  made: Parameters<typeof storedParts>[1] & Parameters<typeof insertDocument>[3],
): string {
  const parts = storedParts(project, made);
  insertDocument(project, log, parts, made);
  for (const turn of parts.turns) log.insert(turnTable, turn);
  return parts.document.id;
}
