import { type ErrorCode, isVerbatimError, VerbatimError, type WireError } from '../../../shared/contract/errors.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { createProjectState } from '../../api/project-state.ts';
import { call } from '../../api/connection.ts';
import { discardFile, uploadFile } from '../../api/files.ts';
import { reportError } from '../../api/error-report.ts';
import {
  type BatchFile,
  importableFiles,
  importInput,
  needsReading,
  newBatchFile,
  type OverruleChange,
  overruled,
  type Reading,
  withFile,
} from './batch.ts';

type ImportBatch = {
  readonly files: readonly BatchFile[];
  /** The file whose settings and preview are shown. */
  readonly selected: number | null;
  /** Done of total while the import runs: first all files are read, then all are stored. */
  readonly running: { readonly done: number; readonly total: number; readonly isStoring: boolean } | null;
};

const empty: ImportBatch = { files: [], selected: null, running: null };

/** The files waiting to be imported; they stay when the reader looks at another screen meanwhile. */
export const useImportBatch = createProjectState(empty);

let keys = 0;
let reading: Promise<unknown> = Promise.resolve();
let abort: AbortController | null = null;

function fileWith(key: number): BatchFile | undefined {
  return useImportBatch.getState().files.find((file) => file.key === key);
}

function change(key: number, to: (file: BatchFile) => BatchFile): void {
  useImportBatch.setState(({ files }) => ({ files: withFile(files, key, to) }));
}

function wireOf(error: unknown): WireError {
  if (isVerbatimError(error)) return error.toWire();
  return new VerbatimError<ErrorCode>('internal', { log: String(error) }).toWire();
}

/** Reads a file again as its settings say; an answer that comes after another change is dropped. */
async function inspect(key: number): Promise<void> {
  const file = fileWith(key);
  const input = file && importInput(file);
  if (!file || !input) return;
  const readingOf = async (): Promise<Reading> => {
    try {
      const { ready, failed } = await call('imports.inspect', { files: [input] });
      if (ready[0]) return { kind: 'ready', verdict: ready[0] };
      return { kind: 'failed', error: failed[0]!.error };
    } catch (error) {
      return { kind: 'failed', error: wireOf(error) };
    }
  };
  const found = await readingOf();
  change(key, (now) => (now.overrules === file.overrules ? { ...now, reading: found } : now));
}

async function receive(key: number, file: File): Promise<void> {
  if (!fileWith(key)) return;
  try {
    const ticket = await uploadFile(file);
    if (!fileWith(key)) {
      discardFile(ticket);
      return;
    }
    change(key, (now) => ({ ...now, ticket }));
  } catch (error) {
    change(key, (now) => ({ ...now, reading: { kind: 'failed', error: wireOf(error) } }));
    return;
  }
  await inspect(key);
}

/** Puts files into the batch and reads them one after another. */
export function addToBatch(files: readonly File[], isPasted = false): void {
  const added = files.map((file) => ({ file, entry: newBatchFile(++keys, file.name, isPasted) }));
  useImportBatch.setState((batch) => ({
    files: [...batch.files, ...added.map(({ entry }) => entry)],
    selected: (isPasted ? null : batch.selected) ?? added[0]?.entry.key ?? null,
  }));
  for (const { file, entry } of added) reading = reading.then(() => receive(entry.key, file));
}

/** Puts a text from the clipboard into the batch, as a file of this name, and shows it. */
export function addPasted(name: string, text: string): void {
  addToBatch([new File([text], `${name.trim().replaceAll(/[\\/]/g, '-')}.txt`)], true);
}

export function selectFile(key: number): void {
  useImportBatch.setState({ selected: key });
}

export function chooseFile(key: number, chosen: boolean): void {
  change(key, (file) => ({ ...file, chosen }));
}

/** Overrules a guess about a file, or goes back to it, and reads the file again where that matters. */
export function overruleFile(key: number, overrules: OverruleChange): void {
  change(key, (file) => overruled(file, overrules));
  if (needsReading(overrules)) void inspect(key);
}

function discard(files: readonly BatchFile[]): void {
  for (const { ticket } of files) if (ticket !== null) discardFile(ticket);
}

/** Forgets the batch: nothing was stored. */
export function discardBatch(): void {
  discard(useImportBatch.getState().files);
  useImportBatch.setState(empty);
}

/** What an import made: the new documents in order, and how many files it had to leave out. */
export type ImportOutcome = { readonly documents: readonly DocumentId[]; readonly failed: number };

/**
 * Imports the chosen files in one step. Null when it was cancelled or failed as a whole: then nothing was stored and the batch is as before.
 * Files that could not be read stay in the batch with the reason; all others leave it.
 */
export async function importBatch(): Promise<ImportOutcome | null> {
  const { files } = useImportBatch.getState();
  const going = importableFiles(files);
  abort = new AbortController();
  useImportBatch.setState({ running: { done: 0, total: going.length, isStoring: false } });
  try {
    const { imported, failed } = await call(
      'imports.commit',
      { files: going.flatMap((file) => importInput(file) ?? []) },
      {
        signal: abort.signal,
        onProgress: (done, total) =>
          useImportBatch.setState(({ running }) => ({
            running: { done, total, isStoring: running !== null && (running.isStoring || done < running.done) },
          })),
      },
    );
    const reasons = new Map(failed.map(({ ticket, error }) => [ticket, error]));
    const left = going.flatMap((file): BatchFile[] => {
      const error = file.ticket === null ? undefined : reasons.get(file.ticket);
      return error ? [{ ...file, reading: { kind: 'failed', error } }] : [];
    });
    discard(files.filter((file) => !going.includes(file)));
    // Files that were added while the import ran wait for the next one.
    const known = new Set(files.map(({ key }) => key));
    useImportBatch.setState((now) => {
      const waiting = [...left, ...now.files.filter(({ key }) => !known.has(key))];
      return { files: waiting, selected: waiting[0]?.key ?? null, running: null };
    });
    return { documents: imported.map(({ document }) => document), failed: failed.length };
  } catch (error) {
    useImportBatch.setState({ running: null });
    reportError(error);
    return null;
  }
}

/** Stops an import that runs; nothing will have been stored. */
export function cancelImport(): void {
  abort?.abort();
}
