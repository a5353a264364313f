import { $createListItemNode, $createListNode, $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $createHeadingNode, $isHeadingNode, type HeadingTagType } from '@lexical/rich-text';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
} from 'lexical';
import type { MemoBlock, MemoRun } from '../../../shared/domain/memo-body.ts';

function appendRuns(element: ElementNode, runs: readonly MemoRun[]): void {
  for (const { text, bold, italic } of runs) {
    text.split('\n').forEach((line, at) => {
      if (at > 0) element.append($createLineBreakNode());
      if (line === '') return;
      const node = $createTextNode(line);
      if (bold) node.toggleFormat('bold');
      if (italic) node.toggleFormat('italic');
      element.append(node);
    });
  }
}

/** Puts an item into the list at the end of the editor, at its depth; a new list begins where there is none of its kind. */
function appendItem({ kind, level, runs }: MemoBlock): void {
  const type = kind === 'number' ? 'number' : 'bullet';
  const last = $getRoot().getLastChild();
  let list: ListNode;
  if ($isListNode(last) && (last.getListType() === type || level > 1)) list = last;
  else {
    list = $createListNode(type);
    $getRoot().append(list);
  }
  for (let depth = 1; depth < level; depth++) {
    const inner = list.getLastChild();
    const nested = $isListItemNode(inner) ? inner.getFirstChild() : null;
    if ($isListNode(nested)) list = nested;
    else {
      const deeper = $createListNode(type);
      list.append($createListItemNode().append(deeper));
      list = deeper;
    }
  }
  const item = $createListItemNode();
  appendRuns(item, runs);
  list.append(item);
}

/** Fills an empty editor with a memo; to be called while it is being changed. */
export function $fillWith(blocks: readonly MemoBlock[]): void {
  for (const block of blocks) {
    if (block.kind === 'bullet' || block.kind === 'number') {
      appendItem(block);
      continue;
    }
    const element =
      block.kind === 'heading' ? $createHeadingNode(`h${block.level}` as HeadingTagType) : $createParagraphNode();
    appendRuns(element, block.runs);
    $getRoot().append(element);
  }
}

function runsOf(element: ElementNode): MemoRun[] {
  const runs: MemoRun[] = [];
  const add = (run: MemoRun): void => {
    const last = runs.at(-1);
    if (last && last.bold === run.bold && last.italic === run.italic)
      runs[runs.length - 1] = { ...last, text: last.text + run.text };
    else runs.push(run);
  };
  for (const node of element.getChildren()) {
    if ($isTextNode(node))
      add({
        text: node.getTextContent(),
        ...(node.hasFormat('bold') ? { bold: true } : {}),
        ...(node.hasFormat('italic') ? { italic: true } : {}),
      });
    else if ($isLineBreakNode(node)) add({ ...runs.at(-1), text: '\n' });
    else if ($isElementNode(node)) runsOf(node).forEach(add);
  }
  return runs;
}

function listBlocks(list: ListNode, level: number): MemoBlock[] {
  return list.getChildren().flatMap((item): MemoBlock[] => {
    if (!$isListItemNode(item)) return [];
    const inner = item.getFirstChild();
    if ($isListNode(inner)) return listBlocks(inner, Math.min(level + 1, 6));
    return [{ kind: list.getListType() === 'number' ? 'number' : 'bullet', level, runs: runsOf(item) }];
  });
}

/** What stands in the editor as a memo; to be called while it is being read. */
export function $blocksOfEditor(): MemoBlock[] {
  return $getRoot()
    .getChildren()
    .flatMap((node): MemoBlock[] => {
      if ($isListNode(node)) return listBlocks(node, 1);
      if ($isHeadingNode(node)) return [{ kind: 'heading', level: Number(node.getTag()[1]), runs: runsOf(node) }];
      return [{ kind: 'paragraph', level: 1, runs: $isElementNode(node) ? runsOf(node) : [] }];
    });
}
