import { useCallback, useState } from 'react';
import { blockBetween, type GridBlock, type GridPlace } from './paste-plan.ts';

export type GridSelection = {
  /** The cell that has the keyboard. */
  readonly active: GridPlace;
  readonly block: GridBlock;
  /** Moves there; with `extend`, everything between is selected too. */
  readonly go: (to: GridPlace, extend?: boolean) => void;
};

/** Which cells of the grid are selected: one that has the keyboard, and the block from where the selection began. */
export function useGridSelection(): GridSelection {
  const [{ active, anchor }, set] = useState({ active: { row: 0, column: 0 }, anchor: { row: 0, column: 0 } });
  const go = useCallback((to: GridPlace, extend = false): void => {
    set((before) => ({ active: to, anchor: extend ? before.anchor : to }));
  }, []);
  return { active, block: blockBetween(anchor, active), go };
}
