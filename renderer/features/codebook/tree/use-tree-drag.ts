import { type MouseEvent as ReactMouseEvent, type RefObject, useState } from 'react';
import { wouldCloseCircle } from '../../../../shared/domain/codebook.ts';
import { type CodePlace, droppedPlace } from '../../../../shared/domain/code-places.ts';
import type { CodeId } from '../../../../shared/domain/ids.ts';
import { followDrag } from '../../transcript/mouse/follow-drag.ts';
import type { NamedCode } from '../code-names.ts';
import { openCodebookDialog } from '../codebook-state.ts';
import { moveCode } from './move-code.ts';

/** Indent of a row's first level and of each further one, in pixels. */
export const firstIndent = 12;
export const indentStep = 16;

/** Share of a row's height at its edges that means "between", not "onto". */
const edgeShare = 0.3;

/** Where a dragged code would go, with the box that shows it, in the tree's own coordinates. */
export type TreeDrop = {
  readonly kind: 'onto' | 'between';
  readonly top: number;
  readonly height: number;
  readonly indent: number;
};

type Target = TreeDrop & { readonly over: CodeId; readonly place: CodePlace<CodeId> };

/** Drags codes within the tree: between two rows a code moves there, onto a code it is asked whether to move or to merge. */
export function useTreeDrag(codes: ReadonlyMap<CodeId, NamedCode>, tree: RefObject<HTMLElement | null>) {
  const [drop, setDrop] = useState<TreeDrop | null>(null);
  const shapes = [...codes.values()].map(({ code }) => code);

  const targetAt = (moving: CodeId, { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): Target | null => {
    const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[role="row"][data-key]');
    if (!row || !tree.current?.contains(row)) return null;
    const over = row.dataset['key'] as CodeId;
    const [box, frame] = [row.getBoundingClientRect(), tree.current.getBoundingClientRect()];
    const share = (clientY - box.top) / box.height;
    const top = box.top - frame.top;
    if (share >= edgeShare && share <= 1 - edgeShare) {
      if (wouldCloseCircle(shapes, moving, over)) return null;
      return { kind: 'onto', top, height: box.height, indent: 0, over, place: { parent: over, before: null } };
    }
    const edge = share < edgeShare ? 'upper' : 'lower';
    const isOpen = row.getAttribute('aria-expanded') === 'true';
    const depth = Math.floor((clientX - box.left - firstIndent) / indentStep);
    const dropped = droppedPlace(shapes, moving, { over, edge, isOpen, depth });
    if (!dropped || dropped.place.before === moving || wouldCloseCircle(shapes, moving, dropped.place.parent))
      return null;
    return {
      kind: 'between',
      top: edge === 'upper' ? top : top + box.height,
      height: 0,
      indent: firstIndent + dropped.depth * indentStep,
      over,
      place: dropped.place,
    };
  };

  const onPress = (event: ReactMouseEvent<HTMLElement>): void => {
    const pressed = event.target instanceof Element ? event.target : null;
    const moving = pressed?.closest<HTMLElement>('[role="row"][data-key]')?.dataset['key'] as CodeId | undefined;
    const named = moving === undefined ? undefined : codes.get(moving);
    if (event.button !== 0 || !named || pressed?.closest('button')) return;
    const { id } = named.code;
    followDrag(event, {
      label: named.name,
      move: (at) => setDrop(targetAt(id, at)),
      end: (isDone, at) => {
        setDrop(null);
        const target = isDone ? targetAt(id, at) : null;
        if (target?.kind === 'onto') openCodebookDialog({ kind: 'drop', code: id, target: target.over });
        else if (target) moveCode(id, target.place);
      },
    });
  };
  return { drop, onPress };
}
