import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ExchangeExport } from '../../../../shared/contract/methods/exchange.ts';
import { codesInTreeOrder } from '../../../../shared/domain/codebook.ts';
import { codeDescription, ownOrigin } from '../../../../shared/refi/code-description.ts';
import { guidKey } from '../../../../shared/refi/guid.ts';
import { unknownInstant } from '../../../../shared/refi/instant.ts';
import { type Loss, loss } from '../../../../shared/refi/losses.ts';
import {
  emptyRefiProject,
  type RefiCase,
  type RefiCode,
  type RefiCoding,
  type RefiNote,
  type RefiProject,
  type RefiSelection,
  type RefiSource,
} from '../../../../shared/refi/model.ts';
import { selectionsXml } from '../../../../shared/refi/write-xml.ts';
import { selectedName } from '../../../../shared/refi/selected-name.ts';
import { codePointOffsets, type CodePointOffsets } from '../../../../shared/text/offsets.ts';
import type { ZipEntry } from '../../export/zip.ts';
import { codeQueries, codeTextQueries } from '../../store/repositories/code-table.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import { codingQueries, type CodingRow } from '../../store/repositories/coding-table.ts';
import { documentQueries, type DocumentRow } from '../../store/repositories/document-table.ts';
import { memoQueries, type MemoRow } from '../../store/repositories/memo-table.ts';
import { projectQueries } from '../../store/repositories/project-table.ts';
import { selectionQueries, type SelectionRow } from '../../store/repositories/selection-table.ts';
import { encodeText } from '../document-texts.ts';
import type { OpenProject } from '../open-project.ts';
import { exportCases } from './export-cases.ts';
import { ExportGuids } from './export-guids.ts';
import { exportKept, pdfShells } from './export-kept.ts';
import { ownExtras } from './export-losses.ts';
import { ExternalIds, ownGuid } from './external-ids.ts';

/** What goes into a file: the project in the standard's terms, the files beside it, and what they cannot say. */
export type ExportModel = {
  readonly project: RefiProject;
  readonly files: ZipEntry[];
  readonly losses: Loss[];
  /** Whether a text has characters that count differently as code points and as UTF-16. */
  readonly positionsMatter: boolean;
};
export type ExportOptions = Omit<ExchangeExport, 'format'>;

/** A time as the standard writes it; one that is not known is not written. */
export function writtenInstant(at: string): string | null {
  return at === unknownInstant ? null : at.replace(/\.000Z$/, 'Z');
}

/** Turns the open project into the standard's terms: code points, GUIDs, an order that depends on nothing but the project. */
export function exportModel(open: OpenProject, version: string, options: ExportOptions = {}): ExportModel {
  return new Exporting(open, version, options).model();
}

class Exporting {
  private readonly open: OpenProject;
  private readonly ids: ExternalIds;
  private readonly guids: ExportGuids;
  private readonly project: RefiProject = emptyRefiProject();
  private readonly files: ZipEntry[] = [];
  private readonly losses: Loss[] = [];
  private readonly shells: ReturnType<typeof pdfShells>;
  /** Memos by what they stand on: `code ID`, `document ID` … */
  private readonly memos = new Map<string, MemoRow[]>();

  private readonly options: ExportOptions;
  private readonly coders: ReadonlySet<string>;
  private positionsMatter = false;

  constructor(open: OpenProject, version: string, options: ExportOptions) {
    this.open = open;
    this.options = options;
    const everyone = open.store.all(coderQueries.all).map(({ id }) => id);
    this.coders = new Set(options.coders ?? everyone);
    this.ids = new ExternalIds(open.store);
    this.guids = new ExportGuids(this.ids);
    this.shells = pdfShells(open);
    const row = open.store.get(projectQueries.only)!;
    this.project.origin = `${ownOrigin} ${version}`;
    this.project.name = row.name;
    this.project.at = writtenInstant(row.created_at);
  }

