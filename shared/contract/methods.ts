import type { z } from 'zod';
import { adjudicationMethods } from './methods/adjudication.ts';
import { agreementMethods } from './methods/agreement.ts';
import { analysisMethods } from './methods/analysis.ts';
import { archiveMethods } from './methods/archive.ts';
import { autocodeMethods } from './methods/autocode.ts';
import { backupsMethods } from './methods/backups.ts';
import { blindingMethods } from './methods/blinding.ts';
import { casesMethods } from './methods/cases.ts';
import { codebookMethods } from './methods/codebook.ts';
import { codebookFilesMethods } from './methods/codebook-files.ts';
import { codedTranscriptsMethods } from './methods/coded-transcripts.ts';
import { codingsMethods } from './methods/codings.ts';
import { correctionsMethods } from './methods/corrections.ts';
import { comparisonMethods } from './methods/comparison.ts';
import { cooccurrenceMethods } from './methods/cooccurrence.ts';
import { copiesMethods } from './methods/copies.ts';
import { dialogsMethods } from './methods/dialogs.ts';
import { documentsMethods } from './methods/documents.ts';
import { exchangeMethods } from './methods/exchange.ts';
import { filesMethods } from './methods/files.ts';
import { guideMethods } from './methods/guide.ts';
import { historyMethods } from './methods/history.ts';
import { jointMethods } from './methods/joint.ts';
import { planeMethods } from './methods/plane.ts';
import { portraitsMethods } from './methods/portraits.ts';
import { projectMethods } from './methods/project.ts';
import { protectionMethods } from './methods/protection.ts';
import { queriesMethods } from './methods/queries.ts';
import { reimportMethods } from './methods/reimport.ts';
import { pseudonymsMethods } from './methods/pseudonyms.ts';
import { reportsMethods } from './methods/reports.ts';
import { reviewMethods } from './methods/review.ts';
import { roundsMethods } from './methods/rounds.ts';
import { searchMethods } from './methods/search.ts';
import { translationsMethods } from './methods/translations.ts';
import { settingsMethods } from './methods/settings.ts';
import { speakersMethods } from './methods/speakers.ts';
import { surveyMethods } from './methods/survey.ts';
import { structureMethods } from './methods/structure.ts';
import { wordsMethods } from './methods/words.ts';

/** Every method of the contract: what a window, a browser page and the command line can ask of the core. */
export const methods = {
  ...projectMethods,
  ...protectionMethods,
  ...pseudonymsMethods,
  ...archiveMethods,
  ...backupsMethods,
  ...blindingMethods,
  ...filesMethods,
  ...dialogsMethods,
  ...documentsMethods,
  ...casesMethods,
  ...surveyMethods,
  ...guideMethods,
  ...autocodeMethods,
  ...codebookMethods,
  ...codebookFilesMethods,
  ...codedTranscriptsMethods,
  ...codingsMethods,
  ...correctionsMethods,
  ...reimportMethods,
  ...reviewMethods,
  ...speakersMethods,
  ...exchangeMethods,
  ...copiesMethods,
  ...roundsMethods,
  ...historyMethods,
  ...analysisMethods,
  ...queriesMethods,
  ...reportsMethods,
  ...structureMethods,
  ...wordsMethods,
  ...agreementMethods,
  ...searchMethods,
  ...cooccurrenceMethods,
  ...comparisonMethods,
  ...adjudicationMethods,
  ...jointMethods,
  ...planeMethods,
  ...portraitsMethods,
  ...settingsMethods,
  ...translationsMethods,
};

export type Methods = typeof methods;
export type MethodName = keyof Methods;
/** What the caller passes. */
export type Input<Name extends MethodName> = z.input<Methods[Name]['input']>;
/** What a handler receives after validation. */
export type ParsedInput<Name extends MethodName> = z.output<Methods[Name]['input']>;
export type Output<Name extends MethodName> = z.output<Methods[Name]['output']>;
export type JobName = { [Name in MethodName]: Methods[Name]['kind'] extends 'job' ? Name : never }[MethodName];

/** What a running method may use: a job reports progress (done of total) and stops when asked. */
export type CallContext = {
  readonly signal: AbortSignalLike;
  progress(done: number, total: number): void;
};
/** The part of AbortSignal that pure code needs. */
export type AbortSignalLike = { readonly aborted: boolean };

export type Handlers = {
  readonly [Name in MethodName]: (
    input: ParsedInput<Name>,
    context: CallContext,
  ) => Output<Name> | Promise<Output<Name>>;
};
