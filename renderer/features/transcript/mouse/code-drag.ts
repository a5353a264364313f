import { useEffect } from 'react';
import { asId, type CodeId } from '../../../../shared/domain/ids.ts';
import { sentenceAt } from '../../../../shared/transcript/coding-unit.ts';
import { blockAt } from '../../../../shared/transcript/blocks.ts';
import type { NamedCode } from '../../codebook/code-names.ts';
import { followDrag } from './follow-drag.ts';
import { positionUnder } from './position-under.ts';
import { useTranscript } from '../transcript-state.ts';
import type { CodingActions } from '../use-coding-actions.ts';
import { viewNow } from '../use-document-view.ts';

/** Marks the codebook beside the transcript: its rows can be dragged to words, and words to them. */
export const codebookRegion = { 'data-codebook': '' } as const;

function codeOfRow(element: Element | null): CodeId | null {
  if (!element?.closest('[data-codebook]')) return null;
  const key = element.closest<HTMLElement>('[role="row"][data-key]')?.dataset['key'];
  return key === undefined ? null : asId<'code'>(key);
}

/** The code whose row in the codebook is under the pointer. */
export function codeUnderPointer(x: number, y: number): CodeId | null {
  return codeOfRow(document.elementFromPoint(x, y));
}

/** A code dragged from the codebook onto the words selected codes them; onto other words, their sentence. */
export function useCodeDrag(codes: ReadonlyMap<CodeId, NamedCode> | null, actions: CodingActions): void {
  useEffect(() => {
    const onPress = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const code = codeOfRow(target);
      const named = code === null ? undefined : codes?.get(code);
      if (event.button !== 0 || !named?.code.codable || named.code.retired || target?.closest('button')) return;
      followDrag(event, {
        label: named.name,
        end: (isDone, { clientX, clientY }) => {
          const view = viewNow();
          const under = document.elementFromPoint(clientX, clientY);
          const root = under?.closest('[data-transcript]');
          if (!isDone || !view || !root) return;
          const { selection } = useTranscript.getState();
          const position = positionUnder(root, clientX, clientY, 'start');
          const block = position === null ? undefined : view.blocks[blockAt(view.blocks, position)];
          const isOnSelection = under?.closest('[data-chosen-words]') !== null;
          const span =
            selection && isOnSelection
              ? selection
              : block && position !== null
                ? sentenceAt(view, block, position)
                : null;
          if (span) void actions.applyAndSelect([named.code.id], span);
        },
      });
    };
    addEventListener('mousedown', onPress, true);
    return () => removeEventListener('mousedown', onPress, true);
  }, [codes, actions]);
}
