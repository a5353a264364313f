import type { AttentionItem } from '../../../../shared/contract/methods/exchange.ts';
import { codedAt, coderOf } from '../../../../shared/refi/attribution.ts';
import { guidKey } from '../../../../shared/refi/guid.ts';
import { plainInstant, unknownInstant } from '../../../../shared/refi/instant.ts';
import { loss } from '../../../../shared/refi/losses.ts';
import type { RefiCoding, RefiSelection, RefiSource } from '../../../../shared/refi/model.ts';
import { placedSelection } from '../../../../shared/refi/position-convention.ts';
import { selectedName } from '../../../../shared/refi/selected-name.ts';
import type { SourceText } from '../../../../shared/refi/source-text.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { codingQueries, codingTable } from '../../store/repositories/coding-table.ts';
import type { DocumentRow } from '../../store/repositories/document-table.ts';
import { selectionQueries, selectionTable, type SelectionRow } from '../../store/repositories/selection-table.ts';
import { anchorColumns } from '../codings/selections.ts';
import type { ImportedCodes } from './import-codes.ts';
import type { ImportRun } from './import-run.ts';

/** One coder's part of a selection: no code twice, as the store wants it. */
type Part = { readonly coder: string; readonly codings: Map<string, { coding: RefiCoding; version: number }> };

/** The document selections are put on; what stood on it before the import may be taken for what the file says. */
type Page = {
  readonly document: string;
  readonly old: Map<string, string[]>;
  readonly codings: Map<string, string>;
  /** Selections with any coding. */
  readonly coded: Set<string>;
};

/** Where on a page a selection stands, and the page's text. */
type Place = { readonly span: Span; readonly page: Page; readonly text: string };

/** After so many selections others may come in between. */
const selectionsAtOnce = 500;

export class ImportedCodings {
  private readonly run: ImportRun;
  private readonly codes: ImportedCodes;
  /** Pages that annotations stand on, by key of their source's GUID. */
  private readonly annotatedPages = new Map<string, { page: Page; source: RefiSource }>();
  private readonly annotatedSources: ReadonlySet<string>;
  private lastRead: { source: RefiSource; text: SourceText } | null = null;

  constructor(run: ImportRun, codes: ImportedCodes) {
    this.run = run;
    this.codes = codes;
    const annotations = run.file.project.memos.filter(({ selections }) => selections.length > 0);
    const keys = new Set(annotations.map(({ guid }) => guidKey(guid)));
    const referring = run.file.project.sources.filter(({ notes }) => notes.some((note) => keys.has(guidKey(note))));
    this.annotatedSources = new Set(referring.map(({ guid }) => guidKey(guid)));
  }

  /** Every selection of a source on its document; what does not fit the text is listed, never moved. Yields now and then. */
  *importSelections(source: RefiSource, text: SourceText, row: DocumentRow, isOld: boolean): Generator<void> {
    const page = this.pageOf(row, isOld);
    const key = guidKey(source.guid);
    if (this.annotatedSources.has(key)) this.annotatedPages.set(key, { page, source });
    let sinceRest = 0;
    for (const selection of source.selections) {
      if (++sinceRest % selectionsAtOnce === 0) yield;
      if (selection.start === null || selection.end === null) {
        this.loseArea(source, selection);
        continue;
      }
      const { start, end, name, guid } = selection;
      const { placed: span, otherwise } = placedSelection(text, { start, end, name }, this.run.file.convention);
      if (otherwise)
        this.run.tally.note(loss(selection.element, 'counted_otherwise', { guid, name: selectedName(name) }));
      if ('fault' in span) this.loseOne(source, selection, span.fault, text);
      else if (span.start === span.end) this.loseOne(source, selection, 'empty', text);
      else this.importSelection(source, selection, { span, page, text: text.text });
    }
  }

  /** Lists all selections of a source that has no text here. */
  lose(source: RefiSource, reason: AttentionItem['reason'], text: SourceText | null): void {
    for (const selection of source.selections) {
      if (selection.start === null) this.loseArea(source, selection);
      else this.loseOne(source, selection, reason, text);
    }
  }

