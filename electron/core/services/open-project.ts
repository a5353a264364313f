import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { ProjectSummary } from '../../../shared/contract/methods/project.ts';
import { syncingService } from '../../../shared/hosts/sync-folder.ts';
import { asId, type CoderId } from '../../../shared/domain/ids.ts';
import { basename } from 'node:path';
import type { Ports } from '../ports.ts';
import { coderQueries } from '../store/repositories/coder-table.ts';
import { type DocumentRow, documentQueries } from '../store/repositories/document-table.ts';
import { projectQueries } from '../store/repositories/project-table.ts';
import { viewStateQueries } from '../store/repositories/view-state-table.ts';
import type { Label, Store } from '../store/store.ts';
import type { ChangeLog } from '../store/change-log.ts';
import { AnalysisModel } from './analysis-model.ts';
import { DocumentProgress } from './document-progress.ts';
import { DocumentTexts } from './document-texts.ts';

/** The project that is open, and what is kept at hand for it. */
export class OpenProject {
  readonly store: Store;
  readonly texts: DocumentTexts;
  readonly progress: DocumentProgress;
  readonly analysis: AnalysisModel;
  private readonly ports: Ports;
  private chosenCoder: CoderId | null;

  constructor(store: Store, ports: Ports) {
    this.store = store;
    this.ports = ports;
    this.texts = new DocumentTexts(store);
    this.progress = new DocumentProgress(store);
    this.analysis = new AnalysisModel(store, this.texts);
    const kept = store.all(viewStateQueries.all).find(({ key }) => key === 'coder')?.value;
    this.chosenCoder = kept === undefined ? null : asId<'coder'>(kept);
  }

  /** Whose work new codings are: the one chosen last, else the first there is. */
  get coder(): CoderId {
    const coders = this.store.all(coderQueries.all);
    const chosen = coders.find(({ id }) => id === this.chosenCoder) ?? coders[0];
    if (!chosen) throw new VerbatimError('not_found', { kind: 'coder', name: '' });
    return asId<'coder'>(chosen.id);
  }

  chooseCoder(coder: CoderId): void {
    this.chosenCoder = coder;
    this.store.keepView('coder', coder);
  }

  /** Runs one command as the current coder: one transaction, one step of the history. */
  change<Result>(command: string, label: Label, run: (log: ChangeLog) => Result): Result {
    return this.store.transact({ name: command, label, coder: this.coder }, run);
  }

  /** The row of a document. Throws `not_found`. */
  document(id: string): DocumentRow {
    const row = this.store.get(documentQueries.byId, id);
    if (!row) throw new VerbatimError('not_found', { kind: 'document', name: id });
    return row;
  }

  newId<Kind extends string>() {
    return this.ports.ids.next<Kind>();
  }

  /** Now, as it is stored. */
  now(): string {
    return this.ports.clock.now().toISOString();
  }

  summary(): ProjectSummary {
    const project = this.store.get(projectQueries.only);
    const counts = this.store.get(projectQueries.counts);
    if (!project || !counts)
      throw new VerbatimError('project_damaged', {
        file: basename(this.store.path),
        detail: 'the project row is missing',
      });
    return {
      id: asId<'project'>(project.id),
      name: project.name,
      file: basename(this.store.path),
      synthetic: project.synthetic === 1,
      language: project.language,
      revision: this.store.revision,
      ...counts,
      coders: this.store.all(coderQueries.all).map(({ id, name }) => ({ id: asId<'coder'>(id), name })),
      coder: this.coder,
      syncedBy: syncingService(this.store.path),
    };
  }
}
