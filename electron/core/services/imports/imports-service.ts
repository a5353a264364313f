import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { CallContext } from '../../../../shared/contract/methods.ts';
import type {
  ImportFailure,
  ImportFile,
  ImportPreview,
  ImportVerdict,
} from '../../../../shared/contract/methods/documents.ts';
import { asId, type DocumentId } from '../../../../shared/domain/ids.ts';
import type { ParsedSpeaker, ParsedTurn, SpeakerRole } from '../../../../shared/domain/transcript.ts';
import { withSpeakerNames } from '../../../../shared/import/turns/named-speakers.ts';
import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import type { ParsedFile } from '../../import/parsed-file.ts';
import { type FileReader, fileReader } from '../../jobs/read-file.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import { type TurnRow, turnTable } from '../../store/repositories/turn-table.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import type { Staging } from '../../store/staging.ts';
import { breathe, type Context, type Service } from '../project/context.ts';
import { decodeStoredText, encodeText } from '../../store/stored-text.ts';
import { readTicket } from '../host/files-service.ts';
import { storeComments } from './import-comments.ts';
import type { OpenProject } from '../project/open-project.ts';
import { type StoredParts, storedParts, freeName, insertDocument } from './store-document.ts';

/** Turns of a preview beyond which the rest is not sent. */
const previewTurns = 200;
const previewUnits = 60_000;
/** How much of what a speaker says first is given as an example. */
const exampleUnits = 90;
/** How many places of replaced bytes are shown, and how much of the words before and behind each. */
const shownPlaces = 50;
const aroundUnits = 24;
/** How long, in milliseconds, taking over goes on without a rest. */
const patience = 25;

type ReadFile = {
  readonly file: ImportFile;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly parsed: ParsedFile;
  readonly labels: ImportVerdict['labels'];
};

/** Reads the file behind a ticket as it is to be read. Throws what reading it throws. */
export async function readImportFile(context: Context, file: ImportFile, reader: FileReader): Promise<ReadFile> {
  const { name, bytes } = readTicket(context.tickets, file.ticket);
  const { ticket: _, roles, interviewers, speakerNames, comments: __, ...overruled } = file;
  const found = await reader.read({ ...overruled, fileName: name, bytes });
  const named = withSpeakerNames(found, speakerNames);
  const speakers = named.speakers.map((speaker) => ({
    ...speaker,
    role: roles?.[speaker.name] ?? roleBeside(speaker, interviewers),
  }));
  return { file, name, bytes, parsed: { ...named, speakers }, labels: labelsOf(found) };
}

function labelsOf({ text, turns, speakers }: ParsedFile): ImportVerdict['labels'] {
  const first = new Map<string, ParsedTurn>();
  for (const turn of turns) {
    if (turn.speaker === null || turn.contentStart === turn.end) continue;
    if (!first.has(turn.speaker)) first.set(turn.speaker, turn);
  }
  return speakers.map(({ name, turns: count }) => {
    const said = first.get(name);
    const words =
      said === undefined ? '' : text.slice(said.contentStart, Math.min(said.end, said.contentStart + exampleUnits));
    return { label: name, turns: count, example: words.toWellFormed().replaceAll(/\s+/gu, ' ') };
  });
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

function verdictOf({ file, name, parsed, labels }: ReadFile): ImportVerdict {
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
    labels,
    columns:
      parsed.columns === undefined ? null : { names: [...parsed.columns.names], used: { ...parsed.columns.used } },
    comments: parsed.comments.length,
    replaced: { count: parsed.replaced.length, places: placesOf(parsed) },
  };
}

/** The first places of replaced bytes, each with the words around it. */
function placesOf({ text, replaced }: ParsedFile): ImportVerdict['replaced']['places'] {
  let line = 1;
  let at = 0;
  return replaced.slice(0, shownPlaces).map((place) => {
    for (let feed = text.indexOf('\n', at); feed !== -1 && feed < place; feed = text.indexOf('\n', at)) {
      line++;
      at = feed + 1;
    }
    const end = text.indexOf('\n', place);
    const from = Math.max(at, place - aroundUnits);
    const to = Math.min(end === -1 ? text.length : end, place + aroundUnits);
    return { line, around: text.slice(from, to).toWellFormed() };
  });
}

async function settled<Value>(work: Promise<Value>): Promise<PromiseSettledResult<Value>> {
  const [result] = await Promise.allSettled([work]);
  return result;
}

