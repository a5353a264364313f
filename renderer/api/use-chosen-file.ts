import { useCallback, useEffect, useRef } from 'react';
import { isVerbatimError, VerbatimError } from '../../shared/contract/errors.ts';
import { discardFile, uploadFile } from './files.ts';

type Ask<Answer> = (ticket: string, signal: AbortSignal) => Promise<Answer>;

/**
 * Hands the file chosen in a component to the core and asks about it; the core keeps it until another is chosen or the
 * component is gone. Resolves with null where another file was chosen meanwhile; throws a VerbatimError.
 */
export function useChosenFile(): <Answer>(file: File, ask: Ask<Answer>) => Promise<Answer | null> {
  const forget = useRef<() => void>(() => {});
  useEffect(() => () => forget.current(), []);
  return useCallback(async (file, ask) => {
    forget.current();
    const running = new AbortController();
    const { signal } = running;
    forget.current = () => running.abort();
    try {
      const ticket = await uploadFile(file, { signal });
      forget.current = () => {
        running.abort();
        discardFile(ticket);
      };
      const answer = await ask(ticket, signal);
      return signal.aborted ? null : answer;
    } catch (error) {
      if (signal.aborted) return null;
      throw isVerbatimError(error) ? error : new VerbatimError('file_unreadable', { file: file.name });
    }
  }, []);
}
