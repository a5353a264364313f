import { isVerbatimError, VerbatimError } from '../../../shared/contract/errors.ts';
import type { ExchangeReport } from '../../../shared/contract/methods/exchange.ts';
import { createProjectState } from '../../api/project-state.ts';
import { call } from '../../api/connection.ts';
import { discardFile, uploadFile } from '../../api/files.ts';

type Progress = { readonly done: number; readonly total: number } | null;

/** The file of another program that is looked at, and how far it has come. */
export type Exchange =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' | 'importing'; readonly name: string; readonly progress: Progress }
  | { readonly kind: 'ready'; readonly name: string; readonly report: ExchangeReport }
  | { readonly kind: 'failed'; readonly name: string; readonly error: VerbatimError };

type State = { readonly exchange: Exchange; readonly ticket: string | null };
const nothing: State = { exchange: { kind: 'none' }, ticket: null };

/** It stays when the reader looks at another screen meanwhile. */
export const useExchange = createProjectState(nothing);

let abort: AbortController | null = null;

function failed(name: string, error: unknown, { signal }: AbortController): void {
  if (signal.aborted || isVerbatimError(error, 'cancelled')) return;
  const shown = isVerbatimError(error) ? error : new VerbatimError('file_unreadable', { file: name });
  useExchange.setState({ exchange: { kind: 'failed', name, error: shown } });
}

/** Runs one job on the file and shows how far it is; null where it failed or was cancelled. */
async function run(
  method: 'exchange.inspect' | 'exchange.import',
  name: string,
  ticket: string,
): Promise<ExchangeReport | null> {
  const running = new AbortController();
  abort = running;
  const kind = method === 'exchange.inspect' ? 'reading' : 'importing';
  const show = (progress: Progress): void => {
    if (!running.signal.aborted) useExchange.setState({ exchange: { kind, name, progress } });
  };
  show(null);
  try {
    return await call(
      method,
      { ticket },
      { signal: running.signal, onProgress: (done, total) => show({ done, total }) },
    );
  } catch (error) {
    failed(name, error, running);
    return null;
  }
}

/** Hands a file to the core and asks what it holds; nothing is stored. */
export async function inspectExchange(file: File): Promise<void> {
  const { name } = file;
  cancelExchange();
  const running = new AbortController();
  abort = running;
  useExchange.setState({ exchange: { kind: 'reading', name, progress: null }, ticket: null });
  try {
    const ticket = await uploadFile(file, { signal: running.signal });
    useExchange.setState({ ticket });
    const report = await run('exchange.inspect', name, ticket);
    // Another file may have been chosen while this one was read.
    if (report && useExchange.getState().ticket === ticket)
      useExchange.setState({ exchange: { kind: 'ready', name, report } });
  } catch (error) {
    failed(name, error, running);
  }
}

/** Takes the file over; answers what became of everything in it. A cancelled one leaves no trace and can be tried again. */
export async function importExchange(): Promise<ExchangeReport | null> {
  const { exchange, ticket } = useExchange.getState();
  if (exchange.kind !== 'ready' || ticket === null) return null;
  const report = await run('exchange.import', exchange.name, ticket);
  if (report) useExchange.setState(nothing);
  else if (useExchange.getState().exchange.kind === 'importing') useExchange.setState({ exchange });
  return report;
}

/** Stops whatever runs and forgets the file; nothing of it was stored. */
export function cancelExchange(): void {
  abort?.abort();
  abort = null;
  const { ticket } = useExchange.getState();
  if (ticket !== null) discardFile(ticket);
  useExchange.setState(nothing);
}

/** Stops an import that runs; the file stays to be looked at. */
export function stopImport(): void {
  abort?.abort();
}
