import { useMemo } from 'react';
import type { DocumentId } from '../../../../shared/domain/ids.ts';
import { type Command, useCommands } from '../../../app/commands/registry.ts';
import { showPassage } from '../../../app/navigation.ts';
import { openFind, steppedHit, useFind } from './find-state.ts';
import { useTranscript } from '../transcript-state.ts';

/** Goes to the next or previous place of what is looked for. */
export function stepToHit(document: DocumentId, by: 1 | -1): void {
  const { hits, at } = useFind.getState();
  const next = steppedHit(hits, at, useTranscript.getState().place, by);
  if (next === null) return;
  useFind.setState({ at: next });
  showPassage({ document, ...hits[next]! });
}

/** The commands that look for words in the transcript that is open. */
export function useFindCommands(document: DocumentId): void {
  const commands = useMemo<readonly Command[]>(() => {
    const isFinding = (): boolean => useFind.getState().hits.length > 0;
    return [
      { id: 'find', message: 'command.find', keys: ['Mod+F'], run: openFind },
      {
        id: 'find.next',
        message: 'command.find.next',
        keys: ['F3', 'Mod+G'],
        when: isFinding,
        run: () => stepToHit(document, 1),
      },
      {
        id: 'find.previous',
        message: 'command.find.previous',
        keys: ['Shift+F3', 'Mod+Shift+G'],
        when: isFinding,
        run: () => stepToHit(document, -1),
      },
    ];
  }, [document]);
  useCommands(commands);
}
