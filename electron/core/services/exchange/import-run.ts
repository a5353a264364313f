import { guidKey } from '../../../../shared/refi/guid.ts';
import { keptAttribute } from '../../../../shared/refi/kept-element.ts';
import type { ExchangeFile } from '../../import/refi/exchange-file.ts';
import type { RefiSource } from '../../../../shared/refi/model.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import type { ScratchKeys } from '../../store/scratch-keys.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import { memoTable, type MemoRow } from '../../store/repositories/memo-table.ts';
import type { OpenProject } from '../project/open-project.ts';
import { insertCoder } from '../coders/coder-rows.ts';
import type { ExternalIds } from './external-ids.ts';
import type { Tally } from './tally.ts';

export type NoteTarget = Partial<Pick<MemoRow, 'document' | 'study_case' | 'code' | 'selection' | 'coding'>>;

/** Stands for coders a file does not name. */
const unknownCoder = 'Unknown coder';

/** What the steps of one import share. */
export class ImportRun {
  readonly project: OpenProject;
  readonly log: ChangeLog;
  readonly file: ExchangeFile;
  readonly ids: ExternalIds;
  readonly tally: Tally;
  /** Keys of the GUIDs in the file that have been met. */
  readonly seen: ScratchKeys;
  /** Codings by the coder's name, whether new or there before. */
  readonly codingsByCoder = new Map<string, number>();
  /** By key of a note's GUID: what refers to it. */
  readonly noteTargets = new Map<string, NoteTarget[]>();
  /** Documents by key of their source's GUID, for what refers to it. */
  readonly documents = new Map<string, string>();
  /** The document each source became, whether it has a GUID of its own or not. */
  readonly pages = new Map<RefiSource, string>();
  /** Keys of sources that are no text and are kept as they came. */
  readonly keptSources: ReadonlySet<string>;
  private readonly coders = new Map<string, string>();
  private readonly names = new Map<string, string>();

  constructor(
    project: OpenProject,
    log: ChangeLog,
    file: ExchangeFile,
    { ids, seen, tally }: { ids: ExternalIds; seen: ScratchKeys; tally: Tally },
  ) {
    this.project = project;
    this.seen = seen;
    this.log = log;
    this.file = file;
    this.ids = ids;
    this.tally = tally;
    this.keptSources = new Set(
      file.project.kept
        .filter(({ place }) => place === 'source')
        .map(({ element }) => guidKey(keptAttribute(element, 'guid') ?? '')),
    );
  }

  /** Every user of the file becomes a coder: by GUID, else by a name no other user of the file has taken. */
  importUsers(): void {
    const { project, log, ids, tally } = this;
    const byName = new Map(project.store.all(coderQueries.all).map(({ id, name }) => [name, id]));
    for (const [name, id] of byName) this.names.set(id, name);
    const claimed = new Set<string>();
    for (const user of this.file.project.users) {
      const wanted = (user.name ?? user.initials ?? '').trim() || unknownCoder;
      const byGuid = ids.entity('coder', user.guid);
      const sameName = byName.get(wanted);
      let coder = byGuid ?? (sameName !== undefined && !claimed.has(sameName) ? sameName : null);
      tally.count('User', coder === null ? 'imported' : 'present');
      if (coder === null) {
        let free = wanted;
        for (let number = 2; byName.has(free); number++) free = `${wanted} (${number})`;
        coder = insertCoder(project, log, free).id;
        byName.set(free, coder);
        this.names.set(coder, free);
      }
      claimed.add(coder);
      if (byGuid === null) ids.remember(log, 'coder', coder, user.guid);
      this.coders.set(guidKey(user.guid), coder);
    }
  }

  /** The coder of a user's GUID; a placeholder where the file names none or one it does not list. */
  coder(user: string | null): string {
    const known = user === null ? undefined : this.coders.get(guidKey(user));
    if (known !== undefined) return known;
    const standing = this.project.store.get(coderQueries.byName, unknownCoder)?.id;
    const coder = standing ?? insertCoder(this.project, this.log, unknownCoder).id;
    this.names.set(coder, unknownCoder);
    if (user !== null) this.coders.set(guidKey(user), coder);
    return coder;
  }

  countCoding(coder: string): void {
    const name = this.names.get(coder) ?? unknownCoder;
    this.codingsByCoder.set(name, (this.codingsByCoder.get(name) ?? 0) + 1);
  }

  refers(notes: readonly string[], target: NoteTarget): void {
    for (const note of notes) {
      const targets = this.noteTargets.get(guidKey(note));
      if (targets === undefined) this.noteTargets.set(guidKey(note), [target]);
      else targets.push(target);
    }
  }

  insertMemo(memo: NoteTarget & { coder: string; text: string; at: string; updated?: string }): string {
    const { coder, text, at, updated, ...target } = memo;
    const id = this.project.newId<'memo'>();
    this.log.insert(memoTable, {
      id,
      coder,
      document: null,
      study_case: null,
      code: null,
      selection: null,
      coding: null,
      ...target,
      text: text.toWellFormed(),
      body: null,
      created_at: at,
      updated_at: updated ?? at,
    });
    return id;
  }

  /** A description of something new, as a memo that is written back as a description. */
  insertDescription(memo: Parameters<ImportRun['insertMemo']>[0], guid: string): void {
    if (memo.text.trim() !== '') this.ids.markDescription(this.log, this.insertMemo(memo), guid);
  }
}
