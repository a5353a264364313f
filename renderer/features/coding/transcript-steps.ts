import { useMemo } from 'react';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { type Command, useCommands } from '../../app/commands/registry.ts';

/** The commands that lead from one transcript to the next in the list, each where it was left. */
export function useTranscriptSteps(
  documents: readonly DocumentId[] | undefined,
  current: DocumentId | null,
  open: (document: DocumentId) => void,
): void {
  const commands = useMemo<readonly Command[]>(() => {
    const stepped = (by: 1 | -1): DocumentId | undefined =>
      current === null ? undefined : documents?.[documents.indexOf(current) + by];
    const step = (by: 1 | -1) => (): void => {
      const next = stepped(by);
      if (next) open(next);
    };
    return [
      {
        id: 'document.next',
        message: 'command.document.next',
        keys: ['Alt+PageDown'],
        when: () => stepped(1) !== undefined,
        run: step(1),
      },
      {
        id: 'document.previous',
        message: 'command.document.previous',
        keys: ['Alt+PageUp'],
        when: () => stepped(-1) !== undefined,
        run: step(-1),
      },
    ];
  }, [documents, current, open]);
  useCommands(commands);
}
