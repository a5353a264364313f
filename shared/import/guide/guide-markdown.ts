import type { GuideQuestion } from '../../analysis/guide/guide-question.ts';
import { type Guide, guideColumns, type GuideColumns, guideQuestion } from './guide-columns.ts';

/**
 * The questions of a guide in Markdown: every table whose header has a column of ids and columns named by languages. The heading,
 * or the line of text right above a table that ends in a colon, is their section. Other tables and text are passed over.
 */
export function guideMarkdown(text: string): Guide {
  const questions: GuideQuestion[] = [];
  const ignored = new Set<string>();
  let heading = '';
  let columns: GuideColumns | null = null;
  let inTable = false;
  for (const line of text.split('\n')) {
    const cells = tableCells(line);
    if (cells === null) {
      inTable = false;
      columns = null;
      const title =
        /^#{1,6}\s+(.*?)\s*#*$/u.exec(line)?.[1] ?? /^(\S[^|]{0,80}?)(?:\s\([^)]*\))?:\s*$/u.exec(line)?.[1];
      if (title !== undefined) heading = title;
      continue;
    }
    if (!inTable) {
      inTable = true;
      // In a document with other tables only ids tell which one holds the questions.
      columns = cells.some((cell) => /^(?:id|编号|番号)$/i.test(cell)) ? guideColumns(cells) : null;
      for (const name of columns?.ignored ?? []) ignored.add(name);
      continue;
    }
    if (columns === null || cells.every((cell) => /^:?-{2,}:?$/u.test(cell))) continue;
    const question = guideQuestion(cells, columns, heading);
    if (question) questions.push(question);
  }
  return { questions, ignored: [...ignored] };
}

/** The cells of a row of a table, `\|` being a bar; null for a line that is none. */
function tableCells(line: string): string[] | null {
  const trimmed = line.trim();
  if (!trimmed.startsWith('|')) return null;
  return trimmed
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim().replaceAll(String.raw`\|`, '|'));
}
