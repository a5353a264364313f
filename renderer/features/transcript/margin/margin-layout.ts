import type { CoderId } from '../../../../shared/domain/ids.ts';
import type { OtherCoder } from '../use-document-view.ts';

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
  readonly coder: CoderId;
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

/** Whose lanes there are: one's own first, and how many each coder's codings take. */
type Lanes = {
  readonly own: OtherCoder;
  readonly others: readonly OtherCoder[];
  readonly used: ReadonlyMap<CoderId, number>;
};

/** Divides a margin of the given width: own lanes, other coders' lanes, names if there is room. */
export function marginLayout({ own, others, used }: Lanes, width: number): MarginLayout {
  const isWide = width > 320;
  const lanesUsed = (coder: CoderId): number => used.get(coder) ?? 0;
  const ownLanes = Math.min(lanesUsed(own.id), isWide ? mostOwn : mostOwnNarrow);
  const groups: LaneGroup[] = [{ coder: own.id, name: own.name, left: 0, lanes: ownLanes }];
  const each = Math.max(2, Math.floor((isWide ? mostOthers : mostOthersNarrow) / Math.max(1, others.length)));
  const room = (coder: CoderId, lanes: number): number => lanes * pitch + (lanesUsed(coder) > lanes ? foldRoom : 0);
  let left = room(own.id, ownLanes);
  for (const { id, name } of others) {
    const lanes = Math.min(lanesUsed(id), each);
    groups.push({ coder: id, name, left: left + coderGap, lanes });
    left += coderGap + room(id, lanes);
  }
  const nameLeft = left + nameGap;
  const names = width - nameLeft >= narrowestNames ? { left: nameLeft, width: width - nameLeft } : null;
  return { groups, names, laneLeft: (group, lane) => group.left + lane * pitch };
}
