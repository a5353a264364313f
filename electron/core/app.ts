import { resolve } from 'node:path';
import { createDispatcher, type Dispatcher } from '../../shared/contract/dispatcher.ts';
import { VerbatimError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/methods.ts';
import { Turnstile } from '../../shared/contract/turnstile.ts';
import type { Ports } from './ports.ts';
import { adjudicationService } from './services/adjudication/adjudication-service.ts';
import { agreementService } from './services/agreement/agreement-service.ts';
import { archiveService } from './services/archive/archive-service.ts';
import { attributesService } from './services/cases/attributes-service.ts';
import { autocodeService } from './services/codings/autocode-service.ts';
import { backupsService } from './services/backups/backups-service.ts';
import { BackupTimer } from './services/backups/backup-timer.ts';
import { blindingService } from './services/coders/blinding-service.ts';
import { casesService } from './services/cases/cases-service.ts';
import { codebookFileService } from './services/codebook/codebook-file-service.ts';
import { codebookService } from './services/codebook/codebook-service.ts';
import { codePassagesService } from './services/codings/code-passages-service.ts';
import { codedTranscriptsService } from './services/documents/coded-transcripts-service.ts';
import { codersService } from './services/coders/coders-service.ts';
import { codingsFileService } from './services/codings/codings-file-service.ts';
import { codingCutsService } from './services/codings/coding-cuts-service.ts';
import { codingsService } from './services/codings/codings-service.ts';
import { comparisonService } from './services/comparison/comparison-service.ts';
import type { Context } from './services/project/context.ts';
import { cooccurrenceService } from './services/cooccurrence/cooccurrence-service.ts';
import { correctionsService } from './services/corrections/corrections-service.ts';
import { copiesService } from './services/copies/copies-service.ts';
import { dialogsService } from './services/host/dialogs-service.ts';
import { documentsService } from './services/documents/documents-service.ts';
import { encryptedCopiesService } from './services/protection/encrypted-copies-service.ts';
import { exchangeService } from './services/exchange/exchange-service.ts';
import { filesService } from './services/host/files-service.ts';
import { guideService } from './services/guide/guide-service.ts';
import { historyService } from './services/history/history-service.ts';
import { importsService } from './services/imports/imports-service.ts';
import { jointService } from './services/joint/joint-service.ts';
import { memosService } from './services/memos/memos-service.ts';
import type { OpenProject } from './services/project/open-project.ts';
import { planeService } from './services/plane/plane-service.ts';
import { portraitsService } from './services/portraits/portraits-service.ts';
import { protectionService } from './services/protection/protection-service.ts';
import { purgeService } from './services/protection/purge-service.ts';
import { projectService } from './services/project/project-service.ts';
import { RecentProjects } from './services/project/recent-projects.ts';
import { queriesService } from './services/queries/queries-service.ts';
import { reimportService } from './services/reimport/reimport-service.ts';
import { reportsService } from './services/reports/reports-service.ts';
import { reviewService } from './services/review/review-service.ts';
import { IndexFiller } from './services/search/index-filler.ts';
import { roundsService } from './services/agreement/rounds-service.ts';
import { searchService } from './services/search/search-service.ts';
import { pseudonymsService } from './services/pseudonyms/pseudonyms-service.ts';
import { structureService } from './services/structure/structure-service.ts';
import { wordsService } from './services/words/words-service.ts';
import { settingsService } from './services/host/settings-service.ts';
import { speakersService } from './services/documents/speakers-service.ts';
import { surveyService } from './services/survey/survey-service.ts';
import { tidyService } from './services/joint/tidy-service.ts';
import { translationsService } from './services/documents/translations-service.ts';
import { removeLeftWork } from './store/work-folders.ts';
import { Tickets } from './tickets.ts';

/** The core as a host sees it: handlers behind a dispatcher, tickets for files the user chose, and an end. */
export type Core = {
  readonly handlers: Handlers;
  readonly dispatcher: Dispatcher;
  /** Lets clients name a file or place the user has chosen in this host; answers the ticket to hand to the renderer. */
  grantPath(path: string): string;
  /** The path behind a ticket: for the host's own dialogs and downloads only. */
  pathOf(ticket: string): string | null;
  /** Closes the open project (checkpoint, one file left). */
  close(): Promise<void>;
};

export type CoreOptions = {
  /** Check what handlers answer against the contract: tests and development. */
  readonly validateOutput?: boolean;
};

/** Builds the one core every host runs. */
export function createCore(ports: Ports, options: CoreOptions = {}): Core {
  removeLeftWork(ports);
  const tickets = new Tickets();
  const backups = new BackupTimer(ports);
  const index = new IndexFiller(ports);
  const turnstile = new Turnstile();
  let open: OpenProject | null = null;
  let unlisten = (): void => {};

  const put = (project: OpenProject | null): void => {
    unlisten();
    open = project;
    unlisten =
      project?.store.onCommit(({ tables, revision }) =>
        context.broadcast({ name: 'changed', data: { tables: [...tables], revision } }),
      ) ?? unlisten;
  };

  const context: Context = {
    ports,
    tickets,
    recent: new RecentProjects(ports),
    openProject: () => open,
    project: () => {
      if (!open) throw new VerbatimError('no_project', {});
      return open;
    },
    switchTo: (project) => {
      const before = open;
      put(null);
      index.watch(null);
      before?.store.close();
      put(project);
      backups.watch(project);
      index.watch(project);
      context.broadcast({ name: 'projectSwitched', data: { open: project !== null } });
    },
    lookAgain: () => {
      const project = context.project().lookAgain();
      put(project);
      index.watch(project);
      if (ports.host !== 'cli') context.recent.remember(resolve(project.store.path), project.summary());
      context.broadcast({ name: 'projectSwitched', data: { open: true } });
    },
    alone: (work) => turnstile.alone(work),
    broadcast: (event) => dispatcher.broadcast(event),
  };

  const handlers: Handlers = {
    ...projectService(context),
    ...archiveService(context),
    ...backupsService(context),
    ...blindingService(context),
    ...filesService(context),
    ...dialogsService(context),
    ...documentsService(context),
    ...correctionsService(context),
    ...reimportService(context),
    ...reviewService(context),
    ...speakersService(context),
    ...importsService(context),
    ...casesService(context),
    ...attributesService(context),
    ...surveyService(context),
    ...guideService(context),
    ...autocodeService(context),
    ...codersService(context),
    ...codebookService(context),
    ...codebookFileService(context),
    ...codedTranscriptsService(context),
    ...codingsService(context),
    ...codingCutsService(context),
    ...codingsFileService(context),
    ...encryptedCopiesService(context),
    ...exchangeService(context),
    ...copiesService(context),
    ...roundsService(context),
    ...memosService(context),
    ...historyService(context),
    ...cooccurrenceService(context),
    ...comparisonService(context),
    ...planeService(context),
    ...portraitsService(context),
    ...jointService(context),
    ...tidyService(context),
    ...agreementService(context),
    ...codePassagesService(context),
    ...pseudonymsService(context),
    ...protectionService(context),
    ...purgeService(context),
    ...adjudicationService(context),
    ...searchService(context),
    ...queriesService(context),
    ...reportsService(context),
    ...structureService(context),
    ...wordsService(context),
    ...settingsService(context),
    ...translationsService(context),
  };
  const dispatcher = createDispatcher({
    handlers,
    logError: (error, method) => ports.log.error(error, method),
    validateOutput: options.validateOutput ?? false,
    turnstile,
  });

  return {
    handlers,
    dispatcher,
    grantPath: (path) => tickets.grantPath(path),
    pathOf: (ticket) => tickets.pathOf(ticket),
    close: async () => context.switchTo(null),
  };
}
