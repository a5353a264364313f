import { byCodeUnits } from '../../../../shared/text/code-unit-order.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import type { Coding, Memo, Selection } from '../../../../shared/contract/schema/entities.ts';
import type { CodeId, CoderId, CodingId } from '../../../../shared/domain/ids.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { type Block, blockAt } from '../../../../shared/transcript/blocks.ts';
import { laneGap, packedLanes } from '../../../../shared/transcript/lanes.ts';
import type { NamedCode } from '../../codebook/code-names.ts';
import type { DocumentPage } from '../place/document-page.ts';

/** A coding with its place in the text and everything it is drawn by. */
export type PlacedCoding = Span & {
  readonly id: CodingId;
  readonly coding: Coding;
  readonly selection: Selection;
  readonly code: NamedCode;
  readonly isOwn: boolean;
  readonly memo: Memo | null;
};

/** The codings of each block of a section, in the blocks' order; the same list as before where nothing changed. */
export type SectionCodings = readonly (readonly PlacedCoding[])[];

/** The lane of each coding of a section among those of its coder; the same map as before where nothing changed. Apart from the codings, since one that comes or goes moves the lanes of many behind it and none of their words. */
export type SectionLanes = ReadonlyMap<CodingId, number>;

/** The codings of a transcript as they are drawn; what has not changed since the last time is the same object again. */
export type PlacedCodings = {
  /** In text order, of every coder. */
  readonly codings: readonly PlacedCoding[];
  readonly codingById: ReadonlyMap<CodingId, PlacedCoding>;
  /** By the first block of the section. */
  readonly sections: ReadonlyMap<Block, SectionCodings>;
  readonly sectionLanes: ReadonlyMap<Block, SectionLanes>;
  /** How many lanes each coder's codings take. */
  readonly lanes: ReadonlyMap<CoderId, number>;
};

const none: readonly PlacedCoding[] = [];

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((one, place) => one === b[place]);
}

function sameLook(a: NamedCode, b: NamedCode): boolean {
  return (
    a === b ||
    (a.name === b.name &&
      a.lang === b.lang &&
      a.path === b.path &&
      a.code.color === b.code.color &&
      a.code.mark === b.code.mark &&
      a.code.retired === b.code.retired)
  );
}

function inTextOrder(a: PlacedCoding, b: PlacedCoding): number {
  return a.start - b.start || b.end - a.end || byCodeUnits(a.id, b.id);
}

type Coded = Output<'codings.ofDocument'>;

function memosByTarget(memos: readonly Memo[]): ReadonlyMap<string, Memo> {
  const byTarget = new Map<string, Memo>();
  for (const memo of memos) if (memo.target.id !== null) byTarget.set(memo.target.id, memo);
  return byTarget;
}

type Input = {
  readonly page: DocumentPage;
  readonly coded: Coded;
  readonly codes: ReadonlyMap<CodeId, NamedCode>;
  readonly coder: CoderId;
};

/**
 * Joins codings, selections, codes and memos; detached selections have no place and are left out. A coding that has not changed
 * is the object of before. O(n) beside sorting, which is O(n) where little has changed.
 */
function joined({ coded, codes, coder }: Input, before: ReadonlyMap<CodingId, PlacedCoding>): PlacedCoding[] {
  const selections = new Map(coded.selections.map((selection) => [selection.id, selection]));
  const memos = memosByTarget(coded.memos);
  const placed: PlacedCoding[] = [];
  for (const coding of coded.codings) {
    const selection = selections.get(coding.selection);
    const code = codes.get(coding.code);
    if (!selection || !code || selection.state === 'detached') continue;
    const memo = memos.get(coding.id) ?? null;
    const isOwn = coding.coder === coder;
    const known = before.get(coding.id);
    const isSame =
      known !== undefined &&
      known.coding === coding &&
      known.selection === selection &&
      known.memo === memo &&
      known.isOwn === isOwn &&
      sameLook(known.code, code);
    const { start, end } = selection;
    placed.push(isSame ? known : { id: coding.id, coding, selection, code, memo, isOwn, start, end });
  }
  // In the order of before, as far as they stood there: nearly sorted, which sorting likes.
  const byId = new Map(placed.map((one) => [one.id, one]));
  const ordered: PlacedCoding[] = [];
  for (const id of before.keys()) {
    const one = byId.get(id);
    if (one && byId.delete(id)) ordered.push(one);
  }
  for (const one of byId.values()) ordered.push(one);
  return ordered.sort(inTextOrder);
}

/** A keeper for one transcript: call it with every new state of its codings. */
export function createCodingsKeeper(): (input: Input) => PlacedCodings {
  let byId: ReadonlyMap<CodingId, PlacedCoding> = new Map();
  let lastPage: DocumentPage | null = null;
  let lastLanes: ReadonlyMap<CoderId, number> = new Map();
  let sections: ReadonlyMap<Block, SectionCodings> = new Map();
  let sectionLanes: ReadonlyMap<Block, SectionLanes> = new Map();

  return (input) => {
    const { page } = input;
    const codings = joined(input, byId);

    const gap = laneGap(page.language);
    const lanes = new Map<CoderId, number>();
    const laneOf = new Map<CodingId, number>();
    for (const [coder, own] of Map.groupBy(codings, ({ coding }) => coding.coder)) {
      let most = 0;
      packedLanes(own, gap).forEach((lane, at) => {
        laneOf.set(own[at]!.id, lane);
        most = Math.max(most, lane + 1);
      });
      lanes.set(coder, most);
    }
    byId = new Map(codings.map((one) => [one.id, one]));

    const touching = new Map<Block, PlacedCoding[]>();
    for (const one of codings) {
      for (let at = blockAt(page.blocks, one.start); at >= 0 && at < page.blocks.length; at += 1) {
        const block = page.blocks[at]!;
        if (block.start >= one.end) break;
        if (block.end <= one.start) continue;
        const list = touching.get(block);
        if (list) list.push(one);
        else touching.set(block, [one]);
      }
    }
    const keptSections = page === lastPage ? sections : new Map<Block, SectionCodings>();
    sections = new Map(
      page.sections.map((blocks) => {
        const before = keptSections.get(blocks[0]!);
        const now = blocks.map((block, place) => {
          const list = touching.get(block) ?? none;
          return before && sameItems(before[place]!, list) ? before[place]! : list;
        });
        return [blocks[0]!, before && sameItems(before, now) ? before : now];
      }),
    );
    const keptLanes = page === lastPage ? sectionLanes : new Map<Block, SectionLanes>();
    sectionLanes = new Map(
      [...sections].map(([first, lists]) => {
        const before = keptLanes.get(first);
        const now = new Map<CodingId, number>();
        for (const list of lists) for (const { id } of list) now.set(id, laneOf.get(id)!);
        const isSame = before?.size === now.size && [...now].every(([id, lane]) => before.get(id) === lane);
        return [first, isSame ? before : now];
      }),
    );
    lastPage = page;

    if (lanes.size !== lastLanes.size || [...lanes].some(([coder, count]) => lastLanes.get(coder) !== count))
      lastLanes = lanes;
    return { codings, codingById: byId, sections, sectionLanes, lanes: lastLanes };
  };
}
