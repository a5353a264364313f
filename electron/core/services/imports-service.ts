import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { AbortSignalLike, CallContext } from '../../../shared/contract/methods.ts';
import type {
  ImportFailure,
  ImportFile,
  ImportPreview,
  ImportVerdict,
} from '../../../shared/contract/methods/documents.ts';
import { asId } from '../../../shared/domain/ids.ts';
import type { ParsedSpeaker, SpeakerRole } from '../../../shared/domain/transcript.ts';
import { codePointOffsets } from '../../../shared/text/offsets.ts';
import type { ParsedFile } from '../import/parsed-file.ts';
import { readFile } from '../jobs/read-file.ts';
import type { ChangeLog } from '../store/change-log.ts';
import { documentQueries, documentTable } from '../store/repositories/document-table.ts';
import { speakerTable, turnTable } from '../store/repositories/turn-table.ts';
import { breathe, type Context, type Service } from './context.ts';
import { encodeText } from './document-texts.ts';
import { readTicket } from './files-service.ts';
import type { OpenProject } from './open-project.ts';

/** Turns of a preview beyond which the rest is not sent. */
const previewTurns = 200;
const previewUnits = 60_000;

type ReadFile = {
  readonly file: ImportFile;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly parsed: ParsedFile;
};

async function read(context: Context, file: ImportFile, signal?: AbortSignalLike): Promise<ReadFile> {
  const { name, bytes } = readTicket(context.tickets, file.ticket);
  const { ticket: _, roles, interviewers, ...overruled } = file;
  const parsed = await readFile({ ...overruled, fileName: name, bytes }, signal);
  const speakers = parsed.speakers.map((speaker) => ({
    ...speaker,
    role: roles?.[speaker.name] ?? roleBeside(speaker, interviewers),
  }));
  return { file, name, bytes, parsed: { ...parsed, speakers } };
}

/** Where the interviewers are named, nobody else is one. */
function roleBeside({ name, role }: ParsedSpeaker, interviewers: readonly string[] | undefined): SpeakerRole {
  if (interviewers === undefined) return role;
  if (interviewers.includes(name)) return 'interviewer';
  return role === 'interviewer' ? 'respondent' : role;
}

function failureOf(context: Context, file: ImportFile, error: unknown): ImportFailure {
  const path = context.tickets.pathOf(file.ticket);
  const name =
    path ?? (error instanceof VerbatimError && 'file' in error.params ? String(error.params.file) : file.ticket);
  const wire =
    error instanceof VerbatimError
      ? error.toWire()
      : ({ code: 'internal', params: { log: context.ports.log.error(error, 'imports') } } as const);
  return { ticket: file.ticket, file: name.replace(/^.*[\\/]/, ''), error: wire };
}

function verdictOf({ file, name, parsed }: ReadFile): ImportVerdict {
  return {
    ticket: file.ticket,
    file: name,
    format: parsed.format,
    encoding: parsed.encoding,
    encodingGuessed: parsed.encodingConfidence === 'guessed',
    language: parsed.language,
    characters: codePointOffsets(parsed.text).length,
    turns: parsed.turns.length,
    pattern: parsed.pattern,
    speakers: [...parsed.speakers],
  };
}

/** Reads files one after another, letting other calls in between; a bad one never stops the others. Throws `cancelled`. */
async function readAll(
  context: Context,
  files: readonly ImportFile[],
  call: CallContext,
  use: (file: ReadFile) => void,
): Promise<ImportFailure[]> {
  const failed: ImportFailure[] = [];
  for (const [place, file] of files.entries()) {
    if (call.signal.aborted) throw new VerbatimError('cancelled', {});
    try {
      use(await read(context, file, call.signal));
    } catch (error) {
      failed.push(failureOf(context, file, error));
    }
    call.progress(place + 1, files.length);
    await breathe();
  }
  if (call.signal.aborted) throw new VerbatimError('cancelled', {});
  return failed;
}

/** A name no document has yet: the file's own, else with " (2)", " (3)" … before nothing is changed of it. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`;
  taken.add(free);
  return free;
}

/** Stores one read file: original bytes, text, speakers and turns. */
export function storeDocument(
  project: OpenProject,
  log: ChangeLog,
  {
    name,
    originalName,
    bytes,
    parsed,
    position,
    studyCase,
  }: {
    name: string;
    originalName: string;
    bytes: Uint8Array;
    parsed: ParsedFile;
    position: number;
    studyCase?: string;
  },
): string {
  const id = project.newId<'document'>();
  log.insert(documentTable, {
    id,
    name,
    position,
    language: parsed.language,
    format: parsed.format,
    encoding: parsed.encoding,
    pattern: parsed.pattern,
    original: project.store.blobs.put(bytes),
    original_name: originalName,
    text: project.store.blobs.put(encodeText(parsed.text)),
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

function preview({ parsed }: ReadFile): ImportPreview {
  const last = parsed.turns[previewTurns - 1];
  const end = Math.min(last?.end ?? parsed.text.length, previewUnits);
  return {
    text: parsed.text.slice(0, end),
    language: parsed.language,
    turns: parsed.turns.slice(0, previewTurns).filter((turn) => turn.end <= end),
  };
}

export function importsService(context: Context): Service<'imports.inspect' | 'imports.preview' | 'imports.commit'> {
  return {
    'imports.inspect': async ({ files }, call) => {
      const ready: ImportVerdict[] = [];
      const failed = await readAll(context, files, call, (file) => ready.push(verdictOf(file)));
      return { ready, failed };
    },

    'imports.preview': async (file) => preview(await read(context, file)),

    'imports.commit': async ({ files }, call) => {
      const project = context.project();
      const good: ReadFile[] = [];
      const failed = await readAll(context, files, call, (file) => good.push(file));
      const taken = new Set(project.store.all(documentQueries.names).map(({ name }) => name));
      const first = (project.store.get(documentQueries.lastPosition)?.position ?? -1) + 1;
      const label = { documents: good.length, document: good[0]?.name ?? '' };
      const imported = project.change('imports.commit', label, (log) =>
        good.map((file, place) => {
          const name = freeName(file.name, taken);
          const document = storeDocument(project, log, {
            name,
            originalName: file.name,
            bytes: file.bytes,
            parsed: file.parsed,
            position: first + place,
          });
          return { ...verdictOf(file), document: asId<'document'>(document), name };
        }),
      );
      for (const { ticket } of imported) context.tickets.discard(ticket);
      return { imported, failed };
    },
  };
}