  /** A selection for a note on a stretch of a source; null where it does not fit. */
  annotated(source: string, selection: RefiSelection, coder: string, at: string): string | null {
    const found = this.annotatedPages.get(guidKey(source));
    if (found === undefined || selection.start === null || selection.end === null) return null;
    const text = this.textOf(found.source);
    const span = text.span(this.run.file.convention, selection.start, selection.end);
    if ('fault' in span || span.start === span.end) return null;
    const place = { span, page: found.page, text: text.text };
    return this.selectionRow(selection, place, { coder, at, codes: [], isFirst: true }).id;
  }

  /** Annotations come source by source: the text read last is mostly the one that is asked for again. */
  private textOf(source: RefiSource): SourceText {
    if (this.lastRead?.source !== source) this.lastRead = { source, text: this.run.file.textOf(source)!.text };
    return this.lastRead.text;
  }

  private importSelection(source: RefiSource, selection: RefiSelection, place: Place): void {
    const { run } = this;
    const { page } = place;
    const by = run.file.attribution;
    const parts = this.parts(source, selection);
    let isNew = false;
    for (const [number, { coder, codings }] of parts.entries()) {
      const at = plainInstant(selection.at) ?? plainInstant(selection.modified) ?? unknownInstant;
      const codes = [...codings.keys()];
      const made = this.selectionRow(selection, place, { coder, at, codes, isFirst: number === 0 });
      isNew ||= made.isNew;
      for (const [code, { coding, version }] of codings) {
        run.countCoding(coder);
        const isRepeated = coding.guid !== '' && !run.seen.add('coding', guidKey(coding.guid));
        if (isRepeated) run.tally.note(loss('Coding', 'guid_repeated', { guid: coding.guid }));
        const byGuid = isRepeated || !run.ids.knew('coding') ? null : run.ids.entity('coding', coding.guid);
        const standing = byGuid ?? page.codings.get(`${made.id} ${code}`) ?? null;
        run.tally.count('Coding', standing === null ? 'imported' : 'present');
        const id = standing ?? run.project.newId<'coding'>();
        if (standing === null)
          run.log.insert(codingTable, {
            id,
            selection: made.id,
            code,
            coder,
            origin: 'import',
            code_version: version,
            created_at: codedAt(by, coding, selection) ?? unknownInstant,
          });
        if (standing === null && !isRepeated) run.ids.rememberNew(run.log, 'coding', id, coding.guid);
        else if (byGuid === null && !isRepeated) run.ids.remember(run.log, 'coding', id, coding.guid);
        run.refers(coding.notes, { coding: id });
      }
    }
    run.tally.count(selection.element, isNew ? 'imported' : 'present');
  }

  private parts(source: RefiSource, selection: RefiSelection): Part[] {
    const parts: Part[] = [];
    for (const coding of selection.codings) {
      const coder = this.run.coder(coderOf(this.run.file.attribution, coding, selection, source));
      const { id, version } = this.codes.referred(coding.code);
      const part = parts.find((each) => each.coder === coder && !each.codings.has(id));
      if (part !== undefined) part.codings.set(id, { coding, version });
      else parts.push({ coder, codings: new Map([[id, { coding, version }]]) });
    }
    const bare = selection.user ?? selection.modifier ?? source.user;
    return parts.length > 0 ? parts : [{ coder: this.run.coder(bare), codings: new Map() }];
  }

