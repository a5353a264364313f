import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $createHeadingNode, $isHeadingNode } from '@lexical/rich-text';
import { $createParagraphNode, $getSelection, $isElementNode, $isRangeSelection, FORMAT_TEXT_COMMAND } from 'lexical';
import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/text.ts';
import styles from './memo-editor.module.css';

type Looks = { readonly isBold: boolean; readonly block: 'plain' | 'heading' | 'bullet' | 'number' };

/** How the words at the caret look; to be called while the editor is being read. */
function $looks(): Looks {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return { isBold: false, block: 'plain' };
  const node = selection.anchor.getNode();
  const list = node.getParents().find($isListNode);
  const isHeading = [node, ...node.getParents()].some($isHeadingNode);
  return {
    isBold: selection.hasFormat('bold'),
    block: isHeading ? 'heading' : list ? (list.getListType() === 'number' ? 'number' : 'bullet') : 'plain',
  };
}

/** Makes the chosen paragraphs headings, or headings paragraphs; lists stay as they are. */
function $setHeading(isHeading: boolean): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const blocks = new Set(selection.getNodes().map((node) => node.getTopLevelElement()));
  for (const block of blocks) {
    if (!$isElementNode(block) || $isListNode(block) || $isHeadingNode(block) === isHeading) continue;
    block.replace(isHeading ? $createHeadingNode('h2') : $createParagraphNode(), true);
  }
}

/** What the words of a memo can look like. */
export function MemoToolbar() {
  const { t } = useWords();
  const [editor] = useLexicalComposerContext();
  const [looks, setLooks] = useState<Looks>({ isBold: false, block: 'plain' });
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const now = editorState.read($looks);
        setLooks((before) => (before.isBold === now.isBold && before.block === now.block ? before : now));
      }),
    [editor],
  );
  const setHeading = (): void => editor.update(() => $setHeading(looks.block !== 'heading'));
  const setList = (kind: 'bullet' | 'number'): void => {
    const insert = kind === 'bullet' ? INSERT_UNORDERED_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND;
    editor.dispatchCommand(looks.block === kind ? REMOVE_LIST_COMMAND : insert, undefined);
  };
  const tools = [
    {
      label: t('memos.bold'),
      isOn: looks.isBold,
      run: () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold'),
    },
    { label: t('memos.heading'), isOn: looks.block === 'heading', run: setHeading },
    { label: t('memos.bullets'), isOn: looks.block === 'bullet', run: () => setList('bullet') },
    { label: t('memos.numbers'), isOn: looks.block === 'number', run: () => setList('number') },
  ];
  return (
    <div role="group" aria-label={t('memos.looks')} className={styles.tools}>
      {tools.map(({ label, isOn, run }) => (
        <button
          key={label}
          type="button"
          className={styles.tool}
          aria-pressed={isOn}
          // The caret stays where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={run}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
