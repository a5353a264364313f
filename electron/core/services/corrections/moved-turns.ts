import { changeMap, type TextChanges } from '../../../../shared/text/change.ts';
import type { TurnRow } from '../../store/repositories/turn-table.ts';

type TurnPlace = Pick<TurnRow, 'start_at' | 'content_at' | 'end_at'>;

/**
 * Where the turns stand that changes touch, in text order; null for a turn whose place is gone with its label. What is
 * inserted at the beginning or the end of a turn's words belongs to them; where two turns meet, to the first.
 */
export function movedTurns(
  turns: readonly TurnRow[],
  changes: TextChanges,
): readonly { readonly id: string; readonly place: TurnPlace | null }[] {
  const map = changeMap(changes);
  const moved: { id: string; place: TurnPlace | null }[] = [];
  let before = 0;
  for (const { id, start_at: start, content_at: content, end_at: end } of turns) {
    if (!map.touches(start, end)) {
      before = map.position(end, 'after');
      continue;
    }
    const isGone = changes.some(
      ({ from, to }) => from <= start && end <= to && (start < content || from < start || end < to),
    );
    if (isGone) {
      moved.push({ id, place: null });
      continue;
    }
    const side = start === content ? 'before' : 'after';
    const start_at = Math.max(before, map.position(start, side));
    const content_at = Math.max(start_at, map.position(content, 'before'));
    const end_at = Math.max(content_at, map.position(end, 'after'));
    moved.push({ id, place: { start_at, content_at, end_at } });
    before = end_at;
  }
  return moved;
}
