import { basename, resolve } from 'node:path';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { IntegrityFault } from '../../../../shared/contract/methods/project.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { coderTable } from '../../store/repositories/coder-table.ts';
import { projectTable } from '../../store/repositories/project-table.ts';
import { Store } from '../../store/store.ts';
import { type Context, type Service, stepOn } from './context.ts';
import { decisionFaults } from '../adjudication/decision-integrity.ts';
import { codeTreeFaults, documentFaults, documentsToCheck, hasText } from './integrity.ts';
import { openInPlace, openStore } from './open-in-place.ts';
import { OpenProject } from './open-project.ts';
import { foundProjects } from './found-projects.ts';
import { placeForProject } from './project-place.ts';
import { backUpErased, finishErasure } from '../protection/finish-erasure.ts';
import { refuseLocked } from '../protection/locked-project.ts';
import { storeUploadedProject } from './project-upload.ts';
import { readSampleStudy, storeSampleStudy } from './sample-study.ts';
import { storeSocialCreditCodebook } from '../codebook/templates.ts';

/** What a copy of the sample study is called, in the language it is asked for. */
const sampleNames = {
  en: 'Social credit interviews',
  'zh-Hans': '社会信用访谈',
  ja: '社会信用インタビュー',
} as const;

type NewProject = {
  readonly name: string;
  readonly language: string;
  readonly synthetic: boolean;
  readonly template: string;
  readonly coder: string;
};

/** Makes the file with its one project row and first coder, and whatever else belongs in it from the beginning. */
function createProject(
  context: Context,
  path: string,
  made: NewProject,
  fill: (project: OpenProject, log: ChangeLog) => void,
): Store {
  const store = Store.create(path, context.ports);
  try {
    store.transact({ name: 'project.create', coder: null }, (log) => {
      const now = context.ports.clock.now().toISOString();
      log.insert(projectTable, {
        id: context.ports.ids.next(),
        copy_id: context.ports.ids.next(),
        base_revision: 0,
        name: made.name,
        language: made.language,
        synthetic: Number(made.synthetic),
        template: made.template,
        created_at: now,
        base_copy: null,
        copy_for: null,
      });
      log.insert(coderTable, { id: context.ports.ids.next(), name: made.coder, created_at: now });
      fill(new OpenProject(store, context.ports), log);
    });
    return store;
  } catch (error) {
    store.discard();
    throw error;
  }
}

type Names =
  | 'app.state'
  | 'project.found'
  | 'project.create'
  | 'project.open'
  | 'project.sample'
  | 'project.close'
  | 'project.summary'
  | 'project.rename'
  | 'project.check'
  | 'project.rewrite';

export function projectService(context: Context): Service<Names> {
  return {
    'app.state': () => ({
      version: context.ports.version,
      host: context.ports.host,
      project: context.openProject()?.summary() ?? null,
      recent: context.recent.list(context.tickets),
    }),

    'project.found': () => foundProjects(context),

    'project.create': ({ name, template, place, coder, language = 'en' }) => {
      const trimmed = name.trim();
      if (trimmed === '') throw new VerbatimError('name_empty', { kind: 'project' });
      const path = placeForProject(context, place, trimmed);
      const made = { name: trimmed, language, synthetic: false, template, coder: coder?.trim() || 'A' };
      const store = createProject(context, path, made, (project, log) => {
        if (template === 'scs') storeSocialCreditCodebook(project, log);
      });
      return openInPlace(context, store);
    },

    'project.open': async ({ ticket, as }) => {
      const named = context.tickets.pathOf(ticket);
      if (named !== null) refuseLocked(named);
      const path = named ?? storeUploadedProject(context, context.tickets.bytesOf(ticket));
      // What was uploaded is a file now: its bytes need not be held any longer.
      if (named === null) context.tickets.discard(ticket);
      const standing = context.openProject();
      if (standing && resolve(standing.store.path) === resolve(path)) {
        if (as === undefined) return standing.summary();
        context.switchTo(null);
      }
      return openInPlace(context, openStore(context, path), as);
    },

    'project.sample': async ({ place, language = 'en' }) => {
      const study = await readSampleStudy();
      const name = sampleNames[language];
      const path = placeForProject(context, place, name);
      const made = { name, language, synthetic: true, template: 'sample', coder: 'A' };
      return openInPlace(
        context,
        createProject(context, path, made, (project, log) => storeSampleStudy(project, log, study)),
      );
    },

    'project.close': () => {
      context.switchTo(null);
      return {};
    },

    'project.summary': () => context.project().summary(),

    'project.rename': ({ name }) => {
      const project = context.project();
      const trimmed = name.trim();
      if (trimmed === '') throw new VerbatimError('name_empty', { kind: 'project' });
      project.change('project.rename', { name: trimmed }, (log) =>
        log.update(projectTable, project.summary().id, { name: trimmed }),
      );
      return project.summary();
    },

    'project.rewrite': async () => {
      const { store } = context.project();
      if (!store.rewriteDue) return {};
      const { rewriteDue } = finishErasure(store, context.ports);
      if (rewriteDue) throw new VerbatimError('rewrite_no_space', { file: basename(store.path) });
      await backUpErased(store, context.ports);
      context.broadcast({ name: 'changed', data: { tables: ['view_state'], revision: store.revision } });
      return {};
    },

    'project.check': async (_, call) => {
      const project = context.project();
      const { rewriteDue } = project.store;
      const inFile = project.store.fileFaults();
      // What stands on damaged pages cannot be judged.
      if (inFile.some(({ kind }) => kind === 'file'))
        return { documents: 0, selections: 0, faults: inFile, rewriteDue };
      const faults: IntegrityFault[] = [...inFile, ...codeTreeFaults(project)];
      const documents = documentsToCheck(project);
      let selections = 0;
      for (const [place, document] of documents.entries()) {
        const checked = documentFaults(project, document);
        selections += checked.selections;
        faults.push(...checked.faults);
        if (hasText(project, document)) faults.push(...decisionFaults(project, document));
        await stepOn(call, place + 1, documents.length);
      }
      return { documents: documents.length, selections, faults, rewriteDue };
    },
  };
}
