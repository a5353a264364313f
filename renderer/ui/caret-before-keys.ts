import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';

function $isAt(selection: RangeSelection): boolean {
  const now = $getSelection();
  return $isRangeSelection(now) && now.anchor.is(selection.anchor) && now.focus.is(selection.focus);
}

/**
 * Lets an editor know where the caret of the page is before each key. It hears of a moved caret a task later, and would let a
 * key that comes sooner (of a quick hand, or on a busy page) work where the caret was. Answers how to stop.
 */
export function takeCaretBeforeKeys(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root) => {
    if (!root) return;
    const listeners = new AbortController();
    const takeCaret = (event: KeyboardEvent): void => {
      if (event.isComposing || editor.isComposing()) return;
      const shown = root.ownerDocument.getSelection();
      if (!shown?.anchorNode || !root.contains(shown.anchorNode) || !root.contains(shown.focusNode)) return;
      editor.update(
        () => {
          const selection = $createRangeSelectionFromDom(shown, editor);
          if (selection && !$isAt(selection)) $setSelection(selection);
        },
        { discrete: true },
      );
    };
    root.addEventListener('keydown', takeCaret, { capture: true, signal: listeners.signal });
    return () => listeners.abort();
  });
}
