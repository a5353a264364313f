import { create } from 'zustand';

/** What is carried by the pointer, and where; null while nothing is. */
export const useCarried = create<{
  carried: { readonly label: string; readonly x: number; readonly y: number } | null;
}>(() => ({ carried: null }));

/** A press becomes a drag when the pointer has gone this far, in pixels. */
const threshold = 4;

type Drag = {
  /** Words shown at the pointer. */
  readonly label?: string;
  readonly move?: (event: MouseEvent) => void;
  /** `isDone` is false when Escape was pressed. Not called for a press that never moved. */
  readonly end: (isDone: boolean, event: Pick<MouseEvent, 'clientX' | 'clientY'>) => void;
};

/** Follows the pointer from a press until it is let go or Escape is pressed. */
export function followDrag(press: Pick<MouseEvent, 'clientX' | 'clientY'>, { label, move, end }: Drag): void {
  let isDrag = false;
  let last = press;
  const onMove = (event: MouseEvent): void => {
    isDrag ||= Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) > threshold;
    if (!isDrag) return;
    last = event;
    move?.(event);
    if (label !== undefined)
      useCarried.setState({ carried: { label: label.slice(0, 60), x: event.clientX, y: event.clientY } });
  };
  const stop = (isDone: boolean): void => {
    removeEventListener('mousemove', onMove, true);
    removeEventListener('mouseup', onUp, true);
    removeEventListener('keydown', onKey, true);
    if (label !== undefined) useCarried.setState({ carried: null });
    if (isDrag) end(isDone, last);
  };
  const onUp = (event: MouseEvent): void => {
    // Where something is let go, nothing is clicked.
    if (isDrag) event.stopPropagation();
    stop(true);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    stop(false);
  };
  addEventListener('mousemove', onMove, true);
  addEventListener('mouseup', onUp, true);
  addEventListener('keydown', onKey, true);
}
