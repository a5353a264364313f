import type { CoderId } from '../../../shared/domain/ids.ts';
import type { DocumentView } from './use-document-view.ts';

/** Pixels from one lane to the next, and between one's own lanes and another coder's. */
const pitch = 8;
const coderGap = 8;
/** Lanes drawn at most: one's own, and of all other coders together; more are folded into "+n". */
const mostOwn = 10;
const mostOwnNarrow = 6;
const mostOthers = 8;
const mostOthersNarrow = 5;
/** Room for "+n" after the lanes of a coder who has more than are drawn. */
const foldRoom = 16;
/** Between the lanes and the names, and the narrowest column of names worth having. */
const nameGap = 12;
const narrowestNames = 72;

/** The lanes of one coder: where they begin, in pixels from the margin's start, and how many are drawn. */
export type LaneGroup = {
  readonly coder: CoderId | null;
  readonly name: string;
  readonly left: number;
  readonly lanes: number;
};

/** How the margin beside the text is divided. */
export type MarginLayout = {
  readonly groups: readonly LaneGroup[];
  readonly names: { readonly left: number; readonly width: number } | null;
  readonly laneLeft: (group: LaneGroup, lane: number) => number;
};

function lanesUsed(view: DocumentView, coder: CoderId | null): number {
  let used = 0;
  for (const one of view.codings)
    if (coder === null ? one.isOwn : one.coding.coder === coder) used = Math.max(used, one.lane + 1);
  return used;
}

/** Divides a margin of the given width: own lanes, other coders' lanes, names if there is room. */
export function marginLayout(view: DocumentView, width: number): MarginLayout {
  const isWide = width > 320;
  const groups: LaneGroup[] = [
    {
      coder: null,
      name: view.ownName,
      left: 0,
      lanes: Math.min(lanesUsed(view, null), isWide ? mostOwn : mostOwnNarrow),
    },
  ];
  const each = Math.max(2, Math.floor((isWide ? mostOthers : mostOthersNarrow) / Math.max(1, view.others.length)));
  const room = (coder: CoderId | null, lanes: number): number =>
    lanes * pitch + (lanesUsed(view, coder) > lanes ? foldRoom : 0);
  let left = room(null, groups[0]!.lanes);
  for (const { id, name } of view.others) {
    const lanes = Math.min(lanesUsed(view, id), each);
    groups.push({ coder: id, name, left: left + coderGap, lanes });
    left += coderGap + room(id, lanes);
  }
  const nameLeft = left + nameGap;
  const names = width - nameLeft >= narrowestNames ? { left: nameLeft, width: width - nameLeft } : null;
  return { groups, names, laneLeft: (group, lane) => group.left + lane * pitch };
}
