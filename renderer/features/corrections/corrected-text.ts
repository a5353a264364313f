import type { Span } from '../../../shared/domain/span.ts';
import {
  changeBetween,
  changeMap,
  type ChangeMap,
  type TextChange,
  type TextChanges,
} from '../../../shared/text/change.ts';
import { composedChanges } from '../../../shared/text/compose-changes.ts';

/**
 * A transcript while it is written in, as the words of its blocks. What is typed is composed to few changes until it is
 * taken to be stored; positions of any text the transcript has had meanwhile can be carried to now.
 */
export class CorrectedText {
  /** Where each block begins now. */
  private readonly starts: number[];
  private readonly words: string[];
  private unsent: TextChanges = [];
  private sent: TextChanges | null = null;
  /** What has changed since each text that is known, by its hash. */
  private known = new Map<string, TextChanges>();
  private stored: string;

  constructor(text: string, hash: string, blocks: readonly Span[]) {
    this.starts = blocks.map(({ start }) => start);
    this.words = blocks.map(({ start, end }) => text.slice(start, end));
    this.stored = hash;
    this.known.set(hash, []);
  }

  /** Hash of the text the core has. */
  get base(): string {
    return this.stored;
  }

  /** Whether anything waits to be stored. */
  get hasUnsent(): boolean {
    return this.unsent.length > 0;
  }

  /** Where a block stands now. */
  span(block: number): Span {
    const start = this.starts[block]!;
    return { start, end: start + this.words[block]!.length };
  }

  /** The words of a block have become others; answers whether they have. */
  write(block: number, words: string): boolean {
    const change = changeBetween(this.words[block]!, words);
    if (!change) return false;
    const start = this.starts[block]!;
    this.note({ from: start + change.from, to: start + change.to, insert: change.insert });
    const by = words.length - this.words[block]!.length;
    this.words[block] = words;
    if (by !== 0) for (let at = block + 1; at < this.starts.length; at++) this.starts[at]! += by;
    return true;
  }

  private note(change: TextChange): void {
    this.unsent = composedChanges(this.unsent, [change]);
    for (const [hash, changes] of this.known) this.known.set(hash, composedChanges(changes, [change]));
  }

  /** What is to be stored, unless something is on its way already. */
  take(): TextChanges | null {
    if (this.sent || this.unsent.length === 0) return null;
    this.sent = this.unsent;
    this.unsent = [];
    return this.sent;
  }

  /** What was taken is stored: the core's text has this hash now. */
  confirm(hash: string): void {
    this.sent = null;
    this.stored = hash;
    this.known.set(hash, this.unsent);
  }

  /** What was taken could not be stored: it waits again. */
  giveBack(): void {
    this.unsent = composedChanges(this.sent ?? [], this.unsent);
    this.sent = null;
  }

  /** How positions of a text it has had are carried to now; null for a text it does not know. Older ones are forgotten. */
  since(hash: string): ChangeMap | null {
    const changes = this.known.get(hash);
    if (!changes) return null;
    for (const older of this.known.keys()) {
      if (older === hash) break;
      this.known.delete(older);
    }
    return changeMap(changes);
  }
}
