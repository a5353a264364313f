/** Where a position of the stored text stands in the page: a text node of a block and an offset in it. */
export type DomPoint = { readonly node: Node; readonly offset: number };

/** Attributes that make an element a block: its own text is the stored text from `start` to `end`, nothing else. */
export function blockAttributes(start: number, end: number): Readonly<Record<'data-start' | 'data-end', number>> {
  return { 'data-start': start, 'data-end': end };
}

const blockSelector = '[data-start]';

function blockStart(block: Element): number {
  return Number(block.getAttribute('data-start'));
}

function blockEnd(block: Element): number {
  return Number(block.getAttribute('data-end'));
}

/** The element of the block that holds the position or ends at it; null if the page does not show it. */
export function blockElementAt(root: Element, position: number): Element | null {
  const blocks = root.querySelectorAll(blockSelector);
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (blockStart(blocks[middle]!) <= position) low = middle;
    else high = middle - 1;
  }
  return blocks[low] ?? null;
}

/**
 * The DOM point of a position inside a block. At a border between two text nodes `end` chooses the end of the first,
 * otherwise the beginning of the second. Positions outside the block give its nearest end.
 */
export function domPoint(block: Element, position: number, side: 'start' | 'end'): DomPoint {
  let rest = Math.min(Math.max(position, blockStart(block)), blockEnd(block)) - blockStart(block);
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let last: DomPoint = { node: block, offset: 0 };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (rest < length || (rest === length && side === 'end')) return { node, offset: rest };
    rest -= length;
    last = { node, offset: length };
  }
  return last;
}

/** The DOM range of a span inside one block; null where the block has none of it. */
export function domRange(block: Element, start: number, end: number): Range | null {
  const from = Math.max(start, blockStart(block));
  const to = Math.min(end, blockEnd(block));
  if (from >= to) return null;
  const range = document.createRange();
  const first = domPoint(block, from, 'start');
  const last = domPoint(block, to, 'end');
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return range;
}

/**
 * The position in the stored text of a DOM point. A point outside every block (gutter, margin, between turns) goes to the
 * beginning of the next block as the start of a range, and to the end of the one before as its end.
 */
export function positionOfDomPoint(root: Element, { node, offset }: DomPoint, side: 'start' | 'end'): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest(blockSelector);
  if (block && root.contains(block)) {
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, offset);
    return Math.min(blockStart(block) + range.toString().length, blockEnd(block));
  }
  const point = document.createRange();
  point.setStart(node, offset);
  const blocks = root.querySelectorAll(blockSelector);
  let before: Element | null = null;
  for (const candidate of blocks) {
    // The point lies before the block: the block is the next one.
    if (point.comparePoint(candidate, 0) > 0)
      return side === 'start' || !before ? blockStart(candidate) : blockEnd(before);
    before = candidate;
  }
  return before ? blockEnd(before) : null;
}

/** Gives the keyboard back to the turn where the reader is, without moving the page. */
export function focusReader(): void {
  document.querySelector<HTMLElement>('[data-block][tabindex="0"]')?.focus({ preventScroll: true });
}

/** How far below the top of the transcript the block of a position begins; undefined if the position is out of sight. */
export function blockOnScreen(position: number): number | undefined {
  const words = document.querySelector('[data-transcript]');
  const block = words && blockElementAt(words, position);
  const frame = words?.parentElement?.getBoundingClientRect();
  if (!block || !frame) return undefined;
  const { top, bottom } = (domRange(block, position, position + 1) ?? block).getBoundingClientRect();
  return top >= frame.top && bottom <= frame.bottom ? block.getBoundingClientRect().top - frame.top : undefined;
}

/** One box for each line a range stands on, in page coordinates, neighbouring pieces joined. */
export function lineBoxes(range: Range): readonly { left: number; right: number; top: number; bottom: number }[] {
  const lines: { left: number; right: number; top: number; bottom: number }[] = [];
  for (const rect of range.getClientRects()) {
    if (rect.width === 0) continue;
    const line = lines.at(-1);
    const middle = (rect.top + rect.bottom) / 2;
    if (line && middle > line.top && middle < line.bottom) {
      line.left = Math.min(line.left, rect.left);
      line.right = Math.max(line.right, rect.right);
      line.top = Math.min(line.top, rect.top);
      line.bottom = Math.max(line.bottom, rect.bottom);
    } else lines.push({ left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom });
  }
  return lines;
}
