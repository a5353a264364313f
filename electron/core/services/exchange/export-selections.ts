import { byCodeUnits } from '../../../../shared/text/code-unit-order.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import type { RefiCoding, RefiSelection } from '../../../../shared/refi/model.ts';
import { selectedName } from '../../../../shared/refi/selected-name.ts';
import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import { codingQueries, type CodingRow } from '../../store/repositories/coding-table.ts';
import { selectionQueries, type SelectionRow } from '../../store/repositories/selection-table.ts';
import type { Store } from '../../store/store.ts';
import type { ExportGuids } from './export-guids.ts';
import type { ExportMemos } from './export-memos.ts';
import { writtenInstant } from './export-parts.ts';
import { type ExternalIds, ownGuid } from './external-ids.ts';

type Parts = {
  readonly store: Store;
  readonly ids: ExternalIds;
  readonly guids: ExportGuids;
  readonly memos: ExportMemos;
  readonly coders: ReadonlySet<string>;
  readonly positions: 'code-points' | 'utf16';
  readonly withComments: boolean;
};

/** A text as it is written, and where its spans stand in it. */
export type WrittenText = { readonly text: string; readonly placed: (span: Span) => Span };

/** The selections of a document as they are written, in the order of the text, a few hundred rows at a time. */
export function* exportSelections(
  parts: Parts,
  document: string,
  { text, placed }: WrittenText,
): Generator<RefiSelection> {
  const offsets = codePointOffsets(text);
  const count = (at: number): number => (parts.positions === 'utf16' ? at : offsets.toCodePoint(at));
  let same: RefiSelection[] = [];
  for (const { selection, codings } of placedSelections(parts, document)) {
    const { start, end } = placed({ start: selection.start_at, end: selection.end_at });
    const name = (parts.withComments ? selection.name : null) ?? selectedName(text.slice(start, end));
    const place = { name, start: count(start), end: count(end) };
    const made = perCoder(parts, selection, codings, place);
    const [before] = same;
    const [next] = made;
    if (before !== undefined && next !== undefined && (before.start !== next.start || before.end !== next.end)) {
      yield* same.sort((a, b) => byCodeUnits(a.guid, b.guid));
      same = [];
    }
    same.push(...made);
  }
  yield* same.sort((a, b) => byCodeUnits(a.guid, b.guid));
}

type Placed = { readonly selection: SelectionRow; readonly codings: readonly CodingRow[] };

function* placedSelections({ store, ids }: Parts, document: string): Generator<Placed> {
  let last: Pick<SelectionRow, 'start_at' | 'end_at' | 'id'> | undefined = { start_at: -1, end_at: -1, id: '' };
  while (last !== undefined) {
    const rows: SelectionRow[] = store.all(
      selectionQueries.placedBehind,
      document,
      last.start_at,
      last.end_at,
      last.id,
    );
    const names = rows.map(({ id }) => id);
    const codings = store.all(codingQueries.ofSelections, JSON.stringify(names));
    ids.look('selection', names);
    ids.look(
      'coding',
      codings.map(({ id }) => id),
    );
    const bySelection = Map.groupBy(codings, ({ selection }) => selection);
    for (const selection of rows) yield { selection, codings: bySelection.get(selection.id) ?? [] };
    last = rows.at(-1);
  }
}

/** A selection per coder: other programs know a coding by its range, code and owner. */
function perCoder(
  parts: Parts,
  row: SelectionRow,
  codings: readonly CodingRow[],
  place: { readonly name: string; readonly start: number; readonly end: number },
): RefiSelection[] {
  const { guids, memos, coders } = parts;
  const all = [...new Set([row.coder, ...codings.map(({ coder }) => coder)])];
  return all.flatMap((coder, number) => {
    if (!coders.has(coder)) return [];
    const own = codings.filter((coding) => coding.coder === coder);
    const isFirst = number === 0;
    const said = isFirst ? memos.of(`selection ${row.id}`) : { description: '', notes: [] };
    const user = guids.of('coder', coder);
    const selection: RefiSelection = {
      element: 'PlainTextSelection',
      guid: isFirst ? guids.of('selection', row.id) : ownGuid(`${row.id} ${coder}`),
      ...place,
      user,
      at: writtenInstant(row.created_at),
      modifier: null,
      modified: null,
      description: said.description || (parts.withComments ? (row.comment ?? '') : ''),
      codings: own.map((coding) => exportCoding(parts, coding, user)).sort((a, b) => byCodeUnits(a.guid, b.guid)),
      notes: [...said.notes],
    };
    return [selection];
  });
}

function exportCoding({ guids, memos }: Parts, row: CodingRow, user: string): RefiCoding {
  return {
    guid: guids.of('coding', row.id),
    user,
    at: writtenInstant(row.created_at),
    code: guids.of('code', row.code),
    notes: [...memos.of(`coding ${row.id}`).notes],
  };
}
