import type { Query, Table } from '../table.ts';
import { adjudicationQueries, adjudicationTable, goldCodingQueries, goldCodingTable } from './adjudication-table.ts';
import {
  attributeQueries,
  attributeTable,
  attributeValueQueries,
  attributeValueTable,
  caseQueries,
  caseTable,
  surveyColumnQueries,
  surveyColumnTable,
  valueGroupQueries,
  valueGroupTable,
} from './case-table.ts';
import { blindingQueries } from './blinding-table.ts';
import { changeQueries, changeSetQueries, historyQueries } from './change-set-table.ts';
import {
  codeAliasQueries,
  codeAliasTable,
  codeExampleQueries,
  codeExampleTable,
  codeQueries,
  codeTable,
  codeTextQueries,
  codeTextTable,
} from './code-table.ts';
import { coderDocumentQueries, coderDocumentTable, coderQueries, coderTable } from './coder-table.ts';
import { codingQueries, codingTable } from './coding-table.ts';
import { knownHistoryQueries, madeCopyQueries, mergeQueries, schemaQueries, stampQueries } from './copy-table.ts';
import { documentQueries, documentTable } from './document-table.ts';
import { externalIdQueries, externalIdTable } from './external-id-table.ts';
import { keptElementQueries, keptElementTable, keptFileQueries, keptFileTable } from './kept-element-table.ts';
import { memoQueries, memoTable } from './memo-table.ts';
import { projectQueries, projectTable } from './project-table.ts';
import { reviewQueries, reviewTable } from './review-table.ts';
import {
  questionCodeQueries,
  questionCodeTable,
  questionQueries,
  questionTable,
  questionTextQueries,
  questionTextTable,
} from './question-table.ts';
import { savedQueryQueries, savedQueryTable } from './saved-query-table.ts';
import {
  assignmentQueries,
  assignmentTable,
  roundCoderTable,
  roundCodeTable,
  roundCodingTable,
  roundDocumentTable,
  roundQueries,
  roundTable,
} from './round-table.ts';
import { selectionQueries, selectionTable } from './selection-table.ts';
import { sheetQueries, sheetTable } from './sheet-table.ts';
import { speakerQueries, speakerTable, turnQueries, turnTable } from './turn-table.ts';
import { stopListQueries, stopListTable } from './stop-list-table.ts';
import {
  structureArrowTable,
  structureBehaviourTable,
  structureQueries,
  structureVariableTable,
} from './structure-table.ts';
import { translationQueries, translationTable } from './translation-table.ts';
import { viewStateQueries } from './view-state-table.ts';

/** Every table that is written through the change log, by name. */
export const loggedTables: ReadonlyMap<string, Table> = new Map(
  [
    projectTable,
    coderTable,
    coderDocumentTable,
    documentTable,
    speakerTable,
    turnTable,
    caseTable,
    attributeTable,
    attributeValueTable,
    valueGroupTable,
    surveyColumnTable,
    questionTable,
    questionTextTable,
    codeTable,
    codeTextTable,
    codeExampleTable,
    codeAliasTable,
    questionCodeTable,
    selectionTable,
    reviewTable,
    codingTable,
    memoTable,
    translationTable,
    externalIdTable,
    sheetTable,
    assignmentTable,
    roundTable,
    roundCoderTable,
    roundDocumentTable,
    roundCodeTable,
    roundCodingTable,
    keptElementTable,
    keptFileTable,
    savedQueryTable,
    stopListTable,
    structureVariableTable,
    structureArrowTable,
    structureBehaviourTable,
    adjudicationTable,
    goldCodingTable,
  ].map((table) => [table.name, table]),
);

/** Every statement that reads, by repository and name: a test prepares each and compares its columns with its schema. */
export const allQueries: Readonly<Record<string, Readonly<Record<string, Query<unknown>>>>> = {
  projectQueries,
  coderQueries,
  coderDocumentQueries,
  documentQueries,
  turnQueries,
  speakerQueries,
  caseQueries,
  attributeQueries,
  attributeValueQueries,
  valueGroupQueries,
  surveyColumnQueries,
  questionQueries,
  questionTextQueries,
  questionCodeQueries,
  codeQueries,
  codeTextQueries,
  codeExampleQueries,
  codeAliasQueries,
  selectionQueries,
  reviewQueries,
  codingQueries,
  memoQueries,
  translationQueries,
  externalIdQueries,
  sheetQueries,
  keptElementQueries,
  keptFileQueries,
  savedQueryQueries,
  stopListQueries,
  structureQueries,
  adjudicationQueries,
  goldCodingQueries,
  changeSetQueries,
  historyQueries,
  changeQueries,
  viewStateQueries,
  blindingQueries,
  madeCopyQueries,
  stampQueries,
  mergeQueries,
  knownHistoryQueries,
  schemaQueries,
  assignmentQueries,
  roundQueries,
};
