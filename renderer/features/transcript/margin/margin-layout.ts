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
/** The same of all coders who have no lanes. */
const restRoom = 24;
/** One's own lanes are not fewer than this for the sake of others. */
const leastOwn = 3;
/** Between the lanes and the names, and the narrowest column of names worth having. */
const nameGap = 12;
const narrowestNames = 72;

/** The lanes of one coder: where they begin, in pixels from the margin's start, and how many are drawn; the rest is folded. */
export type LaneGroup = {
  readonly coder: CoderId;
  readonly name: string;
  readonly left: number;
  readonly lanes: number;
};

/** How the margin beside the text is divided. */
export type MarginLayout = {
  readonly groups: readonly LaneGroup[];
  /** Coders there is no room for: all their codings are folded into one count at this place. */
  readonly rest: { readonly left: number; readonly names: readonly string[] } | null;
  readonly names: { readonly left: number; readonly width: number } | null;
  readonly laneLeft: (group: LaneGroup, lane: number) => number;
};

/** Whose lanes there are: one's own first, and how many each coder's codings take. */
type Lanes = {
  readonly own: OtherCoder;
  readonly others: readonly OtherCoder[];
  readonly used: ReadonlyMap<CoderId, number>;
};

type Placed = Pick<MarginLayout, 'groups' | 'rest'> & { readonly end: number };

/** Divides a margin of the given width: own lanes, other coders' lanes, names if there is room. */
export function marginLayout(lanes: Lanes, width: number): MarginLayout {
  const { groups, rest, end } = placed(lanes, width);
  const left = end + nameGap;
  const names = width - left >= narrowestNames ? { left, width: width - left } : null;
  return { groups, rest, names, laneLeft: (group, lane) => group.left + lane * pitch };
}

/** As many lanes of everybody as there is room for: other coders give way first, and then whole coders are folded into a count. */
function placed({ own, others, used }: Lanes, width: number): Placed {
  const isWide = width > 320;
  const mostOfOwn = Math.min(used.get(own.id) ?? 0, isWide ? mostOwn : mostOwnNarrow);
  const present = others.filter(({ id }) => (used.get(id) ?? 0) > 0);
  const mostOfEach = Math.max(2, Math.floor((isWide ? mostOthers : mostOthersNarrow) / Math.max(1, present.length)));
  const place = (ofOwn: number, ofEach: number, shown: number): Placed => {
    const room = (coder: CoderId, lanes: number): number =>
      lanes * pitch + ((used.get(coder) ?? 0) > lanes ? foldRoom : 0);
    const groups: LaneGroup[] = [{ coder: own.id, name: own.name, left: 0, lanes: ofOwn }];
    let end = room(own.id, ofOwn);
    for (const { id, name } of present.slice(0, shown)) {
      const lanes = Math.min(used.get(id)!, ofEach);
      groups.push({ coder: id, name, left: end + coderGap, lanes });
      end += coderGap + room(id, lanes);
    }
    const folded = present.slice(shown);
    if (folded.length === 0) return { groups, rest: null, end };
    const left = end + coderGap;
    const none = folded.map(({ id, name }): LaneGroup => ({ coder: id, name, left, lanes: 0 }));
    return {
      groups: [...groups, ...none],
      rest: { left, names: folded.map(({ name }) => name) },
      end: left + restRoom,
    };
  };
  const leastOfOwn = Math.min(mostOfOwn, leastOwn);
  for (let shown = present.length; shown >= 0; shown--)
    for (let ofOwn = mostOfOwn; ofOwn >= leastOfOwn; ofOwn--)
      for (let ofEach = mostOfEach; ofEach > 0; ofEach--) {
        const layout = place(ofOwn, ofEach, shown);
        if (layout.end <= width) return layout;
      }
  return place(leastOfOwn, 1, 0);
}
