import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { needed } from '../../../../shared/contract/needed.ts';
import type { ProjectSummary } from '../../../../shared/contract/methods/project.ts';
import { syncingService } from '../../../../shared/hosts/sync-folder.ts';
import { asId, type CoderId } from '../../../../shared/domain/ids.ts';
import { basename } from 'node:path';
import type { Ports } from '../../ports.ts';
import { blindingQueries } from '../../store/repositories/blinding-table.ts';
import { changeSetQueries } from '../../store/repositories/change-set-table.ts';
import { coderQueries, coderTable } from '../../store/repositories/coder-table.ts';
import { type DocumentRow, documentQueries } from '../../store/repositories/document-table.ts';
import { projectQueries } from '../../store/repositories/project-table.ts';
import { viewStateQueries } from '../../store/repositories/view-state-table.ts';
import type { Label } from '../../store/command.ts';
import type { Store } from '../../store/store.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { AnalysisModel } from '../analysis/analysis-model.ts';
import { DocumentProgress } from '../documents/document-progress.ts';
import { DocumentTexts } from '../documents/document-texts.ts';
import { SaidWords } from '../words/said-words.ts';
import { DocumentParts } from '../search/document-parts.ts';

/** The project that is open, and what is kept at hand for it. */
export class OpenProject {
  readonly store: Store;
  readonly texts: DocumentTexts;
  readonly progress: DocumentProgress;
  readonly words = new SaidWords();
  readonly analysis: AnalysisModel;
  readonly parts: DocumentParts;
  private readonly ports: Ports;
  /** What is kept here hears of no change of the file any more. */
  private readonly leave: () => void;
  private chosenCoder: CoderId | null;

  /** The coder the project was opened as: nobody else's work is shown, whoever was chosen before. */
  private readonly openedAs: CoderId | null;

  /** Also decides whose work is seen. Where that changes, the project is to be made anew: everything kept here is of one sight. */
  constructor(store: Store, ports: Ports, openedAs: CoderId | null = null) {
    this.store = store;
    this.ports = ports;
    this.openedAs = openedAs;
    this.texts = new DocumentTexts(store);
    this.progress = new DocumentProgress(store);
    this.analysis = new AnalysisModel(store, this.texts);
    this.parts = new DocumentParts(store, this.texts);
    this.leave = store.onCommit((committed) => {
      this.progress.forget(committed);
      this.parts.forget(committed);
    });
    const kept = store.all(viewStateQueries.all).find(({ key }) => key === 'coder')?.value;
    this.chosenCoder = openedAs ?? (kept === undefined ? null : asId<'coder'>(kept));
    store.sight.limit(openedAs ?? this.blindCoder());
  }

  /** Whose work new codings are: the one chosen last, else the first there is. */
  get coder(): CoderId {
    const coders = this.store.all(coderQueries.all);
    return asId<'coder'>(needed('coder', '', coders.find(({ id }) => id === this.chosenCoder) ?? coders[0]).id);
  }

  chooseCoder(coder: CoderId): void {
    this.chosenCoder = coder;
    this.store.keepView('coder', coder);
  }

  /** Whether a coder codes without seeing the others, until that is lifted. */
  codesBlind(coder: string): boolean {
    return this.store.get(blindingQueries.stateOf, coder)?.act === 'began';
  }

  /** The current coder where blind; a project just being made has none yet. */
  private blindCoder(): CoderId | null {
    if (this.store.get(blindingQueries.any) === undefined) return null;
    return this.codesBlind(this.coder) ? this.coder : null;
  }

  /** Refuses what would show or change the work of coders one is not to see. Throws `blind`. */
  refuseBlind(): void {
    if (this.store.sight.coder !== null) throw new VerbatimError('blind', { name: this.coderName(this.coder) });
  }

  coderName(coder: string): string {
    return this.store.row(coderTable, coder)?.name ?? '';
  }

  /** The same file seen anew, after who codes or who sees what has changed; this one is not to be used any more. */
  lookAgain(): OpenProject {
    this.leave();
    return new OpenProject(this.store, this.ports, this.openedAs);
  }

  /** Whether this session sees one coder's work whatever the record says. */
  get isOpenedAs(): boolean {
    return this.openedAs !== null;
  }

  /** Runs one command as the current coder: one transaction, one step of the history. */
  change<Result>(command: string, label: Label, run: (log: ChangeLog) => Result): Result {
    return this.store.transact({ name: command, label, coder: this.coder }, run);
  }

  /** The same step by step: see {@link Store.transactInSteps}. */
  changeInSteps<Step, Result>(
    command: string,
    label: Label,
    run: (log: ChangeLog) => Generator<Step, Result>,
    between: (step: Step) => Promise<void>,
  ): Promise<Result> {
    return this.store.transactInSteps({ name: command, label, coder: this.coder }, run, between);
  }

  /** The row of a document. Throws `not_found`. */
  document(id: string): DocumentRow {
    return needed('document', id, this.store.get(documentQueries.byId, id));
  }

  newId<Kind extends string>() {
    return this.ports.ids.next<Kind>();
  }

  /** Now, as it is stored. */
  now(): string {
    return this.ports.clock.now().toISOString();
  }

  /** When the data in sight were changed last; where nothing is known of it, the beginning of time. */
  private revisedAt(): string {
    return this.store.get(changeSetQueries.newest)?.at ?? '1970-01-01T00:00:00.000Z';
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
      revisedAt: this.revisedAt(),
      ...counts,
      coders: this.store.all(coderQueries.all).map(({ id, name }) => ({ id: asId<'coder'>(id), name })),
      coder: this.coder,
      isBlind: this.store.sight.coder !== null,
      syncedBy: syncingService(this.store.path),
      rewriteDue: this.store.rewriteDue,
    };
  }
}
