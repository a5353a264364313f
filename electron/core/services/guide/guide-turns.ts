import {
  type AskedTurn,
  asksNothing,
  questionSegments,
  type QuestionSegment,
} from '../../../../shared/analysis/guide/question-segments.ts';
import { QuestionMatcher } from '../../../../shared/analysis/guide/match-questions.ts';
import type { AskingTurn, Question } from '../../../../shared/contract/methods/guide.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import { questionCodeQueries, questionQueries, questionTextQueries } from '../../store/repositories/question-table.ts';
import { speakerQueries, turnQueries, type TurnRow, turnTable } from '../../store/repositories/turn-table.ts';
import type { OpenProject } from '../project/open-project.ts';

/** The guide's questions in their order. */
export function listQuestions({ store }: OpenProject): Question[] {
  const texts = Map.groupBy(store.all(questionTextQueries.all), ({ question }) => question);
  const codes = Map.groupBy(store.all(questionCodeQueries.all), ({ question }) => question);
  return store.all(questionQueries.all).map(({ id, key, section }) => ({
    id: asId<'question'>(id),
    key,
    section,
    texts: Object.fromEntries((texts.get(id) ?? []).map(({ language, text }) => [language, text])),
    codes: (codes.get(id) ?? []).map(({ code }) => asId<'code'>(code)),
  }));
}

function rolesOf({ store }: OpenProject, document: string): Map<string, string> {
  return new Map(store.all(speakerQueries.ofDocument, document).map(({ id, role }) => [id, role]));
}

function interviewerTurns(project: OpenProject, document: string): TurnRow[] {
  const roles = rolesOf(project, document);
  return project.store
    .all(turnQueries.ofDocument, document)
    .filter(({ speaker }) => speaker !== null && roles.get(speaker) === 'interviewer');
}

/** What every interviewer's turn of a document asks, or may ask. */
export function askingTurns(project: OpenProject, document: string, matcher: QuestionMatcher): AskingTurn[] {
  const text = project.texts.of(project.document(document));
  return interviewerTurns(project, document).map(({ id, content_at, end_at, question }) => {
    const words = text.slice(content_at, end_at).trim();
    return {
      turn: asId<'turn'>(id),
      document: asId<'document'>(document),
      start: content_at,
      end: end_at,
      words,
      question: question === null || question === asksNothing ? null : asId<'question'>(question),
      asksNothing: question === asksNothing,
      suggestion: question === null ? matcher.best(words) : null,
    };
  });
}

/** The question-and-answer segments of a document, positions in UTF-16. */
export function segmentsOf(project: OpenProject, document: string): QuestionSegment[] {
  const roles = rolesOf(project, document);
  const turns = project.store.all(turnQueries.ofDocument, document).map(
    ({ content_at, end_at, speaker, question }): AskedTurn => ({
      start: content_at,
      end: end_at,
      role: speaker === null ? null : (roles.get(speaker) ?? null),
      question,
    }),
  );
  return questionSegments(turns);
}

type Match = { readonly turn: string; readonly question: string };

/** Suggestions of at least a score, in some documents or in all. */
export function suggestedMatches(project: OpenProject, documents: readonly string[] | null, least: number): Match[] {
  const matcher = new QuestionMatcher(listQuestions(project));
  return project.store
    .all(documentQueries.all)
    .filter(({ id }) => documents?.includes(id) ?? true)
    .flatMap(({ id }) => askingTurns(project, id, matcher))
    .flatMap(({ turn, suggestion }) =>
      suggestion !== null && suggestion.score >= least ? [{ turn, question: suggestion.question }] : [],
    );
}

export function storeMatches(log: ChangeLog, matches: readonly Match[]): void {
  for (const { turn, question } of matches) log.update(turnTable, turn, { question });
}
