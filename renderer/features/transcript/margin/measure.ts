import type { Block } from '../../../../shared/transcript/blocks.ts';
import type { LaneGroup, MarginLayout } from './margin-layout.ts';
import type { PlacedCoding, SectionCodings, SectionLanes } from './placed-codings.ts';

/** Where the margin of one section draws what, in pixels from the section's top and the margin's start. */
export type SectionBoxes = {
  /** Codings that have a stripe or a name here. */
  readonly ids: ReadonlySet<string>;
  readonly stripes: readonly {
    readonly coding: PlacedCoding;
    readonly left: number;
    readonly top: number;
    readonly height: number;
  }[];
  readonly names: readonly { readonly coding: PlacedCoding; readonly top: number }[];
  /** Codings whose lanes are not drawn, by turn and coder. */
  readonly folded: readonly {
    readonly left: number;
    readonly top: number;
    readonly codings: readonly PlacedCoding[];
  }[];
};

export const noBoxes: SectionBoxes = { ids: new Set(), stripes: [], names: [], folded: [] };

/** A bar stays this far from the edges of the line boxes it covers. */
const barInset = 2;
/** Names stand this far apart at least. */
const namePitch = 17;

/** The lines a coding stands on in one block, in pixels from the block's top. */
type Lines = {
  readonly coding: PlacedCoding;
  readonly firstTop: number;
  readonly top: number;
  readonly bottom: number;
};

/** What has been measured of a section's blocks: good as long as a block's codings and the lines of the page are the same. */
export type MeasuredBlocks = Map<
  Block,
  { readonly codings: readonly PlacedCoding[]; readonly measureKey: string; readonly lines: readonly Lines[] }
>;

/** Finds text nodes of a block by offset; walks its nodes once. */
function textAt(block: Element): (offset: number, side: 'start' | 'end') => { node: Text; offset: number } | null {
  const nodes: { readonly node: Text; readonly from: number }[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let from = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, from });
    from += (node as Text).length;
  }
  return (offset, side) => {
    const found = nodes.find(({ node, from: start }) => {
      const end = start + node.length;
      return side === 'start' ? offset < end : offset <= end && offset > start;
    });
    return found ? { node: found.node, offset: offset - found.from } : null;
  };
}

/** The box of the character at a position (`start`) or before it (`end`), in page coordinates; null in an empty block. */
function characterBox(find: ReturnType<typeof textAt>, offset: number, side: 'start' | 'end'): DOMRect | null {
  const point = find(offset, side);
  if (!point) return null;
  const range = document.createRange();
  const at = side === 'start' ? point.offset : point.offset - 1;
  range.setStart(point.node, at);
  range.setEnd(point.node, Math.min(point.node.length, at + 1));
  const rects = range.getClientRects();
  return rects[side === 'start' ? 0 : rects.length - 1] ?? null;
}

function measureBlock(element: Element, block: Block, codings: readonly PlacedCoding[], blockTop: number): Lines[] {
  const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight) || 0;
  const find = textAt(element);
  return codings.flatMap((coding) => {
    const first = characterBox(find, Math.max(coding.start, block.start) - block.start, 'start');
    const last = characterBox(find, Math.min(coding.end, block.end) - block.start, 'end');
    if (!first || !last) return [];
    const lineTop = (box: DOMRect): number =>
      (box.top + box.bottom) / 2 - Math.max(lineHeight, box.height) / 2 - blockTop;
    const firstTop = lineTop(first);
    const bottom = lineTop(last) + Math.max(lineHeight, last.height) - barInset;
    return [{ coding, firstTop, top: firstTop + barInset, bottom }];
  });
}

function groupOf(layout: MarginLayout, coding: PlacedCoding): LaneGroup {
  return layout.groups.find(({ coder }) => coder === coding.coding.coder) ?? layout.groups[0]!;
}

type Measured = {
  readonly section: Element;
  readonly blocks: readonly Block[];
  readonly codings: SectionCodings;
  readonly lanes: SectionLanes;
  readonly layout: MarginLayout;
  /** Changes whenever lines may have moved. */
  readonly measureKey: string;
  readonly known: MeasuredBlocks;
};

/**
 * Measures one section that is on screen: the bar of each coding over the lines its words stand on, the names at the first
 * line of each code in each turn, pushed down where they would overlap, and a count where lanes run out. Only blocks whose
 * codings or lines have changed are looked at closely.
 */
export function measureSection({ section, blocks, codings, lanes, layout, measureKey, known }: Measured): SectionBoxes {
  const laneOf = ({ id }: PlacedCoding): number => lanes.get(id) ?? 0;
  const elements = section.querySelectorAll('[data-start]');
  const sectionTop = section.getBoundingClientRect().top;
  const stripes: { coding: PlacedCoding; left: number; top: number; height: number }[] = [];
  const named: { coding: PlacedCoding; top: number }[] = [];
  const folded = new Map<string, { left: number; top: number; codings: PlacedCoding[] }>();
  const byCoding = new Map<string, (typeof stripes)[number]>();

  blocks.forEach((block, place) => {
    const element = elements[place];
    const here = codings[place] ?? [];
    if (!element || here.length === 0) return;
    const { top: blockTop } = element.getBoundingClientRect();
    let measured = known.get(block);
    if (measured?.codings !== here || measured.measureKey !== measureKey) {
      measured = { codings: here, measureKey, lines: measureBlock(element, block, here, blockTop) };
      known.set(block, measured);
    }
    const from = blockTop - sectionTop;
    const namesHere = new Set<string>();
    for (const { coding, firstTop, top, bottom } of measured.lines) {
      const group = groupOf(layout, coding);
      if (laneOf(coding) >= group.lanes) {
        const key = `${block.start} ${group.left}`;
        const fold = folded.get(key);
        if (fold) fold.codings.push(coding);
        else folded.set(key, { left: layout.laneLeft(group, group.lanes), top: from + firstTop, codings: [coding] });
      } else {
        // A coding over several turns is one bar.
        const standing = byCoding.get(coding.id);
        if (standing) standing.height = from + bottom - standing.top;
        else {
          const left = layout.laneLeft(group, laneOf(coding));
          const stripe = { coding, left, top: from + top, height: bottom - top };
          stripes.push(stripe);
          byCoding.set(coding.id, stripe);
        }
      }
      const { id } = coding.code.code;
      if (coding.start >= block.start && !namesHere.has(id)) {
        namesHere.add(id);
        named.push({ coding, top: from + firstTop });
      }
    }
  });

  named.sort((a, b) => a.top - b.top || laneOf(a.coding) - laneOf(b.coding));
  let free = Number.NEGATIVE_INFINITY;
  const names = named.map(({ coding, top }) => {
    const at = Math.max(top + 5, free);
    free = at + namePitch;
    return { coding, top: at };
  });
  const ids = new Set([...byCoding.keys(), ...named.map(({ coding }) => coding.id)]);
  return { ids, stripes, names, folded: [...folded.values()] };
}
