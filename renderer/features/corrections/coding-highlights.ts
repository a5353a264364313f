import type { Span } from '../../../shared/domain/span.ts';
import type { CodeMark } from '../../../shared/domain/codebook.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { blockSegments } from '../../../shared/transcript/segments.ts';

/** A coding as it is painted: where it stands now, and how its code looks. */
export type PaintedCoding = Span & { readonly code: CodeId; readonly color: string; readonly mark: CodeMark };

/** How far below the words a line runs where several codings lie on them; any lower, the tint of the next line covers it. */
const offsets = ['2px', '5px'] as const;

const lines = { solid: 'solid', dash: 'dashed', dot: 'dotted', double: 'double', wave: 'wavy' } as const;

/** The DOM point of an offset in the words of a block; a line break counts as one. */
function pointIn(block: Element, offset: number): { node: Node; offset: number } {
  let rest = offset;
  let last: { node: Node; offset: number } = { node: block, offset: 0 };
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      if (rest <= node.length) return { node, offset: rest };
      rest -= node.length;
      last = { node, offset: node.length };
    } else if (node instanceof HTMLBRElement) rest -= 1;
  }
  return last;
}

/**
 * Shows codings under words that are being written in, without touching the words: as highlights of the page, for the blocks
 * on screen only. As in the transcript, the shortest coding gives the tint and every other one the line of its mark.
 */
export class CodingHighlights {
  private readonly sheet = new CSSStyleSheet();
  private readonly names = new Map<string, string>();
  /** The ranges of each block that is painted. */
  private readonly painted = new Map<number, { highlight: Highlight; range: Range }[]>();

  constructor() {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
  }

  /** The highlight of a code as a tint, or as a line of that rank below the words. */
  private highlightOf({ code, color, mark }: PaintedCoding, rank: number | 'tint'): Highlight {
    const look = `${code} ${color} ${mark} ${rank}`;
    let name = this.names.get(look);
    if (name === undefined) {
      name = `correcting-${this.names.size}`;
      this.names.set(look, name);
      const style =
        rank === 'tint'
          ? `background-color: oklch(from ${color} var(--tint-l) var(--tint-c) h)`
          : `text-decoration: underline 1.25px ${lines[mark]} oklch(from ${color} var(--stripe-l) var(--stripe-c) h); text-underline-offset: ${offsets[rank]}`;
      this.sheet.insertRule(`::highlight(${name}) { ${style}; }`);
    }
    const known = CSS.highlights.get(name);
    if (known) return known;
    const made = new Highlight();
    CSS.highlights.set(name, made);
    return made;
  }

  /** Paints one block anew: its element, where its words stand, and the codings that touch them. */
  paint(block: number, element: Element, span: Span, codings: readonly PaintedCoding[]): void {
    this.erase(block);
    const ranges = blockSegments(span, codings, null).flatMap((segment) =>
      segment.codings.slice(0, 1 + offsets.length).map((coding, place) => {
        const range = new Range();
        const [start, end] = [pointIn(element, segment.start - span.start), pointIn(element, segment.end - span.start)];
        range.setStart(start.node, start.offset);
        range.setEnd(end.node, end.offset);
        const highlight = this.highlightOf(coding, place === 0 ? 'tint' : place - 1);
        highlight.add(range);
        return { highlight, range };
      }),
    );
    if (ranges.length > 0) this.painted.set(block, ranges);
  }

  erase(block: number): void {
    for (const { highlight, range } of this.painted.get(block) ?? []) highlight.delete(range);
    this.painted.delete(block);
  }

  /** Takes everything off the page. */
  end(): void {
    for (const block of this.painted.keys()) this.erase(block);
    for (const name of this.names.values()) CSS.highlights.delete(name);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }
}
