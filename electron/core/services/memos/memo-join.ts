import { type MemoBlock, plainBlocks } from '../../../../shared/domain/memo-body.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { memoQueries, memoTable, type MemoRow } from '../../store/repositories/memo-table.ts';
import type { OpenProject } from '../project/open-project.ts';

type Written = Pick<MemoRow, 'text' | 'body'>;

function blocksOf({ text, body }: Written): readonly MemoBlock[] {
  return body === null ? plainBlocks(text) : (JSON.parse(body) as readonly MemoBlock[]);
}

/** Two memos as one: the texts one after the other with an empty line between, with their looks where one of them had any. */
function joinedMemo(first: Written, second: Written): Written {
  const text = `${first.text}\n\n${second.text}`;
  if (first.body === null && second.body === null) return { text, body: null };
  return { text, body: JSON.stringify([...blocksOf(first), ...plainBlocks(''), ...blocksOf(second)]) };
}

/** Gives the memos of one coding to another that stands for it from now on. */
export function moveCodingMemos(project: OpenProject, log: ChangeLog, from: string, to: string): void {
  const on = (coding: string): MemoRow[] => project.store.all(memoQueries.onCoding, coding);
  moveMemos(project, log, on(from), on(to), { coding: to });
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
