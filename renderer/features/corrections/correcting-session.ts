import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import type { Span } from '../../../shared/domain/span.ts';
import type { ChangeMap } from '../../../shared/text/change.ts';
import { isVerbatimError } from '../../../shared/contract/errors.ts';
import { runCommand } from '../../api/run-command.ts';
import { reportError } from '../../api/error-report.ts';
import type { DocumentPage } from '../transcript/place/document-page.ts';
import { onLeavingPage } from '../../ui/leaving-page.ts';
import { useView, viewNow } from '../transcript/use-document-view.ts';
import { CodingHighlights, type PaintedCoding } from './coding-highlights.ts';
import { CorrectedText } from './corrected-text.ts';
import { $offsetInTurn } from './correcting-manners.ts';
import { $isTurnNode, $turnOf, type TurnNode } from './correcting-nodes.ts';
import { sayRefused } from './correcting-state.ts';

/** A pause in writing after which it is stored, in milliseconds. */
const pause = 1000;

/** One stretch of correcting a transcript: watches what is written, stores it as single steps, and keeps codings painted. */
export class CorrectingSession {
  private readonly editor: LexicalEditor;
  private readonly page: DocumentPage;
  private readonly scroller: HTMLElement;
  private readonly text: CorrectedText;
  private readonly highlights = new CodingHighlights();
  private readonly keys: NodeKey[] = [];
  /** The first block of each chunk. */
  private readonly firsts: number[] = [];
  private readonly blocks = new Map<NodeKey, number>();
  /** Chunks near the screen. */
  private readonly near = new Set<number>();
  private readonly observer: IntersectionObserver;
  private readonly stops: (() => void)[];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private sending: Promise<void> | null = null;
  /** One's own codings, and the text they were last known in. */
  private painted: readonly PaintedCoding[] = [];
  private hash = '';
  private map: ChangeMap | null = null;