  /** The row of a coder's part of a selection: known by its GUID, or of the same range and coder from before, or new. */
  private selectionRow(
    selection: RefiSelection,
    { span, page, text }: Place,
    { coder, at, codes, isFirst }: { coder: string; at: string; codes: readonly string[]; isFirst: boolean },
  ): { id: string; isNew: boolean } {
    const { run } = this;
    const isRepeated = isFirst && selection.guid !== '' && !run.seen.add('selection', guidKey(selection.guid));
    if (isRepeated) run.tally.note(loss(selection.element, 'guid_repeated', { guid: selection.guid }));
    const known = isRepeated || !run.ids.knew('selection') ? [] : run.ids.standing('selection', selection.guid);
    const byGuid = known.find((id) => {
      const row = run.project.store.row(selectionTable, id);
      return row?.coder === coder && row.document === page.document;
    });
    const same = page.old.get(rangeKey(coder, span.start, span.end));
    // Of several selections on the range it is the one that says the same: programs write one for every coding.
    const carries = (id: string): boolean =>
      codes.length === 0 ? !page.coded.has(id) : codes.some((code) => page.codings.has(`${id} ${code}`));
    const standing = byGuid ?? same?.find(carries) ?? null;
    if (standing !== null) {
      if (same?.includes(standing)) same.splice(same.indexOf(standing), 1);
      if (byGuid === undefined && !isRepeated) run.ids.remember(run.log, 'selection', standing, selection.guid);
      if (isFirst) run.refers(selection.notes, { selection: standing });
      return { id: standing, isNew: false };
    }
    const id = run.project.newId<'selection'>();
    const quote = text.slice(span.start, span.end);
    const plainName = selection.name.replaceAll(/\s+/g, ' ').trim();
    const isOwnName =
      plainName === '' || plainName === selectedName(quote) || quote.replaceAll(/\s+/g, ' ').trim() === plainName;
    run.log.insert(selectionTable, {
      id,
      document: page.document,
      coder,
      name: isOwnName ? null : selection.name.toWellFormed(),
      comment: null,
      ...anchorColumns(text, span),
      state: 'placed',
      quote: null,
      created_at: at,
    });
    if (!isRepeated) run.ids.rememberNew(run.log, 'selection', id, selection.guid);
    if (isFirst) {
      run.insertDescription({ selection: id, coder, text: selection.description, at }, selection.guid);
      run.refers(selection.notes, { selection: id });
    }
    return { id, isNew: true };
  }

  private pageOf(row: DocumentRow, isOld: boolean): Page {
    const { store } = this.run.project;
    const page: Page = { document: row.id, old: new Map(), codings: new Map(), coded: new Set() };
    if (!isOld) return page;
    const placed = store.all(selectionQueries.ofDocument, row.id).filter(({ state }) => state !== 'detached');
    for (const { id, coder, start_at: start, end_at: end } of placed satisfies SelectionRow[]) {
      const key = rangeKey(coder, start, end);
      const same = page.old.get(key);
      if (same === undefined) page.old.set(key, [id]);
      else same.push(id);
    }
    for (const { id, selection, code } of store.all(codingQueries.ofDocument, row.id)) {
      page.codings.set(`${selection} ${code}`, id);
      page.coded.add(selection);
    }
    return page;
  }

  /** Areas and stretches of recordings are kept with their source, where that is kept. */
  private loseArea(source: RefiSource, selection: RefiSelection): void {
    if (this.run.keptSources.has(guidKey(source.guid))) return;
    this.run.tally.lose(loss(selection.element, 'not_text', { guid: selection.guid, name: selection.name || null }));
    for (const { guid } of selection.codings) this.run.tally.lose(loss('Coding', 'not_text', { guid }));
  }

  private loseOne(
    source: RefiSource,
    selection: RefiSelection,
    reason: AttentionItem['reason'],
    text: SourceText | null,
  ): void {
    const { tally, file } = this.run;
    tally.count(selection.element, 'lost');
    if (selection.codings.length > 0) tally.count('Coding', 'lost', selection.codings.length);
    const finite = (position: number | null): number | null => (Number.isFinite(position) ? position : null);
    tally.attention.push({
      guid: selection.guid,
      document: source.name ?? source.guid,
      codes: selection.codings.map(({ code }) => this.codeName(code)),
      start: finite(selection.start),
      end: finite(selection.end),
      length: text?.lengthIn(file.convention) ?? null,
      name: selectedName(selection.name),
      reason,
    });
  }

  private codeName(guid: string | null): string {
    const key = guidKey(guid ?? '');
    return this.run.file.project.codes.find((code) => guidKey(code.guid) === key)?.name ?? guid ?? '';
  }
}

function rangeKey(coder: string, start: number, end: number): string {
  return `${coder} ${start} ${end}`;
}
