import { useMemo, useState } from 'react';
import type { Coding, Document, Memo, Selection, Speaker } from '../../../shared/contract/schema/entities.ts';
import type { CoderId, CodingId, DocumentId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { type Block, blockAt, blockSections, transcriptBlocks } from '../../../shared/transcript/blocks.ts';
import type { UnitSource } from '../../../shared/transcript/coding-unit.ts';
import { laneGap, packedLanes } from '../../../shared/transcript/lanes.ts';
import { useOpenProject } from '../../app/use-open-project.ts';
import { useQuery } from '../../api/hooks.ts';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import type { NamedCode } from '../codebook/code-names.ts';

/** A coding with its place in the text and everything it is drawn by. */
export type PlacedCoding = Span & {
  readonly id: CodingId;
  readonly coding: Coding;
  readonly selection: Selection;
  readonly code: NamedCode;
  readonly isOwn: boolean;
  /** Lane among the codings of the same coder. */
  readonly lane: number;
  readonly memo: Memo | null;
};

/** One transcript as it is read. */
export type DocumentView = UnitSource & {
  readonly document: Document;
  readonly sections: readonly (readonly Block[])[];
  readonly speakers: ReadonlyMap<string, Speaker>;
  /** In text order, of every coder. */
  readonly codings: readonly PlacedCoding[];
  readonly codingById: ReadonlyMap<CodingId, PlacedCoding>;
  /** Codings that touch a block, by the block's start; the same list as before where nothing changed. */
  readonly codingsOfBlock: (block: Block) => readonly PlacedCoding[];
  /** Other coders with codings here, in the order of their names; their lanes stand after one's own. */
  readonly others: readonly { readonly id: CoderId; readonly name: string }[];
  /** Name of the coder whose work new codings are. */
  readonly ownName: string;
  readonly coderName: (coder: CoderId) => string;
  readonly memos: readonly Memo[];
};

const none: readonly PlacedCoding[] = [];

function sameList(a: readonly PlacedCoding[], b: readonly PlacedCoding[]): boolean {
  return a.length === b.length && a.every((one, place) => one === b[place]);
}

/** Counts of a code change with every coding; what its codings look like does not. */
function sameLook(a: NamedCode, b: NamedCode): boolean {
  return (
    a === b || (a.name === b.name && a.path === b.path && a.code.color === b.code.color && a.code.mark === b.code.mark)
  );
}

/** A coding object is made anew only when something it is drawn by has changed. */
function kept(before: PlacedCoding | undefined, now: PlacedCoding): PlacedCoding {
  return before &&
    before.start === now.start &&
    before.end === now.end &&
    before.lane === now.lane &&
    sameLook(before.code, now.code) &&
    before.memo === now.memo &&
    before.isOwn === now.isOwn &&
    before.coding === now.coding
    ? before
    : now;
}

type Lists = ReadonlyMap<number, readonly PlacedCoding[]>;

/** Remembers what was drawn, so that what has not changed is the same object again and its turn is left alone. */
function createKeeper() {
  let byId: ReadonlyMap<CodingId, PlacedCoding> = new Map();
  let byBlock: Lists = new Map();
  return {
    codings(now: readonly PlacedCoding[]): readonly PlacedCoding[] {
      const codings = now.map((one) => kept(byId.get(one.id), one));
      byId = new Map(codings.map((one) => [one.id, one]));
      return codings;
    },
    lists(now: Lists): Lists {
      const lists = new Map<number, readonly PlacedCoding[]>();
      for (const [start, list] of now) {
        const before = byBlock.get(start);
        lists.set(start, before && sameList(before, list) ? before : list);
      }
      byBlock = lists;
      return lists;
    },
  };
}

/** Everything the coding screen shows of one transcript; null until it is there. */
export function useDocumentView(id: DocumentId | null): DocumentView | null {
  const isOpen = id !== null;
  const input = { document: id! };
  const { data: document } = useQuery('documents.get', input, { enabled: isOpen });
  const { data: coded } = useQuery('codings.ofDocument', input, { enabled: isOpen });
  const project = useOpenProject();
  const codes = useNamedCodes();

  const text = useMemo(() => {
    if (!document) return null;
    const blocks = transcriptBlocks(document.text, document.turns);
    const speakers = new Map<string, Speaker>(document.speakers.map((speaker) => [speaker.id, speaker]));
    const isQuestion = ({ turn }: Block): boolean => {
      const speaker = turn === null ? null : document.turns[turn]!.speaker;
      return speaker !== null && speakers.get(speaker)?.role === 'interviewer';
    };
    return {
      document,
      text: document.text,
      language: document.language,
      blocks,
      speakers,
      isQuestion,
      sections: blockSections(blocks),
    };
  }, [document]);

  const [keeper] = useState(createKeeper);

  return useMemo(() => {
    if (!text || !coded || !project || !codes) return null;
    const selections = new Map(coded.selections.map((selection) => [selection.id, selection]));
    const memoOf = new Map(coded.memos.map((memo) => [`${memo.target.kind} ${memo.target.id}`, memo]));
    const placed = coded.codings.flatMap((coding) => {
      const selection = selections.get(coding.selection);
      const code = codes.get(coding.code);
      if (!selection || !code || selection.state === 'detached') return [];
      const memo = memoOf.get(`coding ${coding.id}`) ?? memoOf.get(`selection ${selection.id}`) ?? null;
      return [
        {
          id: coding.id,
          coding,
          selection,
          code,
          memo,
          isOwn: coding.coder === project.coder,
          start: selection.start,
          end: selection.end,
          lane: 0,
        },
      ];
    });
    placed.sort((a, b) => a.start - b.start || b.end - a.end || a.id.localeCompare(b.id));

    const gap = laneGap(text.language);
    const lanes = new Map<CodingId, number>();
    for (const ofCoder of Map.groupBy(placed, ({ coding }) => coding.coder).values()) {
      const packed = packedLanes(ofCoder, gap);
      ofCoder.forEach(({ id: codingId }, place) => lanes.set(codingId, packed[place]!));
    }
    const codings = keeper.codings(placed.map((one) => ({ ...one, lane: lanes.get(one.id)! })));

    const touching = new Map<number, PlacedCoding[]>();
    for (const one of codings) {
      for (let at = blockAt(text.blocks, one.start); at >= 0 && at < text.blocks.length; at += 1) {
        const block = text.blocks[at]!;
        if (block.start >= one.end) break;
        if (block.end <= one.start) continue;
        const list = touching.get(block.start);
        if (list) list.push(one);
        else touching.set(block.start, [one]);
      }
    }
    const lists = keeper.lists(touching);

    const present = new Set(codings.map(({ coding }) => coding.coder));
    const coderName = (coder: CoderId): string => project.coders.find((one) => one.id === coder)?.name ?? '';
    return {
      ...text,
      codings,
      codingById: new Map(codings.map((one) => [one.id, one])),
      memos: coded.memos,
      codingsOfBlock: (block: Block) => lists.get(block.start) ?? none,
      others: project.coders.filter(({ id: coder }) => coder !== project.coder && present.has(coder)),
      ownName: coderName(project.coder),
      coderName,
    };
  }, [text, coded, project, codes, keeper]);
}