  constructor(editor: LexicalEditor, page: DocumentPage, scroller: HTMLElement) {
    this.editor = editor;
    this.page = page;
    this.scroller = scroller;
    this.text = new CorrectedText(page.text, page.document.textHash, page.blocks);
    editor.read(() => {
      for (const chunk of $getRoot().getChildren())
        if ($isElementNode(chunk)) this.keys.push(...chunk.getChildrenKeys());
    });
    for (const [block, key] of this.keys.entries()) this.blocks.set(key, block);
    this.observer = new IntersectionObserver((entries) => this.onSeen(entries), {
      root: scroller,
      rootMargin: '100% 0px',
    });
    const chunks = editor.getRootElement()!.querySelectorAll<HTMLElement>('[data-chunk]');
    let first = 0;
    for (const [place, chunk] of chunks.entries()) {
      chunk.dataset['chunk'] = String(place);
      this.firsts.push(first);
      first += page.sections[place]!.length;
      this.observer.observe(chunk);
    }
    this.stops = [
      editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements }) =>
        this.onUpdate(editorState, prevEditorState, dirtyElements),
      ),
      editor.registerRootListener((root) => {
        if (!root) return;
        const store = (): void => void this.store().catch(reportError);
        root.addEventListener('blur', store);
        return () => root.removeEventListener('blur', store);
      }),
      onLeavingPage(() => void this.store().catch(() => null)),
      useView.subscribe(() => this.takeCodings()),
    ];
    this.takeCodings();
  }

  /** Whether the core's text is one this session knows: what it was opened with, or has stored since. */
  knows(hash: string): boolean {
    return this.text.since(hash) !== null;
  }

  /** Puts the caret into a block, at a position of the stored text, and shows it: where it stood, if it was in sight. */
  goTo(block: number, position: number, at: number | undefined): void {
    const key = this.keys[block];
    if (key === undefined) return;
    this.editor.update(
      () => {
        const turn = $getNodeByKey(key);
        if (!$isTurnNode(turn)) return;
        let rest = Math.max(0, position - this.text.span(block).start);
        for (const child of turn.getChildren()) {
          const size = child.getTextContentSize();
          if (rest <= size && 'select' in child) {
            (child as unknown as { select: (from: number, to: number) => void }).select(rest, rest);
            return;
          }
          rest -= size;
        }
        turn.selectEnd();
      },
      { discrete: true },
    );
    const element = this.editor.getElementByKey(key);
    if (at === undefined) element?.scrollIntoView({ block: 'center' });
    else this.scroller.scrollBy(0, this.below(element) - at);
    this.editor.focus();
  }

  /** How far below the top of the pane a block begins. */
  private below(block: HTMLElement | null): number {
    return (block?.getBoundingClientRect().top ?? 0) - this.scroller.getBoundingClientRect().top;
  }

  /** How far below the top of the pane the block with the caret begins. */
  caretAt(): number | undefined {
    const block = this.blockOfCaret();
    return block === undefined ? undefined : this.below(this.editor.getElementByKey(this.keys[block]!));
  }

  private blockOfCaret(): number | undefined {
    return this.editor.read(() => {
      const selection = $getSelection();
      const turn = $isRangeSelection(selection) ? $turnOf(selection.focus.getNode()) : null;
      return turn ? this.blocks.get(turn.getKey()) : undefined;
    });
  }

  /** Where the caret is in the text as it stands now. */
  caret(): number {
    return this.editor.read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return this.page.blocks[0]?.start ?? 0;
      const turn = $turnOf(selection.focus.getNode());
      const block = turn ? this.blocks.get(turn.getKey()) : undefined;
      return turn && block !== undefined ? this.text.span(block).start + $offsetInTurn(turn, selection.focus) : 0;
    });
  }

  /** Stores what has been written, all of it, unless an input method composes; resolves when the core has it. */
  async store(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    while (this.sending || (this.text.hasUnsent && !this.editor.isComposing())) {
      if (this.sending) await this.sending;
      else {
        this.sending = this.send().finally(() => {
          this.sending = null;
        });
        await this.sending;
      }
    }
  }

  private async send(): Promise<void> {
    const changes = this.text.take();
    if (!changes) return;
    const { id } = this.page.document;
    try {
      const { textHash } = await runCommand('documents.correct', {
        document: id,
        base: this.text.base,
        changes: [...changes],
      });
      this.text.confirm(textHash);
    } catch (error) {
      // Words typed against a text that is no longer there cannot be placed; anything else may be tried again.
      if (isVerbatimError(error, 'text_changed')) this.text.confirm(this.text.base);
      else this.text.giveBack();
      reportError(error);
      throw error;
    }
  }

  end(): void {
    for (const stop of this.stops) stop();
    this.observer.disconnect();
    this.highlights.end();
    void this.store().catch(() => null);
  }

  private onUpdate(state: EditorState, before: EditorState, dirty: ReadonlyMap<NodeKey, boolean>): void {
    const written: number[] = [];
    const isWhole = state.read(() => {
      for (const key of dirty.keys()) {
        const node = $getNodeByKey(key);
        if (node === null && this.blocks.has(key)) return false;
        if (
          $isElementNode(node) &&
          !$isTurnNode(node) &&
          node.getKey() !== 'root' &&
          !this.holdsItsBlocks(node.getChildrenKeys())
        )
          return false;
        const block = this.blocks.get(key);
        if (block !== undefined && this.text.write(block, (node as TurnNode).getTextContent())) written.push(block);
      }
      return true;
    });
    if (!isWhole) {
      // Something got past the rules: blocks must not come or go while words are corrected.
      this.editor.setEditorState(before);
      sayRefused('correcting.refused.over');
      return;
    }
    if (written.length === 0) return;
    sayRefused(null);
    this.map = null;
    for (const block of written) this.paint(block);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.store().catch(() => null), pause);
  }

  private holdsItsBlocks(keys: readonly NodeKey[]): boolean {
    const first = keys[0] === undefined ? undefined : this.blocks.get(keys[0]);
    const place = first === undefined ? -1 : this.firsts.indexOf(first);
    return (
      place >= 0 &&
      keys.length === this.page.sections[place]!.length &&
      keys.every((key, at) => this.blocks.get(key) === first! + at)
    );
  }

  private onSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const chunk = Number((target as HTMLElement).dataset['chunk']);
      if (isIntersecting === this.near.has(chunk)) continue;
      if (isIntersecting) this.near.add(chunk);
      else this.near.delete(chunk);
      for (const block of this.blocksOf(chunk)) {
        if (isIntersecting) this.paint(block);
        else this.highlights.erase(block);
      }
    }
  }

  private *blocksOf(chunk: number): Generator<number> {
    const first = this.firsts[chunk]!;
    for (let at = 0; at < this.page.sections[chunk]!.length; at++) yield first + at;
  }

  /** Takes the codings as they are known now, if they are of a text this session knows. */
  private takeCodings(): void {
    const view = viewNow();
    if (!view || view.document.id !== this.page.document.id || !this.text.since(view.document.textHash)) return;
    this.hash = view.document.textHash;
    this.map = null;
    this.painted = view.codings
      .filter(({ isOwn }) => isOwn)
      .map(({ start, end, code }) => ({
        start,
        end,
        code: code.code.id,
        color: code.code.color,
        mark: code.code.mark,
      }));
    for (const chunk of this.near) for (const block of this.blocksOf(chunk)) this.paint(block);
  }

  private paint(block: number): void {
    const element = this.editor.getElementByKey(this.keys[block]!);
    this.map ??= this.text.since(this.hash);
    if (!element || !this.map) return;
    const span = this.text.span(block);
    const here: PaintedCoding[] = [];
    for (const coding of this.painted) {
      // In text order: nothing that begins behind the block touches it.
      const start = this.map.position(coding.start, 'after');
      if (start >= span.end) break;
      const now: Span | null = this.map.span(coding);
      if (now && now.end > span.start) here.push({ ...coding, ...now });
    }
    this.highlights.paint(block, element, span, here);
  }
}
