import {
  $getSelection,
  $isRangeSelection,
  $onUpdate,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  DROP_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
  type RangeSelection,
  REMOVE_TEXT_COMMAND,
} from 'lexical';
import { takeCaretBeforeKeys } from '../../ui/caret-before-keys.ts';
import { $turnOf, type TurnNode } from './correcting-nodes.ts';
import { sayRefused } from './correcting-state.ts';

/** Offset of a point of the selection in the words of its block. */
export function $offsetInTurn(turn: TurnNode, point: RangeSelection['anchor']): number {
  if (point.getNode().is(turn)) {
    return turn
      .getChildren()
      .slice(0, point.offset)
      .reduce((sum, child) => sum + child.getTextContentSize(), 0);
  }
  let offset = point.offset;
  for (let before = point.getNode().getPreviousSibling(); before; before = before.getPreviousSibling())
    offset += before.getTextContentSize();
  return offset;
}

/** The block the whole selection stands in; null where it reaches over several. */
function $turnOfSelection(): { turn: TurnNode; selection: RangeSelection } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const turn = $turnOf(selection.anchor.getNode());
  return turn && turn.is($turnOf(selection.focus.getNode())) ? { turn, selection } : null;
}

function refuseOverTurns(): boolean {
  const isOver = $turnOfSelection() === null;
  sayRefused(isOver ? 'correcting.refused.over' : null);
  return isOver;
}

/** At the edge of a block nothing is deleted: its neighbour is another's turn. */
function refuseAtEdge(isBackward: boolean): boolean {
  const here = $turnOfSelection();
  if (!here) return refuseOverTurns();
  const { turn, selection } = here;
  const offset = $offsetInTurn(turn, selection.anchor);
  const isEdge = selection.isCollapsed() && offset === (isBackward ? 0 : turn.getTextContentSize());
  sayRefused(isEdge ? 'correcting.refused.join' : null);
  return isEdge;
}

/** A line is broken within its block, which stays one; how a turn is split is said beside it. */
function breakLine(): boolean {
  if (refuseOverTurns()) return true;
  // What is written takes a hint away: this one stands after it.
  $onUpdate(() => sayRefused('correcting.hint.break'));
  return false;
}

/** Pasted text comes in as words only, on one line: a turn is not split by pasting. */
function $pasteWords(event: Event): boolean {
  event.preventDefault();
  if (refuseOverTurns()) return true;
  const data = 'clipboardData' in event ? (event as ClipboardEvent).clipboardData : null;
  const words = (data?.getData('text/plain') ?? '').toWellFormed().replaceAll(/\s*[\r\n]+\s*/g, ' ');
  const selection = $getSelection();
  if (words !== '' && $isRangeSelection(selection)) selection.insertText(words);
  return true;
}

/** Keeps writing within single blocks, whichever way something comes in. Answers how to stop. */
export function keepWithinTurns(editor: LexicalEditor): () => void {
  const first = COMMAND_PRIORITY_CRITICAL;
  const stops = [
    takeCaretBeforeKeys(editor),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, breakLine, first),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, breakLine, first),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, refuseAtEdge, first),
    editor.registerCommand(DELETE_WORD_COMMAND, refuseAtEdge, first),
    editor.registerCommand(DELETE_LINE_COMMAND, refuseAtEdge, first),
    editor.registerCommand(REMOVE_TEXT_COMMAND, refuseOverTurns, first),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, refuseOverTurns, first),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        const isRefused = refuseOverTurns();
        if (isRefused) event?.preventDefault();
        return isRefused;
      },
      first,
    ),
    editor.registerCommand(PASTE_COMMAND, $pasteWords, first),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        event.preventDefault();
        return true;
      },
      first,
    ),
    editor.registerRootListener((root) => {
      if (!root) return;
      const listeners = new AbortController();
      const options = { capture: true, signal: listeners.signal };
      root.addEventListener('beforeinput', (event) => onBeforeInput(editor, event), options);
      root.addEventListener('keydown', (event) => beforeComposing(editor, event), options);
      return () => listeners.abort();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Stops the page's own ways of writing over several blocks, and of giving words looks. */
function onBeforeInput(editor: LexicalEditor, event: InputEvent): void {
  if (!event.cancelable) return;
  const isLook =
    event.inputType.startsWith('format') || event.inputType.endsWith('Drop') || event.inputType === 'deleteByDrag';
  const isHistory = event.inputType.startsWith('history');
  const isOver = !isHistory && editor.read(() => $turnOfSelection() === null);
  if (!isLook && !isOver) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isOver) sayRefused('correcting.refused.over');
}

/** An input method cannot be stopped once it composes: a selection over several blocks ends before it begins. */
function beforeComposing(editor: LexicalEditor, event: KeyboardEvent): void {
  if (event.keyCode !== 229 || event.isComposing) return;
  if (editor.read(() => $turnOfSelection() !== null)) return;
  const selection = getSelection();
  if (selection?.focusNode) selection.collapse(selection.focusNode, selection.focusOffset);
}
