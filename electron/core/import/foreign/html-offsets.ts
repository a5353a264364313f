import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { FormatError } from '../unreadable.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Piece = { readonly byte: number; readonly bytes: number; readonly at: number; readonly value: string };

const blocks = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol table tr blockquote pre section article br hr dl dt dd'.split(' '),
);
const deepest = 600;

/** The text of a Taguette document and the way from its offsets: UTF-8 bytes of the characters of the HTML, markup left out. */
export class HtmlOffsets {
  /** Every character of the HTML's text; blocks that touch without a line end between them are parted by one. */
  readonly text: string;
  /** Bytes Taguette counts in all. */
  readonly byteLength: number;
  private readonly pieces: readonly Piece[];

  constructor(source: string) {
    const pieces: Piece[] = [];
    let text = '';
    let byte = 0;
    const part = (): void => {
      if (text !== '' && !text.endsWith('\n')) text += '\n';
    };
    const walk = (node: Node, depth: number): void => {
      if (depth > deepest) throw new FormatError('too_deep');
      if (node.nodeName === '#text') {
        const { value } = node as DefaultTreeAdapterTypes.TextNode;
        const bytes = Buffer.byteLength(value);
        pieces.push({ byte, bytes, at: text.length, value });
        byte += bytes;
        text += value;
        return;
      }
      if (!('childNodes' in node)) return;
      if (blocks.has(node.nodeName)) part();
      for (const child of node.childNodes) walk(child, depth + 1);
    };
    const document = parse(source, { scriptingEnabled: false });
    const root = document.childNodes.find((node) => node.nodeName === 'html');
    const body =
      root !== undefined && 'childNodes' in root ? root.childNodes.find((node) => node.nodeName === 'body') : undefined;
    if (body !== undefined) walk(body, 0);
    this.text = text;
    this.byteLength = byte;
    this.pieces = pieces;
  }

  /** The UTF-16 place of a byte offset, or null where it lies outside the text or inside a character. An end belongs to the piece it closes. */
  place(offset: number, edge: 'start' | 'end'): number | null {
    if (!Number.isInteger(offset) || offset < 0 || offset > this.byteLength) return null;
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { byte, bytes } = this.pieces[middle]!;
      const isBefore = edge === 'start' ? byte + bytes <= offset : byte + bytes < offset;
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    const piece = this.pieces[low];
    if (piece === undefined) return this.text.length;
    let byte = piece.byte;
    let at = piece.at;
    for (const character of piece.value) {
      if (byte >= offset) break;
      byte += Buffer.byteLength(character);
      at += character.length;
    }
    return byte === offset ? at : null;
  }
}
