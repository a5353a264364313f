import { byCodeUnits } from '../../../../shared/text/code-unit-order.ts';
import { type Loss, loss } from '../../../../shared/refi/losses.ts';
import type { RefiNote } from '../../../../shared/refi/model.ts';
import { selectedName } from '../../../../shared/refi/selected-name.ts';
import type { ZipEntry } from '../../export/zip.ts';
import { codingTable } from '../../store/repositories/coding-table.ts';
import { memoQueries, type MemoRow } from '../../store/repositories/memo-table.ts';
import { selectionTable } from '../../store/repositories/selection-table.ts';
import type { Store } from '../../store/store.ts';
import { encodeText } from '../../store/stored-text.ts';
import type { ExportGuids } from './export-guids.ts';
import type { ExternalIds } from './external-ids.ts';
import { blankText, fileStem, made, writtenInstant } from './export-parts.ts';

/** What is said of something: its description and the GUIDs of the notes on it. */
export type Said = { readonly description: string; readonly notes: readonly string[] };

/** An archive has room for 65,535 files: further notes stand in the project file itself, which not every program reads. */
const mostFiles = 40_000;

const nothing: Said = { description: '', notes: [] };

/** The memos that go into a file, as descriptions and as notes, by what they stand on. */
export class ExportMemos {
  /** The notes, complete once everything has been asked for. */
  readonly notes: RefiNote[] = [];
  readonly files: ZipEntry[] = [];
  private readonly store: Store;
  private readonly guids: ExportGuids;
  private readonly losses: Loss[];
  private readonly descriptions: ReadonlySet<string>;
  /** By what they stand on: `code ID`, `document ID` … */
  private readonly byTarget = new Map<string, MemoRow[]>();
  private readonly known = new Map<string, Said>();

  /** `coders` are those whose memos are written; of nobody, if null. */
  constructor(
    { store, ids, guids }: { store: Store; ids: ExternalIds; guids: ExportGuids },
    coders: ReadonlySet<string> | null,
    losses: Loss[],
  ) {
    this.store = store;
    this.guids = guids;
    this.losses = losses;
    this.descriptions = ids.descriptions();
    for (const memo of coders === null ? [] : store.all(memoQueries.all)) {
      if (!coders!.has(memo.coder)) continue;
      const key = targetKey(memo);
      const same = this.byTarget.get(key);
      if (same === undefined) this.byTarget.set(key, [memo]);
      else same.push(memo);
    }
  }

  /** What is said of something, asked for when it is certain that it is written. */
  of(key: string): Said {
    const memos = this.byTarget.get(key);
    if (memos === undefined) return nothing;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    let description = '';
    const notes: string[] = [];
    for (const memo of memos) {
      if (description === '' && this.descriptions.has(memo.id)) description = memo.text;
      else notes.push(this.note(memo));
    }
    const said = { description, notes: notes.sort(byCodeUnits) };
    this.known.set(key, said);
    return said;
  }

  /** Makes the notes on the selections and codings of a document, which are written only after all of these. */
  prepare(document: string, coders: ReadonlySet<string>): void {
    if (this.byTarget.size === 0) return;
    const onSelections = this.store.all(memoQueries.onSelectionsOfDocument, document);
    for (const selection of new Set(onSelections.map(({ selection: id }) => id!))) {
      const row = this.store.row(selectionTable, selection);
      if (row !== null && row.state !== 'detached' && coders.has(row.coder)) this.of(`selection ${selection}`);
    }
    const onCodings = this.store.all(memoQueries.onCodingsOfDocument, document);
    for (const coding of new Set(onCodings.map(({ coding: id }) => id!))) {
      const row = this.store.row(codingTable, coding);
      const isPlaced = row !== null && this.store.row(selectionTable, row.selection)?.state !== 'detached';
      if (isPlaced && coders.has(row.coder)) this.of(`coding ${coding}`);
    }
  }

  private note(memo: MemoRow): string {
    const guid = this.guids.of('memo', memo.id);
    const file = fileStem(guid);
    const isFile = this.files.length < mostFiles;
    const note: RefiNote = {
      ...blankText(guid, selectedName(memo.text), writtenInstant(memo.created_at)),
      user: this.guids.of('coder', memo.coder),
      modified: writtenInstant(memo.updated_at),
      plainPath: isFile ? `internal://${file}.txt` : null,
      content: isFile ? null : memo.text,
    };
    this.notes.push(note);
    if (isFile) this.files.push({ name: `sources/${file}.txt`, bytes: made(() => encodeText(memo.text)) });
    if (memo.body !== null) this.losses.push(loss('Note', 'plain_text_only', { guid, name: note.name }));
    return guid;
  }
}

function targetKey(memo: MemoRow): string {
  if (memo.code !== null) return `code ${memo.code}`;
  if (memo.document !== null) return `document ${memo.document}`;
  if (memo.selection !== null) return `selection ${memo.selection}`;
  if (memo.coding !== null) return `coding ${memo.coding}`;
  return memo.study_case === null ? 'project' : `case ${memo.study_case}`;
}
