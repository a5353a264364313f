import { byCodeUnits } from '../../../../shared/text/code-unit-order.ts';
import type { ExchangeExport } from '../../../../shared/contract/methods/exchange.ts';
import { codesInTreeOrder } from '../../../../shared/domain/codebook.ts';
import { codeDescription, ownOrigin } from '../../../../shared/refi/code-description.ts';
import { guidKey } from '../../../../shared/refi/guid.ts';
import { type Loss, loss } from '../../../../shared/refi/losses.ts';
import {
  emptyRefiProject,
  type RefiCase,
  type RefiCode,
  type RefiProject,
  type RefiSource,
} from '../../../../shared/refi/model.ts';
import { selectedName } from '../../../../shared/refi/selected-name.ts';
import { selectionsXml } from '../../../../shared/refi/write-xml.ts';
import type { ZipEntry } from '../../export/zip.ts';
import { codeQueries, codeTextQueries } from '../../store/repositories/code-table.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import { documentQueries, type DocumentRow } from '../../store/repositories/document-table.ts';
import { projectQueries } from '../../store/repositories/project-table.ts';
import { selectionQueries } from '../../store/repositories/selection-table.ts';
import { decodeStoredText, encodeText } from '../../store/stored-text.ts';
import { type Relabelled, withRoleLabels } from '../documents/role-labels.ts';
import type { OpenProject } from '../project/open-project.ts';
import { exportCases } from './export-cases.ts';
import { ExportGuids } from './export-guids.ts';
import { exportKept, pdfShells } from './export-kept.ts';
import { ownExtras } from './export-losses.ts';
import { ExportMemos } from './export-memos.ts';
import { blankText, fileStem, made, writtenInstant } from './export-parts.ts';
import { exportSelections, type WrittenText } from './export-selections.ts';
import { ExternalIds, ownGuid } from './external-ids.ts';

/**
 * What goes into a file: the project in the standard's terms, the files beside it, and what they cannot say. Selections and
 * bytes are read while they are written; until then nothing may change in the project.
 */
export type ExportModel = {
  readonly project: RefiProject;
  readonly files: ZipEntry[];
  readonly losses: Loss[];
  /** Whether a text has characters that count differently as code points and as UTF-16. */
  readonly positionsMatter: boolean;
};
export type ExportOptions = Omit<ExchangeExport, 'format'>;

/** Turns the open project into the standard's terms: code points, GUIDs, an order that depends on nothing but the project. */
export function exportModel(open: OpenProject, version: string, options: ExportOptions = {}): ExportModel {
  return new Exporting(open, version, options).model();
}

/** Who speaks, in a file of no language. */
function anonymousRole({ role }: { readonly role: string }): string {
  return role === 'interviewer' ? 'Interviewer' : role === 'respondent' ? 'Respondent' : 'Speaker';
}

class Exporting {
  private readonly open: OpenProject;
  private readonly ids: ExternalIds;
  private readonly guids: ExportGuids;
  private readonly project: RefiProject = emptyRefiProject();
  private readonly files: ZipEntry[] = [];
  private readonly losses: Loss[] = [];
  private readonly shells: ReturnType<typeof pdfShells>;
  private readonly memos: ExportMemos;

  private readonly options: ExportOptions;
  private readonly coders: ReadonlySet<string>;
  private readonly documents: readonly DocumentRow[];
  /** What transcripts are called: numbered in the order of the project where they are not to be named. */
  private readonly names: ReadonlyMap<string, string>;
  private positionsMatter = false;

  constructor(open: OpenProject, version: string, options: ExportOptions) {
    this.open = open;
    this.options = options;
    const everyone = open.store.all(coderQueries.all).map(({ id }) => id);
    this.coders = new Set(options.coders ?? everyone);
    this.ids = new ExternalIds(open.store);
    this.guids = new ExportGuids(this.ids);
    this.shells = pdfShells(open);
    this.documents = open.store.all(documentQueries.all);
    this.names = new Map(
      this.documents.map(({ id, name }, place) => [id, options.anonymous ? `Document ${place + 1}` : name]),
    );
    const { store } = open;
    const writers = options.anonymous ? null : this.coders;
    this.memos = new ExportMemos({ store, ids: this.ids, guids: this.guids }, writers, this.losses);
    const row = open.store.get(projectQueries.only)!;
    this.project.origin = `${ownOrigin} ${version}`;
    this.project.name = options.anonymous ? 'Project' : row.name;
    this.project.at = writtenInstant(row.created_at);
  }

