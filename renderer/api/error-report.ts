import { create } from 'zustand';
import { isVerbatimError, VerbatimError } from '../../shared/contract/errors.ts';

/** The last failure nobody showed in place; it stands above the status bar until dismissed. */
export const useReportedError = create<{
  readonly error: VerbatimError | null;
  /** Asks once more for what was not answered; null where there is nothing to ask again. */
  readonly again: (() => void) | null;
}>(() => ({ error: null, again: null }));

/** What is no failure, or is seen anyhow: a lost connection has its own banner, and where no project is open there is the first screen. */
const unsaid = ['cancelled', 'connection_lost', 'no_project'] as const;

/** A failure as one of ours, with a message to show. */
export function asVerbatimError(error: unknown): VerbatimError {
  return isVerbatimError(error) ? error : new VerbatimError('internal', { log: String(error) });
}

function report(error: unknown, again: (() => void) | null): void {
  if (unsaid.some((code) => isVerbatimError(error, code))) return;
  useReportedError.setState({ error: asVerbatimError(error), again });
}

/** Shows a failure that has no place of its own. */
export function reportError(error: unknown): void {
  report(error, null);
}

/** Shows why something is missing on a screen, with the way to ask for it once more. */
export function reportUnanswered(error: unknown, again: () => void): void {
  report(error, again);
}

export function dismissError(): void {
  useReportedError.setState({ error: null, again: null });
}
