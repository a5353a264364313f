import type { Span } from '../../domain/span.ts';
import type { QueryPassage, QueryTurn } from './query-model.ts';
import type { Distance, RelationName } from './query-tree.ts';
import { RelationIndex } from './relation-index.ts';

type Relation = { readonly relation: RelationName; readonly distance: Distance | null };

/**
 * Numbers of the turns a passage reaches from and to. What stands before the first turn's words has the number −1; what
 * stands between two turns (a label, a line outside turns) the number of the one before.
 */
function turnsOf({ start, end }: Span, turns: readonly QueryTurn[]): Span {
  return { start: lastStartingBy(turns, start), end: lastStartingBy(turns, end - 1) };
}

function lastStartingBy(turns: readonly QueryTurn[], position: number): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (turns[middle]!.start <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Passages of one coder (and nobody's) prepared for questions about relations. */
class Candidates {
  private readonly turns: readonly QueryTurn[];
  private readonly byPlace: RelationIndex;
  private readonly byTurn: RelationIndex | null;

  constructor(passages: readonly QueryPassage[], turns: readonly QueryTurn[], countsTurns: boolean) {
    this.turns = turns;
    this.byPlace = new RelationIndex(passages);
    this.byTurn = countsTurns
      ? new RelationIndex(passages.map((passage) => ({ ...turnsOf(passage, turns), coding: passage.coding })))
      : null;
  }

  /** Whether any of them stands in the relation to a passage: O(log n). */
  holds(passage: QueryPassage, { relation, distance }: Relation): boolean {
    const { start, end, coding } = passage;
    const count = distance?.count ?? Number.MAX_SAFE_INTEGER;
    switch (relation) {
      case 'WITHIN':
        return this.byPlace.hasFromTo(start, end, coding);
      case 'ENCLOSES':
        return this.byPlace.hasInside(start, end, coding);
      case 'OVERLAPS':
        return this.byPlace.hasFromTo(end - 1, start + 1, coding);
      case 'NEAR': {
        if (this.byTurn === null) return this.byPlace.hasFromTo(end + count, start - count, coding);
        const own = turnsOf(passage, this.turns);
        return this.byTurn.hasFromTo(own.end + count, own.start - count, coding);
      }
      case 'FOLLOWED BY':
        return this.byPlace.hasStartIn(end, this.byTurn === null ? end + count : this.lastPosition(passage, count));
      default:
        return relation satisfies never;
    }
  }

  /** The last position that lies no more than so many turns behind a passage. */
  private lastPosition(passage: QueryPassage, count: number): number {
    const next = this.turns[turnsOf(passage, this.turns).end + count + 1];
    return next === undefined ? Number.MAX_SAFE_INTEGER : next.start - 1;
  }
}

/**
 * Tells of a passage whether any of a list stands in the relation to it. Codings of different coders do not meet, nor a
 * coding itself. NEAR counts turns from the last of one to the first of the other (0: a turn in common), or characters
 * between them (0: touching or overlapping); FOLLOWED BY asks for one that begins where the passage ends or later.
 * O(m log m) once for each coder, then O(log m) a passage.
 */
export function relationTester(
  right: readonly QueryPassage[],
  relation: Relation,
  turns: readonly QueryTurn[],
): (passage: QueryPassage) => boolean {
  const countsTurns = relation.distance?.unit === 'turns';
  const nobodys = right.filter(({ coder }) => coder === null);
  const byCoder = new Map<string | null, Candidates>();
  return (passage) => {
    const { coder } = passage;
    let candidates = byCoder.get(coder);
    if (candidates === undefined) {
      const own = coder === null ? right : [...right.filter((each) => each.coder === coder), ...nobodys];
      candidates = new Candidates(own, turns, countsTurns);
      byCoder.set(coder, candidates);
    }
    return candidates.holds(passage, relation);
  };
}

/** The stretches two lists share, one for each pair that overlaps and may meet; a stretch found twice stands once. Output-sensitive sweep. */
export function sharedPassages(left: readonly QueryPassage[], right: readonly QueryPassage[]): QueryPassage[] {
  const [a, b] = [left, right].map((list) => [...list].sort((x, y) => x.start - y.start)) as [
    QueryPassage[],
    QueryPassage[],
  ];
  const shared = new Map<string, QueryPassage>();
  const meet = (one: QueryPassage, other: QueryPassage): void => {
    const span = { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
    if (span.start >= span.end || (one.coder !== null && other.coder !== null && one.coder !== other.coder)) return;
    const coder = one.coder ?? other.coder;
    const isSame = one.coding !== null && one.coding === other.coding;
    const coding =
      isSame || other.coding === null ? codingLeft(one, span) : one.coding === null ? codingLeft(other, span) : null;
    const memos = isSame ? one.memos : [...one.memos, ...other.memos];
    const key = `${span.start} ${span.end} ${coder} ${coding}`;
    shared.set(key, { ...span, coder, coding, memos: [...new Set([...(shared.get(key)?.memos ?? []), ...memos])] });
  };
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i]!.start <= b[j]!.start) {
      const one = a[i++]!;
      for (let k = j; k < b.length && b[k]!.start < one.end; k++) meet(one, b[k]!);
    } else {
      const other = b[j++]!;
      for (let k = i; k < a.length && a[k]!.start < other.end; k++) meet(a[k]!, other);
    }
  }
  return [...shared.values()];
}

/** The coding a stretch still is: one that was cut is a part of it, no longer the coding. */
function codingLeft(passage: QueryPassage, { start, end }: Span): string | null {
  return passage.start === start && passage.end === end ? passage.coding : null;
}
