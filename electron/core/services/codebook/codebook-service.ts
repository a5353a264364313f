import type { Code } from '../../../../shared/contract/schema/entities.ts';
import { codesInTreeOrder, withDescendants } from '../../../../shared/domain/codebook.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import {
  codeAliasQueries,
  codeAliasTable,
  codeExampleQueries,
  codeExampleTable,
  codeQueries,
  codeTable,
  codeTextQueries,
  codeTextTable,
} from '../../store/repositories/code-table.ts';
import { codingQueries } from '../../store/repositories/coding-table.ts';
import { memoQueries, memoTable } from '../../store/repositories/memo-table.ts';
import { questionCodeQueries, questionCodeTable } from '../../store/repositories/question-table.ts';
import { turnQueries } from '../../store/repositories/turn-table.ts';
import { codingsOfCode, confirmCodings } from './code-codings.ts';
import { writeDetails } from './code-details.ts';
import { codeHistory } from './code-history.ts';
import { CodeNames } from './code-label.ts';
import { listCodes } from './code-list.ts';
import { mergeCodes, mergePreview } from './code-merge.ts';
import { checkPlace, codeRow, freeCodeName, insertCode, placeCode, writtenLanguage } from './code-rows.ts';
import { splitCode } from './code-split.ts';
import { removeCodeFromDecisions } from '../adjudication/stored-decisions.ts';
import type { Context, Service } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';
import { revisionSince } from '../codings/coding-changes.ts';
import { quoteOf } from '../codings/passages.ts';
import { removeCoding, removeSelectionIfBare, selectableSpan, selectionOn } from '../codings/selections.ts';

function listed(project: OpenProject, id: string): Code {
  return listCodes(project).find((code) => code.id === id)!;
}

function removeCode(project: OpenProject, log: ChangeLog, code: string): number {
  const { store } = project;
  removeCodeFromDecisions(store, log, code);
  const codings = store.all(codingQueries.ofCode, code);
  const examples = store.all(codeExampleQueries.ofCode, code);
  for (const coding of codings) removeCoding(store, log, coding.id);
  for (const example of examples) log.remove(codeExampleTable, example.id);
  const selections = [...codings, ...examples].flatMap(({ selection }) => selection ?? []);
  for (const selection of new Set(selections)) removeSelectionIfBare(store, log, selection);
  for (const memo of store.all(memoQueries.onCode, code)) log.remove(memoTable, memo.id);
  for (const alias of store.all(codeAliasQueries.ofCode, code)) log.remove(codeAliasTable, alias.id);
  for (const text of store.all(codeTextQueries.ofCode, code))
    log.remove(codeTextTable, JSON.stringify([code, text.language]));
  for (const { question } of store.all(questionCodeQueries.ofCode, code))
    log.remove(questionCodeTable, JSON.stringify([question, code]));
  log.remove(codeTable, code);
  return codings.length;
}

type Names =
  | 'codes.list'
  | 'codes.create'
  | 'codes.update'
  | 'codes.move'
  | 'codes.remove'
  | 'codes.mergePreview'
  | 'codes.merge'
  | 'codes.split'
  | 'codes.addExample'
  | 'codes.history'
  | 'codes.codings'
  | 'codes.confirmCodings';

export function codebookService(context: Context): Service<Names> {
  return {
    'codes.list': () => listCodes(context.project()),

    'codes.create': ({ name, language, parent = null, color, mark, ...details }) => {
      const project = context.project();
      if (parent !== null) codeRow(project, parent);
      const free = freeCodeName(project, name, parent);
      const written = language ?? writtenLanguage(project);
      const row = project.change('codes.create', { code: free }, (log) => {
        const made = insertCode(project, log, { name: free, language: written, parent, color, mark });
        writeDetails(project, log, made, details);
        // What a code is made with is its first version.
        log.update(codeTable, made.id, { version: made.version });
        return made;
      });
      return listed(project, row.id);
    },

    'codes.update': ({ code, parent, ...details }) => {
      const project = context.project();
      const row = codeRow(project, code);
      if (parent !== undefined) checkPlace(project, row, parent);
      const label = { code: new CodeNames(project.store).name(code) };
      project.change('codes.update', label, (log) => {
        if (parent !== undefined && parent !== row.parent) placeCode(project, log, code, { parent, before: null });
        writeDetails(project, log, codeRow(project, code), details);
      });
      return listed(project, code);
    },

    'codes.move': ({ code, parent, before }) => {
      const project = context.project();
      checkPlace(project, codeRow(project, code), parent);
      project.change('codes.move', { code: new CodeNames(project.store).name(code) }, (log) =>
        placeCode(project, log, code, { parent, before }),
      );
      return {};
    },

    'codes.remove': ({ code }) => {
      const project = context.project();
      project.refuseBlind();
      codeRow(project, code);
      const ordered = codesInTreeOrder(project.store.all(codeQueries.all)).map((each) => each.code);
      // Children before their parents.
      const doomed = [...withDescendants(ordered, [code])].reverse();
      const codings = project.change('codes.remove', { code: new CodeNames(project.store).name(code) }, (log) =>
        doomed.reduce((sum, each) => sum + removeCode(project, log, each), 0),
      );
      return { codes: doomed.length, codings };
    },

    'codes.mergePreview': ({ code, into }) => mergePreview(context.project(), code, into),
    'codes.merge': ({ code, into }) => {
      const project = context.project();
      project.refuseBlind();
      return mergeCodes(project, code, into);
    },

    'codes.split': (input) => {
      const project = context.project();
      return listed(project, splitCode(project, input).id);
    },

    'codes.addExample': ({ code, document, start, end }) => {
      const project = context.project();
      codeRow(project, code);
      const row = project.document(document);
      const text = project.texts.of(row);
      const span = selectableSpan(text, { start, end });
      const label = { code: new CodeNames(project.store).name(code), document: row.name };
      const before = project.store.revision;
      project.change('codes.addExample', label, (log) => {
        const selection = selectionOn(project, log, document, text, span, project.coder);
        const standing = project.store.all(codeExampleQueries.ofCode, code);
        if (standing.some((example) => example.selection === selection.id)) return;
        log.insert(codeExampleTable, {
          id: project.newId(),
          code,
          position: Math.max(-1, ...standing.map(({ position }) => position)) + 1,
          text: quoteOf(text, span, project.store.all(turnQueries.ofDocument, document)),
          origin: row.name,
          selection: selection.id,
        });
      });
      return { ...listed(project, code), revision: revisionSince(project, before) };
    },

    'codes.history': ({ code }) => codeHistory(context.project(), code),
    'codes.codings': ({ code, outdated = false }) => codingsOfCode(context.project(), code, outdated),
    'codes.confirmCodings': ({ codings }) => {
      confirmCodings(context.project(), codings);
      return {};
    },
  };
}
