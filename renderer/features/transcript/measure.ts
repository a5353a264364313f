import type { Block } from '../../../shared/transcript/blocks.ts';
import { domPoint } from './dom-position.ts';
import type { LaneGroup, MarginLayout } from './margin-layout.ts';
import type { DocumentView, PlacedCoding } from './use-document-view.ts';

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
  readonly folded: readonly { readonly left: number; readonly top: number; readonly count: number }[];
};

export const noBoxes: SectionBoxes = { ids: new Set(), stripes: [], names: [], folded: [] };

/** A bar stays this far from the edges of the line boxes it covers. */
const barInset = 2;
/** Names stand this far apart at least. */
const namePitch = 17;

type Line = { readonly top: number; readonly bottom: number };

/** The line box that holds the character before or after a position of a block. */
function lineAt(block: Element, position: number, side: 'start' | 'end', lineHeight: number): Line {
  const point = domPoint(block, position, side);
  const range = document.createRange();
  if (point.node instanceof Text) {
    const at = side === 'start' ? point.offset : Math.max(0, point.offset - 1);
    range.setStart(point.node, at);
    range.setEnd(point.node, Math.min(point.node.length, at + 1));
  } else range.selectNodeContents(block);
  const rects = range.getClientRects();
  const rect = (side === 'start' ? rects[0] : rects[rects.length - 1]) ?? block.getBoundingClientRect();
  const middle = (rect.top + rect.bottom) / 2;
  const half = Math.max(lineHeight, rect.height) / 2;
  return { top: middle - half, bottom: middle + half };
}

function groupOf(layout: MarginLayout, coding: PlacedCoding): LaneGroup {
  return (
    layout.groups.find(({ coder }) => (coding.isOwn ? coder === null : coder === coding.coding.coder)) ??
    layout.groups[0]!
  );
}

/**
 * Measures one section that is on screen: the bar of each coding over the lines its words stand on, the names at the first
 * line of each code in each turn, pushed down where they would overlap, and a count where lanes run out.
 */
export function measureSection(
  section: Element,
  blocks: readonly Block[],
  view: DocumentView,
  layout: MarginLayout,
): SectionBoxes {
  const elements = [...section.querySelectorAll('[data-start]')];
  const sectionTop = section.getBoundingClientRect().top;
  const stripes: { coding: PlacedCoding; left: number; top: number; height: number; bottom: number }[] = [];
  const named: { coding: PlacedCoding; top: number; block: number }[] = [];
  const folded = new Map<string, { left: number; top: number; count: number }>();
  const byCoding = new Map<string, (typeof stripes)[number]>();

  blocks.forEach((block, place) => {
    const element = elements[place];
    const codings = view.codingsOfBlock(block);
    if (!element || codings.length === 0) return;
    const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight) || 0;
    const namesHere = new Set<string>();
    for (const coding of codings) {
      const first = lineAt(element, Math.max(coding.start, block.start), 'start', lineHeight);
      const last = lineAt(element, Math.min(coding.end, block.end), 'end', lineHeight);
      const top = first.top - sectionTop + barInset;
      const bottom = last.bottom - sectionTop - barInset;
      const group = groupOf(layout, coding);
      if (coding.lane >= group.lanes) {
        const key = `${block.start} ${group.left}`;
        const fold = folded.get(key) ?? { left: layout.laneLeft(group, group.lanes), top: top - barInset, count: 0 };
        folded.set(key, { ...fold, count: fold.count + 1 });
      } else {
        // A coding over several turns is one bar.
        const standing = byCoding.get(coding.id);
        if (standing) {
          standing.bottom = bottom;
          standing.height = bottom - standing.top;
        } else {
          const stripe = { coding, left: layout.laneLeft(group, coding.lane), top, bottom, height: bottom - top };
          stripes.push(stripe);
          byCoding.set(coding.id, stripe);
        }
      }
      const { id } = coding.code.code;
      if (coding.start >= block.start && !namesHere.has(id)) {
        namesHere.add(id);
        named.push({ coding, top: first.top - sectionTop, block: block.start });
      }
    }
  });

  named.sort((a, b) => a.top - b.top || a.coding.lane - b.coding.lane);
  let free = Number.NEGATIVE_INFINITY;
  const names = named.map(({ coding, top }) => {
    const at = Math.max(top + 5, free);
    free = at + namePitch;
    return { coding, top: at };
  });
  const ids = new Set([...byCoding.keys(), ...named.map(({ coding }) => coding.id)]);
  return { ids, stripes, names, folded: [...folded.values()] };
}
