import { needed } from '../../../../shared/contract/needed.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import {
  questionCodeQueries,
  questionCodeTable,
  questionQueries,
  type QuestionRow,
  questionTable,
  questionTextQueries,
  questionTextTable,
} from '../../store/repositories/question-table.ts';
import { turnQueries, turnTable } from '../../store/repositories/turn-table.ts';
import type { OpenProject } from '../project/open-project.ts';

/** What a question says: its words by language and its codes by id. */
export type QuestionContent = {
  readonly key: string;
  readonly section: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly codes: readonly string[];
};

/** The row of a question. Throws `not_found`. */
export function questionRow(project: OpenProject, id: string): QuestionRow {
  return needed('question', id, project.store.row(questionTable, id));
}

/** Writes a question whole: made last if it is new; answers its id. */
export function writeQuestion(
  project: OpenProject,
  log: ChangeLog,
  standing: QuestionRow | null,
  { key, section, texts, codes }: QuestionContent,
): string {
  const { store } = project;
  const id = standing?.id ?? project.newId<'question'>();
  if (standing) log.update(questionTable, id, { key, section });
  else {
    const position = (store.all(questionQueries.all).at(-1)?.position ?? -1) + 1;
    log.insert(questionTable, { id, key, section, position, created_at: project.now() });
  }
  const known = new Map(store.all(questionTextQueries.ofQuestion, id).map((row) => [row.language, row.text]));
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  for (const language of known.keys())
    if (!filled.some(([each]) => each === language)) log.remove(questionTextTable, JSON.stringify([id, language]));
  for (const [language, text] of filled)
    if (!known.has(language)) log.insert(questionTextTable, { question: id, language, text: text.trim() });
    else log.update(questionTextTable, JSON.stringify([id, language]), { text: text.trim() });
  const linked = new Set(store.all(questionCodeQueries.ofQuestion, id).map(({ code }) => code));
  for (const code of linked) if (!codes.includes(code)) log.remove(questionCodeTable, JSON.stringify([id, code]));
  for (const code of new Set(codes)) if (!linked.has(code)) log.insert(questionCodeTable, { question: id, code });
  return id;
}

/** Removes a question; turns that ask it are undecided again. */
export function removeQuestion({ store }: OpenProject, log: ChangeLog, id: string): void {
  for (const { language } of store.all(questionTextQueries.ofQuestion, id))
    log.remove(questionTextTable, JSON.stringify([id, language]));
  for (const { code } of store.all(questionCodeQueries.ofQuestion, id))
    log.remove(questionCodeTable, JSON.stringify([id, code]));
  for (const turn of store.all(turnQueries.ofQuestion, id)) log.update(turnTable, turn.id, { question: null });
  log.remove(questionTable, id);
}