  model(): ExportModel {
    const { store } = this.open;
    const { anonymous = false, documents: chosen } = this.options;
    for (const memo of anonymous ? [] : store.all(memoQueries.all)) {
      if (!this.coders.has(memo.coder)) continue;
      const key = targetKey(memo);
      const same = this.memos.get(key);
      if (same === undefined) this.memos.set(key, [memo]);
      else same.push(memo);
    }
    const coders = store.all(coderQueries.all).toSorted((a, b) => compare(a.name, b.name));
    for (const [place, { id, name }] of coders.filter((coder) => this.coders.has(coder.id)).entries()) {
      const shown = anonymous ? `Coder ${place + 1}` : name;
      this.project.users.push({ guid: this.guids.of('coder', id), name: shown, initials: null });
    }
    this.exportCodes();
    const documents = store.all(documentQueries.all).filter(({ id }) => chosen?.some((each) => each === id) ?? true);
    for (const row of documents) this.guids.of('document', row.id);
    for (const row of documents) this.exportDocument(row);
    const cases = exportCases(this.open, this.guids, this.project, this.losses, new Set(documents.map(({ id }) => id)));
    for (const [id, of] of cases) this.exportCaseMemos(id, of);
    const own = this.said('project');
    this.project.description = own.description;
    this.project.notes.push(...own.notes);
    this.project.memos.sort((a, b) => compare(a.at ?? '', b.at ?? '') || compare(a.guid, b.guid));
    if (!anonymous)
      exportKept({ open: this.open, ids: this.ids, guids: this.guids }, this.project, this.files, this.losses);
    this.losses.push(...ownExtras(store));
    const { project, files, losses, positionsMatter } = this;
    return { project, files, losses, positionsMatter };
  }

  private exportCodes(): void {
    const { store } = this.open;
    const texts = Map.groupBy(store.all(codeTextQueries.all), ({ code }) => code);
    const made = new Map<string, RefiCode>();
    for (const { code: row } of codesInTreeOrder(store.all(codeQueries.all))) {
      const all = texts.get(row.id) ?? [];
      const text = all.find(({ language }) => language === row.language) ?? all[0];
      const code: RefiCode = {
        guid: this.guids.of('code', row.id),
        name: text?.name ?? '',
        codable: row.codable === 1,
        color: row.color,
        parent: row.parent === null ? null : (made.get(row.parent) ?? null),
        description: codeDescription({
          definition: text?.definition ?? '',
          whenToUse: text?.when_to_use ?? '',
          whenNotToUse: text?.when_not_to_use ?? '',
        }),
        notes: [],
      };
      made.set(row.id, code);
      code.notes.push(...this.said(`code ${row.id}`).notes);
      this.project.codes.push(code);
    }
  }

  private exportDocument(row: DocumentRow): void {
    const { store, texts } = this.open;
    const guid = this.guids.of('document', row.id);
    const text = texts.of(row);
    const file = fileStem(guid);
    const { description, notes } = this.said(`document ${row.id}`);
    const source: RefiSource = {
      ...blankText(guid, row.name, writtenInstant(row.created_at)),
      element: 'TextSource',
      codings: [],
      values: [],
      path: null,
      representation: null,
      syncPoints: new Map(),
      description,
      plainPath: `internal://${file}.txt`,
    };
    source.notes.push(...notes);
    this.files.push({ name: `sources/${file}.txt`, bytes: made(() => encodeText(this.open.texts.of(row))) });
    const shell = this.options.anonymous ? undefined : this.shells.get(guidKey(guid));
    if (shell !== undefined) {
      const hasPdf = /\.pdf$/i.test(row.original_name);
      Object.assign(source, {
        element: 'PDFSource',
        representation: this.guids.free(shell.representation, `${row.id} text`),
        path: hasPdf ? `internal://${file}.pdf` : null,
      });
      if (hasPdf) this.files.push({ name: `sources/${file}.pdf`, bytes: made(() => store.blobs.get(row.original)) });
    } else if (this.options.anonymous) {
      this.losses.push(loss('original file', 'left_out', { guid, name: row.name }));
    } else if (/\.docx$/i.test(row.original_name)) {
      source.richPath = `internal://${file}.docx`;
      this.files.push({ name: `sources/${file}.docx`, bytes: made(() => store.blobs.get(row.original)) });
    } else if (!/\.(?:txt|text|md|markdown)$/i.test(row.original_name))
      this.losses.push(loss('original file', 'not_modelled', { guid, name: row.original_name }));
    this.project.sources.push(source);
    const offsets = codePointOffsets(text);
    this.positionsMatter ||= row.code_points !== row.utf16_length;
    const codings = Map.groupBy(store.all(codingQueries.ofDocument, row.id), ({ selection }) => selection);
    for (const selection of store.all(selectionQueries.ofDocument, row.id))
      source.selections.push(...this.selections(selection, codings.get(selection.id) ?? [], text, offsets));
    source.selections.sort((a, b) => a.start! - b.start! || a.end! - b.end! || compare(a.guid, b.guid));
    packSelections(source);
  }

