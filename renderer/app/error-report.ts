import { create } from 'zustand';
import { isVerbatimError, VerbatimError } from '../../shared/contract/errors.ts';

/** The last failure nobody showed in place; it stands above the status bar until dismissed. */
export const useReportedError = create<{ error: VerbatimError | null }>(() => ({ error: null }));

/** Shows a failure that has no place of its own. A cancelled call is no failure; a lost connection has its own banner. */
export function reportError(error: unknown): void {
  if (isVerbatimError(error, 'cancelled') || isVerbatimError(error, 'connection_lost')) return;
  useReportedError.setState({
    error: isVerbatimError(error) ? error : new VerbatimError('internal', { log: String(error) }),
  });
}

export function dismissError(): void {
  useReportedError.setState({ error: null });
}
