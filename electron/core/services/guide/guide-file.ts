import type { GuideQuestion } from '../../../../shared/analysis/guide/guide-question.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { type Guide, guideColumns, guideQuestion } from '../../../../shared/import/guide/guide-columns.ts';
import { guideJson } from '../../../../shared/import/guide/guide-json.ts';
import { guideMarkdown } from '../../../../shared/import/guide/guide-markdown.ts';
import { withPlainLineEnds } from '../../../../shared/text/line-ends.ts';
import { decodeBytes } from '../../import/encoding.ts';
import { jsonValue } from '../../import/json-value.ts';
import { tableDelimiter, tableRows } from '../../import/table-text.ts';
import { BytesError, fileError, FormatError } from '../../import/unreadable.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { questionQueries } from '../../store/repositories/question-table.ts';
import { CodeNames } from '../codebook/code-label.ts';
import type { OpenProject } from '../project/open-project.ts';
import { writeQuestion } from './question-rows.ts';

/**
 * The questions of a guide file: JSON, Markdown with tables, or a table (CSV, TSV), told by content. A key that comes twice is
 * one question, the later words counting. Throws `file_empty`, `file_encoding`, `file_format` (`no_questions`).
 */
export function readGuide(file: string, bytes: Uint8Array): Guide {
  try {
    const decoded = decodeBytes(bytes);
    if (decoded === null) throw new FormatError('not_text');
    if (decoded.undecodable !== null) throw new BytesError(decoded.encoding, decoded.undecodable.byteOffset);
    const text = withPlainLineEnds(decoded.text);
    if (text.trim() === '') throw new VerbatimError('file_empty', { file });
    const { questions, ignored } = /^\s*[[{]/u.test(text)
      ? { questions: guideJson(jsonValue(text)) ?? [], ignored: [] }
      : textQuestions(text);
    if (questions.length === 0) throw new FormatError('no_questions');
    return { questions: [...new Map(questions.map((question) => [question.key, question])).values()], ignored };
  } catch (error) {
    throw fileError(file, error);
  }
}

function textQuestions(text: string): Guide {
  const tables = guideMarkdown(text);
  if (tables.questions.length > 0) return tables;
  const [header = [], ...rows] = tableRows(text, tableDelimiter(text));
  const columns = guideColumns(header);
  if (columns === null) return { questions: [], ignored: [] };
  return { questions: rows.flatMap((row) => guideQuestion(row, columns, '') ?? []), ignored: columns.ignored };
}

/** Stores questions by their keys; answers what became of them. */
export function storeGuide(
  project: OpenProject,
  log: ChangeLog,
  questions: readonly GuideQuestion[],
): { created: number; changed: number; unknownCodes: string[] } {
  const standing = new Map(project.store.all(questionQueries.all).map((row) => [row.key, row]));
  const codes = new CodeNames(project.store).byKey();
  const unknown = new Set<string>();
  let created = 0;
  for (const question of questions) {
    const linked = question.codes.flatMap((name) => {
      const code = codes.get(name) ?? codes.get(name.replace(/\.\*$/u, ''));
      if (code === undefined) unknown.add(name);
      return code ?? [];
    });
    const row = standing.get(question.key) ?? null;
    if (!row) created++;
    writeQuestion(project, log, row, { ...question, codes: linked });
  }
  return { created, changed: questions.length - created, unknownCodes: [...unknown] };
}
