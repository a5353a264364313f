import { QuestionMatcher } from '../../../../shared/analysis/guide/match-questions.ts';
import { questionMatrix, touchesAnswer } from '../../../../shared/analysis/guide/question-matrix.ts';
import { asksNothing } from '../../../../shared/analysis/guide/question-segments.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import type { Passage } from '../../../../shared/contract/schema/entities.ts';
import { movedBefore } from '../../../../shared/domain/moved-before.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { codingQueries } from '../../store/repositories/coding-table.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import { questionQueries, questionTable } from '../../store/repositories/question-table.ts';
import { turnTable } from '../../store/repositories/turn-table.ts';
import { codeRow } from '../codebook/code-rows.ts';
import type { Context, Service } from '../project/context.ts';
import { readTicket } from '../host/files-service.ts';
import { turnRow } from '../documents/speaker-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PassageMaker } from '../codings/passages.ts';
import { readGuide, storeGuide } from './guide-file.ts';
import { askingTurns, listQuestions, segmentsOf, storeMatches, suggestedMatches } from './guide-turns.ts';
import { questionRow, removeQuestion, writeQuestion } from './question-rows.ts';

function coverage(project: OpenProject): Output<'guide.coverage'> {
  const matcher = new QuestionMatcher(listQuestions(project));
  return project.store.all(documentQueries.all).map(({ id, name }) => {
    const turns = askingTurns(project, id, matcher);
    const undecided = turns.filter(({ question, asksNothing: nothing }) => question === null && !nothing);
    const segments = segmentsOf(project, id);
    const ids = (some: typeof segments) => [...new Set(some.map(({ question }) => asId<'question'>(question)))];
    return {
      document: asId<'document'>(id),
      name,
      undecided: undecided.length,
      suggested: undecided.filter(({ suggestion }) => suggestion !== null).length,
      asked: ids(segments),
      answered: ids(segments.filter(({ answers }) => answers.length > 0)),
    };
  });
}

function matrix(project: OpenProject, coder: string): Output<'guide.matrix'> {
  const rows = project.store.all(documentQueries.all);
  const documents = rows.map(({ id }) => ({
    segments: segmentsOf(project, id),
    codings: project.store
      .all(codingQueries.placedInDocument, id)
      .filter((coding) => coding.coder === coder)
      .map(({ code, start_at, end_at }) => ({ code, start: start_at, end: end_at })),
  }));
  const answers = new Map<string, number>();
  for (const { segments } of documents)
    for (const question of new Set(segments.flatMap((segment) => (segment.answers.length > 0 ? segment.question : []))))
      answers.set(question, (answers.get(question) ?? 0) + 1);
  return {
    revision: project.store.revision,
    documents: rows.length,
    matched: documents.filter(({ segments }) => segments.length > 0).length,
    answers: [...answers].map(([question, count]) => ({ question: asId<'question'>(question), documents: count })),
    cells: questionMatrix(documents).map((cell) => ({
      ...cell,
      question: asId<'question'>(cell.question),
      code: asId<'code'>(cell.code),
    })),
  };
}

/** The codings behind a cell, or the answers to a question where no code is named. */
function passagesOf(project: OpenProject, { question, code, coder }: ParsedInput<'guide.passages'>): Passage[] {
  return project.store.all(documentQueries.all).flatMap((row) => {
    const segments = segmentsOf(project, row.id).filter((segment) => segment.question === question);
    if (segments.length === 0) return [];
    const maker = new PassageMaker(project, row);
    if (code === undefined) return segments.flatMap(({ answers }) => answers.map((answer) => maker.make(answer, [])));
    return project.store
      .all(codingQueries.placedInDocument, row.id)
      .filter((coding) => coding.code === code && (coder === undefined || coding.coder === coder))
      .map(({ start_at, end_at }) => ({ start: start_at, end: end_at }))
      .filter((span) => segments.some((segment) => touchesAnswer(span, segment)))
      .map((span) => maker.make(span, []));
  });
}

type Names =
  | 'guide.list'
  | 'guide.import'
  | 'guide.save'
  | 'guide.move'
  | 'guide.remove'
  | 'guide.turns'
  | 'guide.assign'
  | 'guide.accept'
  | 'guide.coverage'
  | 'guide.matrix'
  | 'guide.passages';

export function guideService(context: Context): Service<Names> {
  return {
    'guide.list': () => listQuestions(context.project()),

    'guide.import': ({ ticket }) => {
      const project = context.project();
      const { name, bytes } = readTicket(context.tickets, ticket);
      const { questions, ignored } = readGuide(name, bytes);
      const stored = project.change('guide.import', { file: name, questions: questions.length }, (log) =>
        storeGuide(project, log, questions),
      );
      context.tickets.discard(ticket);
      return { ...stored, ignoredColumns: [...ignored] };
    },

    'guide.save': ({ question, ...content }) => {
      const project = context.project();
      const standing = question === undefined ? null : questionRow(project, question);
      const key = content.key.trim();
      if (key === '' || !Object.values(content.texts).some((text) => text.trim() !== ''))
        throw new VerbatimError('name_empty', { kind: 'question' });
      const taken = project.store.all(questionQueries.all).some((row) => row.key === key && row.id !== question);
      if (taken) throw new VerbatimError('name_taken', { kind: 'question', name: key });
      for (const code of content.codes) codeRow(project, code);
      const id = project.change('guide.save', { question: key }, (log) =>
        writeQuestion(project, log, standing, { ...content, key, section: content.section.trim() }),
      );
      return { question: asId<'question'>(id) };
    },

    'guide.move': ({ question, before }) => {
      const project = context.project();
      const row = questionRow(project, question);
      const moved = movedBefore(project.store.all(questionQueries.all), question, before);
      if (!moved) throw new VerbatimError('not_found', { kind: 'question', name: before ?? '' });
      project.change('guide.move', { question: row.key }, (log) => {
        for (const [position, { id }] of moved.entries()) log.update(questionTable, id, { position });
      });
      return {};
    },

    'guide.remove': ({ question }) => {
      const project = context.project();
      const row = questionRow(project, question);
      project.change('guide.remove', { question: row.key }, (log) => removeQuestion(project, log, question));
      return {};
    },

    'guide.turns': ({ document }) => {
      const project = context.project();
      return askingTurns(project, document, new QuestionMatcher(listQuestions(project)));
    },

    'guide.assign': ({ turns }) => {
      const project = context.project();
      for (const { turn, question } of turns) {
        turnRow(project, turn);
        if (question !== null && question !== asksNothing) questionRow(project, question);
      }
      const [{ question }] = turns as [(typeof turns)[number]];
      const name = question === null || question === asksNothing ? '' : questionRow(project, question).key;
      project.change('guide.assign', { question: name, turns: turns.length }, (log) => {
        for (const each of turns) log.update(turnTable, each.turn, { question: each.question });
      });
      return {};
    },

    'guide.accept': ({ documents, least }) => {
      const project = context.project();
      const found = suggestedMatches(project, documents ?? null, least);
      project.change('guide.accept', { turns: found.length }, (log) => storeMatches(log, found));
      return { assigned: found.length };
    },

    'guide.coverage': () => coverage(context.project()),
    'guide.matrix': ({ coder }) => matrix(context.project(), coder),
    'guide.passages': (input) => passagesOf(context.project(), input),
  };
}
