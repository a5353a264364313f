import { type Span, spansOverlap } from '../../../shared/domain/span.ts';

type TurnSpan = Span & { readonly contentStart: number };

/** A stretch of a transcript to set side by side: the words of one turn, or what lies outside turns. */
export type ComparedPlace<P extends Span> = {
  /** Place of the turn in the document; null outside turns. */
  readonly turn: number | null;
  /** What is shown: the turn without its label and time. */
  readonly shown: Span;
  /** The passages that brought it here, in text order; never empty. */
  readonly passages: readonly P[];
};

/**
 * The turns that hold a passage, in text order, each once; a passage over several turns brings all of them.
 * What touches no turn stands for itself. `turns` are sorted and disjoint.
 */
export function comparedPlaces<P extends Span>(turns: readonly TurnSpan[], passages: readonly P[]): ComparedPlace<P>[] {
  const inTurns = new Map<number, P[]>();
  const outside: ComparedPlace<P>[] = [];
  for (const passage of passages.toSorted((a, b) => a.start - b.start)) {
    let found = false;
    turns.forEach((turn, place) => {
      if (!spansOverlap(turn, passage)) return;
      found = true;
      const group = inTurns.get(place);
      if (group) group.push(passage);
      else inTurns.set(place, [passage]);
    });
    if (!found) outside.push({ turn: null, shown: { start: passage.start, end: passage.end }, passages: [passage] });
  }
  const inside = [...inTurns].map(([place, group]) => ({
    turn: place,
    shown: { start: turns[place]!.contentStart, end: turns[place]!.end },
    passages: group,
  }));
  return [...inside, ...outside].sort((a, b) => a.shown.start - b.shown.start);
}

/** Of some coders those who judged any of the passages of one document; the others are not done with it, which is not "not coded". */
export function judgesOf(
  coders: readonly string[],
  passages: readonly { readonly coders: readonly string[]; readonly notCoded: readonly string[] }[],
): string[] {
  const judges = new Set(passages.flatMap((passage) => [...passage.coders, ...passage.notCoded]));
  return coders.filter((coder) => judges.has(coder));
}
