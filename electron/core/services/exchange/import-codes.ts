import { type CodeLook, lookOfChildCode, lookOfTopLevelCode } from '../../../../shared/color/deal.ts';
import type { CodeMark } from '../../../../shared/domain/codebook.ts';
import { codeParts } from '../../../../shared/refi/code-description.ts';
import { plainColor } from '../../../../shared/refi/color.ts';
import { guidKey } from '../../../../shared/refi/guid.ts';
import { loss } from '../../../../shared/refi/losses.ts';
import type { RefiCode } from '../../../../shared/refi/model.ts';
import { codeQueries, type CodeRow, codeTable, codeTextTable } from '../../store/repositories/code-table.ts';
import { CodeNames } from '../codebook/code-label.ts';
import { writtenLanguage } from '../codebook/code-rows.ts';
import type { ImportRun } from './import-run.ts';

/** Stands for the name a file does not give: a code without one could be neither found nor read. */
const namelessCode = 'unnamed code';

/** The codes of a file in the project: what each GUID stands for. */
export class ImportedCodes {
  private readonly run: ImportRun;
  private readonly byGuid = new Map<string, string>();
  private readonly rows = new Map<string, CodeRow>();
  private readonly children: Map<string | null, CodeRow[]>;
  private readonly language: string;

  constructor(run: ImportRun) {
    this.run = run;
    const rows = run.project.store.all(codeQueries.all);
    for (const row of rows) this.rows.set(row.id, row);
    this.children = Map.groupBy(rows, (row) => row.parent);
    this.language = writtenLanguage(run.project);
  }

  /** Takes the tree over: by GUID, else by the name under the same parent, else as a new code behind its siblings. */
  importTree(): void {
    const { ids, tally, project, log } = this.run;
    const names = new CodeNames(project.store);
    const claimed = new Set<string>();
    const made = new Map<RefiCode, string>();
    for (const code of this.run.file.project.codes) {
      const name = code.name.trim() === '' ? namelessCode : code.name;
      const parent = code.parent === null ? null : (made.get(code.parent) ?? null);
      const isRepeated = code.guid !== '' && this.byGuid.has(guidKey(code.guid));
      const byGuid = isRepeated ? null : ids.entity('code', code.guid);
      const byName = (this.children.get(parent) ?? []).find(
        (row) => !claimed.has(row.id) && this.isOld(row) && names.name(row.id) === name,
      );
      const standing = byGuid ?? byName?.id ?? null;
      tally.count('Code', standing === null ? 'imported' : 'present');
      const id = standing ?? this.insert({ ...code, name }, parent);
      if (standing === null && name !== code.name) tally.note(loss('Code', 'nameless', { guid: code.guid, name }));
      claimed.add(id);
      made.set(code, id);
      if (isRepeated) tally.note(loss('Code', 'guid_repeated', { guid: code.guid, name: code.name }));
      else {
        // What refers to nothing must not find a code without a GUID.
        if (code.guid !== '') this.byGuid.set(guidKey(code.guid), id);
        if (byGuid === null) ids.remember(log, 'code', id, code.guid);
      }
      this.run.refers(code.notes, { code: id });
    }
  }

  /** The code a reference means; one the file does not have is made, so that no coding is lost. */
  referred(guid: string | null): { id: string; version: number } {
    const key = guidKey(guid ?? '');
    let id = this.byGuid.get(key);
    if (id === undefined) {
      const name = `unresolved code ${guid ?? ''}`.trim();
      const standing = guid === null ? null : this.run.ids.entity('code', guid);
      id =
        standing ??
        this.insert(
          { guid: guid ?? '', name, codable: true, color: null, parent: null, description: '', notes: [] },
          null,
        );
      if (standing === null && guid !== null) this.run.ids.remember(this.run.log, 'code', id, guid);
      this.byGuid.set(key, id);
      this.run.tally.note(loss('CodeRef', 'unresolved', { guid }));
    }
    return { id, version: this.rows.get(id)?.version ?? 1 };
  }

  private readonly fresh = new Set<string>();

  private isOld(row: CodeRow): boolean {
    return !this.fresh.has(row.id);
  }

  private insert(code: RefiCode, parent: string | null): string {
    const { project, log, file } = this.run;
    const siblings = this.children.get(parent) ?? [];
    const lookOf = (row: CodeRow): CodeLook => ({ color: row.color, mark: row.mark as CodeMark });
    const parentRow = parent === null ? undefined : this.rows.get(parent);
    const dealt =
      parentRow === undefined
        ? lookOfTopLevelCode(siblings.map(lookOf))
        : lookOfChildCode(lookOf(parentRow), siblings.map(lookOf));
    const row: CodeRow = {
      id: project.newId(),
      parent,
      position: (siblings.at(-1)?.position ?? -1) + 1,
      slug: null,
      color: (code.color === null ? null : plainColor(code.color)) ?? dealt.color,
      mark: dealt.mark,
      codable: Number(code.codable),
      pinned: 0,
      retired: 0,
      version: 1,
      language: this.language,
      created_at: project.now(),
      asks_memo: 0,
    };
    log.insert(codeTable, row);
    const { definition, whenToUse, whenNotToUse } = codeParts(code.description, file.project.origin);
    log.insert(codeTextTable, {
      code: row.id,
      language: this.language,
      name: code.name.toWellFormed(),
      definition,
      when_to_use: whenToUse,
      when_not_to_use: whenNotToUse,
    });
    this.rows.set(row.id, row);
    this.fresh.add(row.id);
    if (siblings.length === 0) this.children.set(parent, [row]);
    else siblings.push(row);
    return row.id;
  }
}
