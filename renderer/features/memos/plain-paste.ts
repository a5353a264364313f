import {
  $createLineBreakNode,
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  PASTE_COMMAND,
} from 'lexical';

/** Pasted text longer than this comes in without its looks: reading its HTML could take minutes. */
const longPaste = 20_000;

function $insertLines(text: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const nodes: LexicalNode[] = [];
  text.split(/\r\n?|\n/).forEach((line, at) => {
    if (at > 0) nodes.push($createLineBreakNode());
    if (line !== '') nodes.push($createTextNode(line));
  });
  selection.insertNodes(nodes);
}

/** Takes long pasted texts as words only, and refuses looks a memo does not keep. Answers how to stop. */
export function keepPasteLight(editor: LexicalEditor): () => void {
  const stops = [
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = event instanceof ClipboardEvent ? event.clipboardData : null;
        const text = data?.getData('text/plain') ?? '';
        if (text.length <= longPaste) return false;
        event.preventDefault();
        editor.update(() => $insertLines(text));
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => format !== 'bold' && format !== 'italic',
      COMMAND_PRIORITY_CRITICAL,
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
