import { snapToGraphemes } from '../../../../shared/text/graphemes.ts';
import { trimmedSpan } from '../../../../shared/text/trimmed-span.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import type { ParsedComment } from '../../import/parsed-file.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { memoTable } from '../../store/repositories/memo-table.ts';
import type { OpenProject } from '../project/open-project.ts';
import { selectionOn } from '../codings/selections.ts';

/**
 * A file's comments as memos of the current coder, each on the passage it marks; one that marks a place only on the line of that place.
 * The author's name goes before the words. Several comments on one passage are one memo.
 */
export function storeComments(
  project: OpenProject,
  log: ChangeLog,
  document: string,
  text: string,
  comments: readonly ParsedComment[],
): void {
  const passages = Map.groupBy(
    comments.filter((comment) => comment.text.trim() !== ''),
    (comment) => Object.values(passageOf(text, comment)).join(' '),
  );
  const now = project.now();
  for (const [passage, said] of passages) {
    const [start, end] = passage.split(' ').map(Number) as [number, number];
    const selection = start === end ? null : selectionOn(project, log, document, text, { start, end }, project.coder);
    log.insert(memoTable, {
      id: project.newId(),
      coder: project.coder,
      document: selection === null ? document : null,
      study_case: null,
      code: null,
      selection: selection?.id ?? null,
      coding: null,
      text: said.map(withAuthor).join('\n\n'),
      body: null,
      created_at: now,
      updated_at: now,
    });
  }
}

function withAuthor({ author, text }: ParsedComment): string {
  return author === null ? text.toWellFormed() : `${author}: ${text}`.toWellFormed();
}

/** The marked words without the blanks around them, else the line, else (a text of blanks) nothing. */
function passageOf(text: string, { start, end }: Span): Span {
  const lineEnd = text.indexOf('\n', start);
  const line = { start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd === -1 ? text.length : lineEnd };
  const passage = trimmedSpan(text, { start, end }) ?? trimmedSpan(text, line);
  return passage === null ? { start: 0, end: 0 } : snapToGraphemes(text, passage);
}