  model(): ExportModel {
    const { store } = this.open;
    const { anonymous = false, documents: chosen } = this.options;
    const coders = store.all(coderQueries.all).toSorted((a, b) => byCodeUnits(a.name, b.name));
    for (const [place, { id, name }] of coders.filter((coder) => this.coders.has(coder.id)).entries()) {
      const shown = anonymous ? `Coder ${place + 1}` : name;
      this.project.users.push({ guid: this.guids.of('coder', id), name: shown, initials: null });
    }
    this.exportCodes();
    const documents = this.documents.filter(({ id }) => chosen?.some((each) => each === id) ?? true);
    for (const row of documents) this.guids.of('document', row.id);
    for (const row of documents) this.exportDocument(row);
    const written = new Set(documents.map(({ id }) => id));
    const kept = anonymous ? new Set(this.options.attributes) : null;
    const which = { project: this.open, guids: this.guids, losses: this.losses, written, kept };
    const cases = exportCases(which, this.project);
    for (const [id, of] of cases) this.exportCaseMemos(id, of);
    const own = this.memos.of('project');
    this.project.description = own.description;
    this.project.notes.push(...own.notes);
    this.project.memos.push(...this.memos.notes);
    this.files.push(...this.memos.files);
    this.project.memos.sort((a, b) => byCodeUnits(a.at ?? '', b.at ?? '') || byCodeUnits(a.guid, b.guid));
    if (!anonymous) {
      const { open, ids, guids } = this;
      const parts = { open, ids, guids, documents: written, coders: this.coders };
      exportKept(parts, this.project, this.files, this.losses);
    }
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
      code.notes.push(...this.memos.of(`code ${row.id}`).notes);
      this.project.codes.push(code);
    }
  }

  private exportDocument(row: DocumentRow): void {
    const { store } = this.open;
    const guid = this.guids.of('document', row.id);
    const file = fileStem(guid);
    const { description, notes } = this.memos.of(`document ${row.id}`);
    const source: RefiSource = {
      ...blankText(guid, this.names.get(row.id)!, writtenInstant(row.created_at)),
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
    const text = this.textOf(row);
    this.files.push({ name: `sources/${file}.txt`, bytes: made(text.bytes) });
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
    this.positionsMatter ||= row.code_points !== row.utf16_length;
    for (const { quote } of store.all(selectionQueries.detachedIn, row.id))
      this.losses.push(loss('PlainTextSelection', 'place_unknown', { name: selectedName(quote ?? '') }));
    this.memos.prepare(row.id, this.coders);
    const { ids, guids, memos, coders } = this;
    const { anonymous = false, positions = 'code-points' } = this.options;
    const parts = { store, ids, guids, memos, coders, positions, withComments: !anonymous };
    source.written = () => selectionsXml(exportSelections(parts, row.id, text.relabelled()));
  }

  /** The text of a transcript as it is written: an anonymous one has roles before its turns. */
  private textOf(row: DocumentRow): { bytes: () => Uint8Array; relabelled: () => WrittenText } {
    const { store } = this.open;
    if (!this.options.anonymous) {
      const stored = (): string => decodeStoredText(store.blobs.get(row.text));
      return {
        bytes: () => withMark(store.blobs.get(row.text)),
        relabelled: () => ({ text: stored(), placed: (span) => span }),
      };
    }
    const relabelled = (): Relabelled =>
      withRoleLabels(store, row.id, decodeStoredText(store.blobs.get(row.text)), anonymousRole);
    return { bytes: () => withMark(encodeText(relabelled().text)), relabelled };
  }

  private exportCaseMemos(id: string, of: RefiCase): void {
    const { description, notes } = this.memos.of(`case ${id}`);
    of.description = description;
    // The standard has no reference from a case to a note: a link says it.
    for (const note of notes)
      this.project.links.push({ guid: ownGuid(`${note} ${of.guid}`), name: null, origin: note, target: of.guid });
  }
}

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** A text that begins with the character of the byte order mark has a mark before it, or that one would be taken for one. */
function withMark(text: Uint8Array): Uint8Array {
  return byteOrderMark.every((byte, place) => text[place] === byte)
    ? Buffer.concat([Buffer.from(byteOrderMark), text])
    : text;
}
