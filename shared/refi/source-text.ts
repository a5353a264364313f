import type { Span } from '../domain/span.ts';
import { type CodePointOffsets, codePointOffsets, splitsPair } from '../text/offsets.ts';
import { withLineFeeds } from '../text/line-ends.ts';

/** How a file counts: what one position is, and whether CRLF is one or two of them. A byte order mark is never counted. */
export type Reading = { readonly unit: 'code-points' | 'utf16'; readonly lineEnds: 'as-in-file' | 'crlf-is-one' };

/** Every way to count, the standard's own first. */
export const readings: readonly Reading[] = [
  { unit: 'code-points', lineEnds: 'as-in-file' },
  { unit: 'code-points', lineEnds: 'crlf-is-one' },
  { unit: 'utf16', lineEnds: 'as-in-file' },
  { unit: 'utf16', lineEnds: 'crlf-is-one' },
];

export type Placed = Span | { readonly fault: 'out_of_range' | 'splits_character' };

/** A text of an exchanged file: as decoded, and as it is stored, with the way from positions in the one to the other. */
export class SourceText {
  /** The stored text: no byte order mark of the file's, line ends LF. */
  readonly text: string;
  private readonly raw: string;
  /** UTF-16 positions in `raw` of every CR that is followed by LF. */
  private readonly pairs: readonly number[];
  /** How many positions a mark at the beginning takes that is counted although it is no part of the text. */
  private readonly marks: number;
  private offsets: { raw: CodePointOffsets; plain: CodePointOffsets } | null = null;

  /**
   * `decoded` may begin with a byte order mark. One that stands there although the file's own has been taken off was a
   * character to the program that wrote it (it had read a mark as text): it is dropped too, but was `counted`. In a file of this
   * program it belongs to the text and is `kept`.
   */
  constructor(decoded: string, mark: 'uncounted' | 'counted' | 'kept' = 'uncounted') {
    const isDropped = decoded.charCodeAt(0) === 0xfeff && mark !== 'kept';
    this.raw = isDropped ? decoded.slice(1) : decoded;
    this.marks = Number(isDropped && mark === 'counted');
    this.text = withLineFeeds(this.raw);
    this.pairs = crlfPositions(this.raw);
  }

  /** Whether the ways to count differ on this text. */
  get isAmbiguous(): boolean {
    return this.pairs.length > 0 || this.codePoints().plain.length !== this.text.length;
  }

  /**
   * A stretch as the stored text has it, in UTF-16 units. Nothing is clamped: what does not fit is a fault. An end between CR
   * and LF falls before the line end.
   */
  span(reading: Reading, start: number, end: number): Placed {
    const inFile = reading.lineEnds === 'as-in-file';
    const length = this.lengthIn(reading);
    if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length))
      return { fault: 'out_of_range' };
    const from = this.unit(reading, Math.max(0, start - this.marks));
    const to = this.unit(reading, Math.max(0, end - this.marks));
    const text = inFile ? this.raw : this.text;
    if (splitsPair(text, from) || splitsPair(text, to)) return { fault: 'splits_character' };
    return inFile ? { start: from - this.pairsBefore(from), end: to - this.pairsBefore(to) } : { start: from, end: to };
  }

  /** The length of the text as counted. */
  lengthIn({ unit, lineEnds }: Reading): number {
    const inFile = lineEnds === 'as-in-file';
    if (unit === 'utf16') return this.marks + (inFile ? this.raw.length : this.text.length);
    return this.marks + (inFile ? this.codePoints().raw.length : this.codePoints().plain.length);
  }

  private unit({ unit, lineEnds }: Reading, position: number): number {
    if (unit === 'utf16') return position;
    const { raw, plain } = this.codePoints();
    return (lineEnds === 'as-in-file' ? raw : plain).toUtf16(position);
  }

  private codePoints(): { raw: CodePointOffsets; plain: CodePointOffsets } {
    if (this.offsets === null) {
      const raw = codePointOffsets(this.raw);
      this.offsets = { raw, plain: this.raw === this.text ? raw : codePointOffsets(this.text) };
    }
    return this.offsets;
  }

  private pairsBefore(position: number): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.pairs[middle]! < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function crlfPositions(text: string): number[] {
  const positions: number[] = [];
  for (let at = text.indexOf('\r\n'); at !== -1; at = text.indexOf('\r\n', at + 2)) positions.push(at);
  return positions;
}
