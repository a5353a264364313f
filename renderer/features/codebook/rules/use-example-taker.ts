import { useEffect, useMemo, useRef } from 'react';
import type { Span } from '../../../../shared/domain/span.ts';
import { asId, type CodeId, type DocumentId } from '../../../../shared/domain/ids.ts';
import { useCommand, useQuery } from '../../../api/hooks.ts';
import { type Command, useCommands } from '../../../app/commands/registry.ts';
import { useWords } from '../../../i18n/text.ts';
import { announce, useTranscript } from '../../transcript/transcript-state.ts';
import { showUndoToast } from '../../../app/undo-toast.ts';

type Words = Span & { readonly document: DocumentId };

/** The words chosen in the transcript: those selected, else those of the selected coding. */
function useChosenWords(): Words | null {
  const document = useTranscript((s) => s.document);
  const selection = useTranscript((s) => s.selection);
  const selectedCoding = useTranscript((s) => s.selectedCoding);
  const { data } = useQuery(
    'codings.ofDocument',
    { document: document ?? asId<'document'>('-') },
    { enabled: document !== null && selectedCoding !== null },
  );
  if (document === null) return null;
  if (selection) return { document, ...selection };
  const coding = data?.codings.find(({ id }) => id === selectedCoding);
  const carried = data?.selections.find(({ id }) => id === coding?.selection);
  return carried && carried.state !== 'detached' ? { document, start: carried.start, end: carried.end } : null;
}

/** Takes the words chosen in the transcript as an example of a code; null while there are none. Also under Ctrl/Cmd+E. */
export function useExampleTaker(code: CodeId, name: string): (() => void) | null {
  const { t } = useWords();
  const words = useChosenWords();
  const { mutate } = useCommand('codes.addExample');
  const take = words
    ? (): void =>
        mutate(
          { code, ...words },
          {
            onSuccess: ({ revision }) => {
              announce(t('codebook.example.taken', { name }));
              showUndoToast(t, t('codebook.example.taken', { name }), revision);
            },
          },
        )
    : null;
  const current = useRef(take);
  useEffect(() => {
    current.current = take;
  });
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'codebook.example',
        message: 'command.codebook.example',
        keys: ['Mod+E'],
        when: () => current.current !== null,
        run: () => current.current?.(),
      },
    ],
    [],
  );
  useCommands(commands);
  return take;
}
