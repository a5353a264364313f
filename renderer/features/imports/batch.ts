import type { WireError } from '../../../shared/contract/errors.ts';
import type { ImportFile, ImportVerdict } from '../../../shared/contract/methods/documents.ts';
import type { SpeakerRole } from '../../../shared/domain/transcript.ts';

/** What the reader overrules of the guesses about one file. */
export type Overrules = Omit<ImportFile, 'ticket'>;

/** What is known of a file so far; a verdict that is being made again stays on screen meanwhile. */
export type Reading =
  | { readonly kind: 'reading'; readonly before: ImportVerdict | null }
  | { readonly kind: 'ready'; readonly verdict: ImportVerdict }
  | { readonly kind: 'failed'; readonly error: WireError };

/** One file of an import before anything is stored. */
export type BatchFile = {
  /** Counts up through the session: two files may share a name. */
  readonly key: number;
  readonly name: string;
  readonly ticket: string | null;
  /** Came from the clipboard: there are no bytes whose encoding could be doubted. */
  readonly isPasted: boolean;
  /** Whether it goes in with the rest. */
  readonly chosen: boolean;
  readonly overrules: Overrules;
  readonly reading: Reading;
};

export type FileState = 'reading' | 'ready' | 'check_encoding' | 'replaced' | 'failed';

export function fileState(file: BatchFile): FileState {
  if (file.reading.kind !== 'ready') return file.reading.kind;
  if (file.reading.verdict.replaced.count > 0) return 'replaced';
  return file.reading.verdict.encodingGuessed ? 'check_encoding' : 'ready';
}

/** The verdict to show: the present one, or the last one while another is made. */
export function shownVerdict(file: BatchFile): ImportVerdict | null {
  if (file.reading.kind === 'ready') return file.reading.verdict;
  return file.reading.kind === 'reading' ? file.reading.before : null;
}

export function newBatchFile(key: number, name: string, isPasted = false): BatchFile {
  return {
    key,
    name,
    ticket: null,
    isPasted,
    chosen: true,
    overrules: isPasted ? { encoding: 'utf-8' } : {},
    reading: { kind: 'reading', before: null },
  };
}

/** The batch with one file changed; a key that is gone changes nothing. */
export function withFile(
  batch: readonly BatchFile[],
  key: number,
  change: (file: BatchFile) => BatchFile,
): readonly BatchFile[] {
  return batch.map((file) => (file.key === key ? change(file) : file));
}

/** A change of what is overruled; `undefined` goes back to the guess. */
export type OverruleChange = { readonly [Name in keyof Overrules]?: Overrules[Name] | undefined };

/** The file with guesses overruled. All but roles change how it is read, so it must be read again. */
export function overruled(file: BatchFile, change: OverruleChange): BatchFile {
  const merged = Object.entries({ ...file.overrules, ...change }).filter(([, value]) => value !== undefined);
  const overrules = Object.fromEntries(merged) as Overrules;
  if (!needsReading(change)) return { ...file, overrules };
  return { ...file, overrules, reading: { kind: 'reading', before: shownVerdict(file) } };
}

/** Whether a change makes the file read differently: who has which role does not. */
export function needsReading(change: OverruleChange): boolean {
  return Object.keys(change).some((name) => name !== 'roles');
}

/** The role a speaker will have: the reader's choice, else the guess. */
export function roleOf(file: BatchFile, speaker: string): SpeakerRole {
  const guess = shownVerdict(file)?.speakers.find((found) => found.name === speaker)?.role;
  return file.overrules.roles?.[speaker] ?? guess ?? 'other';
}

/** The name a label's speaker will have: the reader's, else the label itself. */
export function namedAs(file: BatchFile, label: string): string {
  return file.overrules.speakerNames?.[label] ?? label;
}

/** How the core is to read one file; null before it has a ticket. */
export function importInput(file: BatchFile): ImportFile | null {
  return file.ticket === null ? null : { ticket: file.ticket, ...file.overrules };
}

/** The files that go in: chosen and readable. */
export function importableFiles(batch: readonly BatchFile[]): BatchFile[] {
  return batch.filter((file) => file.chosen && file.reading.kind === 'ready');
}

/** The files that cannot go in, in their order. */
export function failedFiles(batch: readonly BatchFile[]): BatchFile[] {
  return batch.filter(({ reading }) => reading.kind === 'failed');
}

/** The failed file below the one selected, beginning again at the top; null where all can be read. */
export function nextFailed(batch: readonly BatchFile[], selected: number | null): BatchFile | null {
  const failed = failedFiles(batch);
  const place = batch.findIndex(({ key }) => key === selected);
  return failed.find((file) => batch.indexOf(file) > place) ?? failed[0] ?? null;
}

/** Whether some file is still being read, so that the counts are not final. */
export function isReading(batch: readonly BatchFile[]): boolean {
  return batch.some((file) => file.reading.kind === 'reading');
}