  /** A selection per coder: other programs know a coding by its range, code and owner. */
  private selections(
    row: SelectionRow,
    codings: readonly CodingRow[],
    text: string,
    offsets: CodePointOffsets,
  ): RefiSelection[] {
    if (row.state === 'detached') {
      this.losses.push(loss('PlainTextSelection', 'place_unknown', { name: selectedName(row.quote ?? '') }));
      return [];
    }
    const coders = [row.coder, ...new Set(codings.map(({ coder }) => coder))];
    const count = (at: number): number => (this.options.positions === 'utf16' ? at : offsets.toCodePoint(at));
    return [...new Set(coders)].flatMap((coder, place) => {
      if (!this.coders.has(coder)) return [];
      const own = codings.filter((coding) => coding.coder === coder);
      const isFirst = place === 0;
      if (!isFirst && own.length === 0) return [];
      const { description, notes } = isFirst ? this.said(`selection ${row.id}`) : { description: '', notes: [] };
      const user = this.guids.of('coder', coder);
      const selection: RefiSelection = {
        element: 'PlainTextSelection',
        guid: isFirst ? this.guids.of('selection', row.id) : ownGuid(`${row.id} ${coder}`),
        name: row.name ?? selectedName(text.slice(row.start_at, row.end_at)),
        start: count(row.start_at),
        end: count(row.end_at),
        user,
        at: writtenInstant(row.created_at),
        modifier: null,
        modified: null,
        description: description || (this.options.anonymous ? '' : (row.comment ?? '')),
        codings: own.map((coding) => this.coding(coding, user)).sort((a, b) => compare(a.guid, b.guid)),
        notes: [...notes],
      };
      return [selection];
    });
  }

  private coding(row: CodingRow, user: string): RefiCoding {
    return {
      guid: this.guids.of('coding', row.id),
      user,
      at: writtenInstant(row.created_at),
      code: this.guids.of('code', row.code),
      notes: [...this.said(`coding ${row.id}`).notes],
    };
  }

  private exportCaseMemos(id: string, of: RefiCase): void {
    const { description, notes } = this.said(`case ${id}`);
    of.description = description;
    // The standard has no reference from a case to a note: a link says it.
    for (const note of notes)
      this.project.links.push({ guid: ownGuid(`${note} ${of.guid}`), name: null, origin: note, target: of.guid });
  }

  /** The description and the notes on something; the notes are written as a side effect. */
  private said(key: string): { description: string; notes: string[] } {
    let description = '';
    const notes: string[] = [];
    for (const memo of this.memos.get(key) ?? []) {
      if (description === '' && this.ids.isDescription(memo.id)) description = memo.text;
      else notes.push(this.note(memo));
    }
    return { description, notes: notes.sort(compare) };
  }

  private note(memo: MemoRow): string {
    const guid = this.guids.of('memo', memo.id);
    const file = fileStem(guid);
    const note: RefiNote = {
      ...blankText(guid, selectedName(memo.text), writtenInstant(memo.created_at)),
      user: this.guids.of('coder', memo.coder),
      modified: writtenInstant(memo.updated_at),
      plainPath: `internal://${file}.txt`,
    };
    this.project.memos.push(note);
    this.files.push({ name: `sources/${file}.txt`, bytes: encodeText(memo.text) });
    if (memo.body !== null) this.losses.push(loss('Note', 'plain_text_only', { guid, name: note.name }));
    return guid;
  }
}

/** Bytes that are made when they are packed, and not held until then. */
function made(make: () => Uint8Array): Iterable<Uint8Array> {
  return {
    *[Symbol.iterator]() {
      yield make();
    },
  };
}

/** Keeps the selections of a source as the packed text they will be: hundreds of thousands of them are too many to hold. */
function packSelections(source: RefiSource): void {
  const packed = deflateRawSync([...selectionsXml(source.selections)].join(''), { level: 1 });
  source.selections.splice(0);
  source.written = () => [inflateRawSync(packed).toString('utf8')];
}

function blankText(guid: string, name: string, at: string | null): RefiNote {
  return {
    guid,
    name,
    user: null,
    at,
    modifier: null,
    modified: null,
    description: '',
    plainPath: null,
    richPath: null,
    content: null,
    selections: [],
    notes: [],
  };
}

function fileStem(guid: string): string {
  return guid.replaceAll(/[{}]/g, '');
}

function targetKey(memo: MemoRow): string {
  if (memo.code !== null) return `code ${memo.code}`;
  if (memo.document !== null) return `document ${memo.document}`;
  if (memo.selection !== null) return `selection ${memo.selection}`;
  if (memo.coding !== null) return `coding ${memo.coding}`;
  return memo.study_case === null ? 'project' : `case ${memo.study_case}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
