export const memoBlockKinds = ['paragraph', 'heading', 'bullet', 'number'] as const;

/** Words of a memo that look alike. A line break inside a block is a `\n` in its text. */
export type MemoRun = { readonly text: string; readonly bold?: true | undefined; readonly italic?: true | undefined };

/** A paragraph, heading or item of a list; `level` is the heading's rank or how deep the item lies, from 1. */
export type MemoBlock = {
  readonly kind: (typeof memoBlockKinds)[number];
  readonly level: number;
  readonly runs: MemoRun[];
};

/** The words of a memo without their looks: a line a block. What is searched, exported and shown in lists. */
export function memoText(blocks: readonly MemoBlock[]): string {
  return blocks.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');
}

/** A text as paragraphs, one a line; what `memoText` of them gives back. */
export function plainBlocks(text: string): MemoBlock[] {
  return text.split('\n').map((line) => ({ kind: 'paragraph', level: 1, runs: line === '' ? [] : [{ text: line }] }));
}

/** Whether blocks say nothing beyond their text: then the text alone is kept. */
export function isPlain(blocks: readonly MemoBlock[]): boolean {
  return blocks.every(({ kind, runs }) => kind === 'paragraph' && runs.every(({ bold, italic }) => !bold && !italic));
}
