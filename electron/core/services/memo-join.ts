import type { ChangeLog } from '../store/change-log.ts';
import { memoTable, type MemoRow } from '../store/repositories/memo-table.ts';
import type { OpenProject } from './open-project.ts';

type Written = Pick<MemoRow, 'text' | 'body'>;
type Rich = { root: { children: unknown[] } & Record<string, unknown> } & Record<string, unknown>;

/** Plain text as the editor's paragraphs, one for each line. */
function paragraphs(text: string): unknown[] {
  return text.split('\n').map((line) => ({
    type: 'paragraph',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children:
      line === '' ? [] : [{ type: 'text', version: 1, text: line, format: 0, detail: 0, mode: 'normal', style: '' }],
  }));
}

function richText({ body }: Written): Rich | null {
  return body === null ? null : (JSON.parse(body) as Rich);
}

/** Two memos as one: the texts one after the other, rich where one of them was. */
export function joinedMemo(first: Written, second: Written): Written {
  const text = `${first.text}\n\n${second.text}`;
  const [a, b] = [richText(first), richText(second)];
  const frame = a ?? b;
  if (frame === null) return { text, body: null };
  const children = [...(a?.root.children ?? paragraphs(first.text)), ...(b?.root.children ?? paragraphs(second.text))];
  return { text, body: JSON.stringify({ ...frame, root: { ...frame.root, children } }) };
}

/** Puts memos on another coding or code; where their coder has written there already, the two become one. */
export function moveMemos(
  project: OpenProject,
  log: ChangeLog,
  memos: readonly MemoRow[],
  standing: readonly MemoRow[],
  target: Pick<MemoRow, 'coding'> | Pick<MemoRow, 'code'>,
): void {
  for (const memo of memos) {
    const own = standing.find(({ coder }) => coder === memo.coder);
    if (own) {
      log.update(memoTable, own.id, { ...joinedMemo(own, memo), updated_at: project.now() });
      log.remove(memoTable, memo.id);
    } else log.update(memoTable, memo.id, target);
  }
}