/** Reads files one after another, letting other calls in between; a bad one never stops the others. Throws `cancelled`. */
async function readAll(
  context: Context,
  files: readonly ImportFile[],
  call: CallContext,
  use: (file: ReadFile) => void,
): Promise<ImportFailure[]> {
  const failed: ImportFailure[] = [];
  const reader = fileReader(files.length, call.signal);
  const begun = (file: ImportFile | undefined): Promise<PromiseSettledResult<ReadFile>> | null =>
    file === undefined ? null : settled(readImportFile(context, file, reader));
  try {
    let coming = begun(files[0]);
    for (const [place, file] of files.entries()) {
      if (call.signal.aborted) throw new VerbatimError('cancelled', {});
      const read = await coming!;
      // The thread reads the next one while this one is used.
      coming = begun(files[place + 1]);
      try {
        if (read.status === 'rejected') throw read.reason;
        use(read.value);
      } catch (error) {
        failed.push(failureOf(context, file, error));
      }
      call.progress(place + 1, files.length);
      await breathe();
    }
  } finally {
    reader.end();
  }
  if (call.signal.aborted) throw new VerbatimError('cancelled', {});
  return failed;
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

    'imports.preview': async (file) => {
      const reader = fileReader(1);
      try {
        return preview(await readImportFile(context, file, reader));
      } finally {
        reader.end();
      }
    },

    'imports.commit': async ({ files }, call) => {
      const project = context.project();
      const staging = project.store.staging(turnTable);
      try {
        const verdicts: ImportVerdict[] = [];
        const failed = await readAll(context, files, call, (file) => {
          const { file: wanted, name, bytes, parsed } = file;
          staging.add(bytes, encodeText(parsed.text), (original, text) => {
            const { turns, ...rest } = storedParts(project, { originalName: name, original, text, parsed });
            const comments = wanted.comments === 'memos' ? parsed.comments : [];
            return { rest: JSON.stringify({ ...rest, comments } satisfies StagedRest), rows: turns };
          });
          verdicts.push(verdictOf(file));
        });
        // Another project may have been opened meanwhile: what was read belongs to the first.
        if (context.project() !== project) throw new VerbatimError('cancelled', {});
        const imported = await commit(context, project, staging, verdicts, call);
        for (const { ticket } of imported) context.tickets.discard(ticket);
        return { imported, failed };
      } finally {
        staging.end();
      }
    },
  };
}

type StagedRest = Omit<StoredParts, 'turns'> & {
  /** Those that are to be memos. */
  readonly comments: ParsedFile['comments'];
};

/**
 * Takes over what was laid down, in one transaction, with rests in which progress is told and a cancel is heard: it undoes everything. Other calls wait
 * meanwhile. A name already taken gets " (2)".
 */
async function commit(
  context: Context,
  reading: OpenProject,
  staging: Staging<TurnRow>,
  verdicts: readonly ImportVerdict[],
  call: CallContext,
) {
  const label = { documents: verdicts.length, document: verdicts[0]?.file ?? '' };
  let rested = performance.now();
  const between = async (done: number): Promise<void> => {
    if (performance.now() - rested < patience) return;
    call.progress(done, verdicts.length);
    await breathe();
    rested = performance.now();
    if (call.signal.aborted) throw new VerbatimError('cancelled', {});
  };
  return context.alone(async () => {
    // Another project may have been opened while this one waited to be alone.
    if (context.openProject() !== reading) throw new VerbatimError('cancelled', {});
    return reading.changeInSteps('imports.commit', label, (log) => takenOver(reading, log, staging, verdicts), between);
  });
}

function* takenOver(
  project: OpenProject,
  log: ChangeLog,
  staging: Staging<TurnRow>,
  verdicts: readonly ImportVerdict[],
): Generator<number, (ImportVerdict & { document: DocumentId; name: string })[]> {
  const taken = new Set(project.store.all(documentQueries.names).map(({ name }) => name));
  const first = (project.store.get(documentQueries.lastPosition)?.position ?? -1) + 1;
  const imported: (ImportVerdict & { document: DocumentId; name: string })[] = [];
  for (const { id, text, rest } of staging.take()) {
    const verdict = verdicts[imported.length]!;
    const { comments, ...parts } = JSON.parse(rest) as StagedRest;
    const name = freeName(verdict.file, taken);
    const document = parts.document.id;
    insertDocument(project, log, parts, { name, position: first + imported.length });
    log.insertStaged(staging.rows, id, document);
    if (comments.length > 0)
      storeComments(project, log, document, decodeStoredText(project.store.blobs.get(text)), comments);
    imported.push({ ...verdict, document: asId<'document'>(document), name });
    yield imported.length;
  }
  return imported;
}
